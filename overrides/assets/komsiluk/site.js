// Small things that need a browser: printing, light and dark, one menu open at a time.
// Data of the site come as scripts that call `komsiluk.take`: so they are there on file:// too.
window.komsiluk = (() => {
  const folder = new URL("../../search/", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const taken = new Map();
  /** @type {Map<string, Promise<any>>} What it is, only the name tells: `Data`. */
  const waiting = new Map();
  /** @type {Komsiluk["load"]} */
  const load = (name, again = "") => {
    if (taken.has(name) && !again) return Promise.resolve(taken.get(name));
    let loading = waiting.get(name);
    if (again || !loading) {
      waiting.set(name, loading = new Promise((found, lost) => {
        const script = document.createElement("script");
        script.src = `${folder}${name}.js${again}`;
        script.onload = () => { script.remove(); found(taken.get(name)); };
        script.onerror = () => { script.remove(); waiting.delete(name); lost(new Error(name)); };
        document.head.append(script);
      }));
    }
    return loading;
  };
  // What a result shows of a page, from the script that holds it and its neighbours.
  const CARDS = 4;
  /** @type {Komsiluk["card"]} */
  const card = (manifest, page, held) => {
    const [key, title, passage, kind = "", where = "", language = "", byMachine = 0] = held[page % CARDS];
    const [name, palette] = manifest.themes[/** @type {number} */ (kind)] ?? [typeof kind === "string" ? kind : "", ""];
    return { page, key, title, passage, kind: name, palette, where, language, byMachine };
  };
  /** @type {Komsiluk["need"]} */
  const need = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(selector);
    return found;
  };
  /** @type {Komsiluk["around"]} */
  const around = ({ target }, selector) => target instanceof Element ? target.closest(selector) : null;
  /** @type {Loading["take"]} */
  const take = (name, value) => { taken.set(name, value); };
  /** @type {Loading["taken"]} */
  const told = (name) => taken.get(name);
  // The other scripts add what is theirs.
  return /** @type {Komsiluk} */ ({ CARDS, card, load, take, taken: told, need, around });
})();
// How many practices the reader keeps, in the header.
komsiluk.badge = (n, way = "") => {
  const badge = document.querySelector("a.k-kept");
  if (!badge) return;
  badge.hidden = !n;
  badge.search = way;
  komsiluk.need(":scope > :last-child", badge).textContent = String(n);
};
try { komsiluk.badge(JSON.parse(localStorage.getItem("komsiluk.kept") ?? "null")?.length); } catch { /* nothing is kept */ }
(() => {
  const root = document.documentElement;
  /** @type {string | null} */
  let chosen = null;
  try { chosen = localStorage.getItem("komsiluk.scheme"); } catch { /* a reader may forbid storage */ }
  const wished = matchMedia("(prefers-color-scheme: dark)");
  const scheme = () => chosen || (wished.matches ? "dark" : "light");
  const button = document.querySelector("button.k-scheme");

  const show = () => {
    const dark = scheme() === "dark";
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    root.dataset.scheme = dark ? "dark" : "light";
    if (button) {
      button.hidden = false;
      button.title = (dark ? button.dataset.light : button.dataset.dark) ?? "";
      button.setAttribute("aria-label", button.title);
    }
  };
  show();
  wished.addEventListener("change", show);
  button?.addEventListener("click", () => {
    chosen = scheme() === "dark" ? "light" : "dark";
    try { localStorage.setItem("komsiluk.scheme", chosen); } catch { /* then it holds for this page only */ }
    show();
  });

  for (const print of document.querySelectorAll(".k-print")) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const menus = document.querySelectorAll("details.k-menu");
  /** @type {(except?: HTMLDetailsElement) => void} */
  const close = (except) => menus.forEach((menu) => { if (menu !== except) menu.open = false; });
  menus.forEach((menu) => menu.addEventListener("toggle", () => { if (menu.open) close(menu); }));
  document.addEventListener("click", (event) => { if (!komsiluk.around(event, ".k-menu")) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector(".k-menu[open]");
    close();
    open?.querySelector("summary")?.focus();
  });

  // On narrow screens the search box is closed until it is asked for; Material opens it with a label, which no key reaches.
  const search = document.querySelector("input#__search");
  const opener = document.querySelector(".k-search-open");
  opener?.addEventListener("click", () => {
    if (search && !search.checked) search.click();
    document.querySelector(".md-search__input")?.focus();
  });
  search?.addEventListener("change", () => { if (!search.checked) opener?.focus(); });
  const box = document.querySelector("form.k-search input[name=q]");
  box?.addEventListener("focus", () => {
    if (search) search.checked = true;
    komsiluk.load(`${document.documentElement.lang}/engine`);
  });
  const around = box?.closest(".md-search");
  around?.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (search && to instanceof Node && !around.contains(to)) search.checked = false;
  });

  // A way into a tab opens it. Material does this inline, which a strict Content-Security-Policy forbids.
  const aimed = document.getElementById(location.hash.slice(1));
  if (aimed instanceof HTMLInputElement && aimed.name.startsWith("__tabbed_")) aimed.checked = true;

  // Material asks every link[rel=alternate] for a sitemap of its own; search engines have read ours already.
  for (const link of document.querySelectorAll("link[rel=alternate][hreflang]")) link.rel = "alternate hreflang";
})();
