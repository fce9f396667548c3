// Answers from what a reader asked this device to keep, and otherwise lets every request pass.
// It keeps nothing by itself: offline.js on the page "offline/" fills the cache, and writes the record
// of what is whole. A new worker waits until the last page of the old one is closed.
"use strict";
/** @typedef {{ page: string, files: Record<string, string> }} Kept the digest of each file by its path */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ROOT = new URL("./", worker.location.href);
const CACHE = `komsiluk ${ROOT.pathname}`;
const RECORD = new URL("offline/kept.json", ROOT).href;

/** @type {Promise<Kept | null> | null} */
let reading = null;
/** @type {() => Promise<Kept | null>} */
const read = async () => {
  const found = await caches.match(RECORD, { cacheName: CACHE });
  return found ? found.json() : null;
};
const record = () => (reading ??= read().catch(() => null));

// Files are kept under their digest too, so that those of two versions never meet.
const held = async (/** @type {string} */ path) => {
  const digest = (await record())?.files[path];
  if (!digest) return undefined;
  const address = new URL(path, ROOT);
  address.search = `?kept=${digest}`;
  return caches.match(address.href, { cacheName: CACHE });
};

const find = async (/** @type {string} */ path) => {
  const found = await held(path);
  if (found || !(await record())?.files[path]) return found;
  reading = null; // The record has changed since it was read.
  return held(path);
};

const pathOf = (/** @type {URL} */ url) => {
  try { return decodeURIComponent(url.pathname.slice(ROOT.pathname.length)); } catch { return ""; }
};

/** @type {(request: Request, url: URL) => Promise<Response>} */
const answer = async (request, url) => {
  const path = pathOf(url);
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const found = await find(file);
  if (found) return found;
  if (request.mode !== "navigate") return fetch(request);
  const kept = await record();
  if (kept?.files[`${file}/index.html`]) {
    url.pathname += "/";
    return Response.redirect(url.href);
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (!kept) throw error;
    return Response.redirect(new URL(`${kept.page}#not-here`, ROOT).href);
  }
};

worker.addEventListener("message", (event) => { if (event.data === "changed") reading = null; });

worker.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  const isOurs = url.origin === ROOT.origin && url.pathname.startsWith(ROOT.pathname);
  // What asks past every cache means the network: so does offline.js when it looks for what is new.
  if (isOurs && request.method === "GET" && request.cache !== "no-store") event.respondWith(answer(request, url));
});
