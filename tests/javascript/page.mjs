// A page with nothing in it, on which the scripts of the theme run in Node: what they know without a page can be asked.
import fs from "node:fs";
import vm from "node:vm";

const SCRIPTS = new URL("../../overrides/assets/komsiluk/", import.meta.url);
const nothing = () => {};
Object.assign(globalThis, {
  window: globalThis, HTMLInputElement: class {},
  addEventListener: nothing,
  matchMedia: () => ({ matches: false, addEventListener: nothing }),
  location: new URL("https://example.org/en/"),
  document: {
    body: { dataset: {} }, documentElement: { dataset: {}, lang: "en" }, currentScript: { src: "https://example.org/assets/komsiluk/site.js" },
    addEventListener: nothing, getElementById: () => null, querySelector: () => null, querySelectorAll: () => [],
  },
});
Object.defineProperty(globalThis, "localStorage", { value: { getItem: () => null } });

/** Runs a script of the theme, by its path from the folder of them. */
export const run = (name) => {
  const file = new URL(name, SCRIPTS);
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file.pathname });
};
run("site.js");
