// offline.js and sw.js: the lists of what is kept, and what a worker answers by them.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { run } from "./page.mjs";

run("offline.js");
const { slot, wanted, missing, sum, bytesOf, isCurrent, record } = komsiluk.lists;
const ROOT = new URL("https://example.org/town/");
const FILES = { "index.html": [100, "aa"], "en/a b.html": [20, "bb"] };
const SIZES = { shared: { version: "s1", bytes: 1000 }, en: { version: "e1", bytes: 120 }, mk: { version: "m1", bytes: 30 } };

test("a file is kept under its path and digest", () => {
  assert.equal(slot(ROOT, "en/a b.html", "bb"), "https://example.org/town/en/a%20b.html?kept=bb");
  assert.notEqual(slot(ROOT, "index.html", "aa"), slot(ROOT, "index.html", "ab"));
});

test("only what is not in the cache yet is fetched, older versions of it included", () => {
  const files = wanted(ROOT, FILES);
  assert.equal(sum([...files]), 120);
  const lacking = missing(files, [slot(ROOT, "index.html", "aa"), slot(ROOT, "en/a b.html", "old")]);
  assert.deepEqual(lacking, [[slot(ROOT, "en/a b.html", "bb"), { path: "en/a b.html", size: 20 }]]);
  assert.equal(sum(lacking), 20);
});

test("languages take what all need, once, and what is their own", () => {
  assert.equal(bytesOf(SIZES, ["en", "mk"]), 1150);
});

test("what is kept is current when all of its lists are", () => {
  const kept = record(["en"], SIZES, FILES, "en/offline/", "2026-11-22");
  assert.deepEqual(kept, {
    languages: ["en"], versions: { shared: "s1", en: "e1" }, day: "2026-11-22", page: "en/offline/", bytes: 120,
    files: { "index.html": "aa", "en/a b.html": "bb" },
  });
  assert.equal(isCurrent(kept, SIZES, ["en"]), true);
  assert.equal(isCurrent(kept, SIZES, ["en", "mk"]), false);
  assert.equal(isCurrent(kept, { ...SIZES, shared: { version: "s2", bytes: 1 } }, ["en"]), false);
  assert.equal(isCurrent(null, SIZES, ["en"]), false);
});

/** The worker over a cache with these texts by their addresses; `ask` gives what it answers, or "" where it keeps out. */
const worker = (cache, network = () => { throw new Error("no network"); }) => {
  const listeners = {};
  const self = { location: new URL("sw.js", ROOT), addEventListener: (kind, listen) => { listeners[kind] = listen; } };
  const caches = { match: async (address) => address in cache ? new Response(cache[address]) : undefined };
  vm.runInNewContext(fs.readFileSync(new URL("../../overrides/sw.js", import.meta.url), "utf8"), { self, caches, URL, Response, fetch: async (request) => network(request) });
  const ask = async (path, about = {}) => {
    let answer = null;
    listeners.fetch({ request: { url: new URL(path, ROOT).href, method: "GET", mode: "navigate", cache: "default", ...about }, respondWith: (given) => { answer = given; } });
    const response = await answer;
    return response && (response.headers.get("Location") ?? response.text());
  };
  return { ask, tell: (data) => listeners.message({ data }) };
};
const RECORD = new URL("offline/kept.json", ROOT).href;
const kept = (files) => JSON.stringify({ page: "en/offline/", files });

test("the worker answers from what is kept, a folder by its page", async () => {
  const { ask } = worker({
    [RECORD]: kept({ "index.html": "aa", "mk/мапа/index.html": "cc" }),
    [slot(ROOT, "index.html", "aa")]: "Home", [slot(ROOT, "mk/мапа/index.html", "cc")]: "Мапа", [slot(ROOT, "index.html", "old")]: "Old",
  });
  assert.equal(await ask(""), "Home");
  assert.equal(await ask("mk/мапа/?q=1"), "Мапа");
  assert.equal(await ask("mk/мапа"), new URL("mk/мапа/", ROOT).href);
});

test("what is not kept comes from the network; without one, a page says so", async () => {
  const files = { [RECORD]: kept({}) };
  assert.equal(await worker(files, () => new Response("fresh")).ask("en/new/"), "fresh");
  assert.equal(await worker(files).ask("en/new/"), "https://example.org/town/en/offline/#not-here");
  await assert.rejects(worker(files).ask("a.css", { mode: "no-cors" }), /no network/);
  await assert.rejects(worker({}).ask("en/new/"), /no network/);
});

test("the worker keeps out of what is not the site's, is written, or means the network", async () => {
  const { ask } = worker({ [RECORD]: kept({ "index.html": "aa" }), [slot(ROOT, "index.html", "aa")]: "Home" });
  for (const [path, about] of [["https://example.com/town/", {}], ["/other/", {}], ["", { method: "POST" }], ["", { cache: "no-store" }]]) {
    assert.equal(await ask(path, about), null);
  }
});

test("a record is read once, until a page tells that it has changed", async () => {
  const cache = { [RECORD]: kept({}), [slot(ROOT, "index.html", "aa")]: "Home" };
  const { ask, tell } = worker(cache, () => new Response("fresh"));
  assert.equal(await ask(""), "fresh");
  cache[RECORD] = kept({ "index.html": "aa" });
  assert.equal(await ask(""), "fresh");
  tell("changed");
  assert.equal(await ask(""), "Home");
});
