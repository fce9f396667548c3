// What is kept for reading offline, as values: without any page.
komsiluk.lists = (() => {
  const SHARED = "shared";
  // Files are kept under their digest too, so that those of two versions never meet: sw.js looks there.
  /** @type {OfflineLists["slot"]} */
  const slot = (root, path, digest) => {
    const address = new URL(path, root);
    address.search = `?kept=${digest}`;
    return address.href;
  };
  /** @type {OfflineLists["wanted"]} */
  const wanted = (root, files) => new Map(Object.entries(files).map(([path, [size, digest]]) => [slot(root, path, digest), { path, size }]));
  /** @type {OfflineLists["missing"]} */
  const missing = (files, addresses) => {
    const there = new Set(addresses);
    return [...files].filter(([address]) => !there.has(address));
  };
  /** @type {OfflineLists["sum"]} */
  const sum = (files) => files.reduce((total, [, { size }]) => total + size, 0);
  /** @type {OfflineLists["bytesOf"]} */
  const bytesOf = (sizes, tags) => [SHARED, ...tags].reduce((total, name) => total + sizes[name].bytes, 0);
  /** @type {OfflineLists["isCurrent"]} */
  const isCurrent = (record, sizes, tags) => [SHARED, ...tags].every((name) => record?.versions[name] === sizes[name].version);
  /** @type {OfflineLists["record"]} */
  const record = (tags, sizes, files, page, day) => ({
    languages: tags, versions: Object.fromEntries([SHARED, ...tags].map((name) => [name, sizes[name].version])), day, page,
    bytes: Object.values(files).reduce((total, [size]) => total + size, 0),
    files: Object.fromEntries(Object.entries(files).map(([path, [, digest]]) => [path, digest])),
  });
  return { SHARED, slot, wanted, missing, sum, bytesOf, isCurrent, record };
})();
// "Keep this site offline": what is kept, how large it is, and the buttons for it.
// The cache has each file under its path and digest. A record, written last, says what is whole; the
// worker (sw.js) answers by it. So an update fetches only what changed, and what broke off goes on.
(() => {
  "use strict";
  const { SHARED, bytesOf, isCurrent, missing, sum, wanted } = komsiluk.lists;
  const panel = document.querySelector(".k-offline[data-page]");
  if (!panel) return;
  const said = /** @type {Words<"language" | "page" | "names" | "number" | "months" | "megabytes" | "fetched" | "newer" | "full" | "keep" | "update" | "continue">} */ (panel.dataset);
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const cacheName = `komsiluk ${root.pathname}`;
  const recordAddress = new URL("offline/kept.json", root).href;
  const AT_ONCE = 6;

  const part = (/** @type {string} */ name) => komsiluk.need(`[data-part="${name}"]`, panel);
  const button = (/** @type {string} */ name) => komsiluk.need(`[data-do="${name}"]`, panel);
  const all = komsiluk.need("input[name=offline][value=all]", panel);
  /** @type {(element: HTMLElement, is: unknown) => void} */
  const show = (element, is) => { element.hidden = !is; };
  /** @type {(phrase: string, values: Record<string, string>) => string} */
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Numbers and days as the page's language writes them: browsers do not know all our languages.
  const [, group, , mark] = said.number.match(/^1(.*?)0*([^0]*)(\D)5$/) ?? [null, "", "", "."];
  const megabytes = (/** @type {number} */ bytes) => {
    const [whole, tenth] = (bytes / 1e6).toFixed(1).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return fill(said.megabytes, { n: bytes >= 1e8 ? grouped : `${grouped}${mark}${tenth}` });
  };
  const day = (/** @type {string} */ text) => {
    const date = new Date(text);
    const written = JSON.parse(said.months)[date.getMonth()].replaceAll(" ", "\u00a0");
    return written.replace("22", String(date.getDate())).replace("2001", String(date.getFullYear()));
  };

  /** @type {(path: string, signal?: AbortSignal) => Promise<Response>} */
  const fetchNew = (path, signal) => fetch(new URL(path, root), { cache: "no-store", signal });
  const list = async (/** @type {string} */ name) => {
    const answer = await fetchNew(`offline/${name}.json`);
    if (!answer.ok) throw new Error(name);
    return answer.json();
  };

  /** @type {OfflineSizes | null} */
  let sizes = null;
  /** @type {OfflineRecord | null} */
  let record = null;
  /** @type {AbortController | null} */
  let work = null;
  let isPartly = false;
  const languages = () => Object.keys(JSON.parse(said.names)).filter((tag) => sizes?.[tag]);
  const chosen = () => {
    const asked = all.checked ? languages() : [said.language];
    return languages().filter((tag) => asked.includes(tag) || record?.languages.includes(tag));
  };
  // Whether these languages are kept, be it in an older version.
  const isKept = (/** @type {string[]} */ tags) => tags.every((tag) => record?.languages.includes(tag));

  const look = async () => {
    record = null, isPartly = false;
    if (!(await caches.has(cacheName))) return;
    const found = await caches.match(recordAddress, { cacheName });
    record = found ? await found.json() : null;
    isPartly = !record;
  };

  const tell = (/** @type {string} */ name) => {
    for (const phrase of panel.querySelectorAll("[data-told]")) show(phrase, phrase.dataset.told === name);
    show(part("message"), false);
  };
  const message = (/** @type {string} */ text) => {
    tell("");
    part("message").textContent = text;
    show(part("message"), true);
  };

  const draw = () => {
    show(panel, true);
    const names = JSON.parse(said.names);
    show(part("kept"), Boolean(record));
    if (record) {
      const spoken = record.languages.map((tag) => names[tag] ?? tag).join(", ");
      part("what").textContent = [spoken, megabytes(record.bytes), day(record.day)].join(" · ");
    }
    const isFree = !work && sizes;
    show(part("choice"), isFree && languages().length > 1 && !isKept(languages()));
    if (sizes) {
      komsiluk.need("[data-size=one]", panel).textContent = megabytes(bytesOf(sizes, [said.language]));
      komsiluk.need("[data-size=all]", panel).textContent = megabytes(bytesOf(sizes, languages()));
    }
    show(part("work"), work);
    show(button("stop"), work);
    show(button("remove"), !work && (record || isPartly));
    const isNeeded = isFree && !isCurrent(record, isFree, chosen());
    show(button("keep"), isNeeded);
    if (!isNeeded) return;
    const isUpdate = record && isKept(chosen());
    const label = isPartly ? said.continue : isUpdate ? said.update : said.keep;
    button("keep").textContent = languages().length > 1 ? label : `${label} (${megabytes(bytesOf(isFree, chosen()))})`;
  };

  // All files of these languages, and by their addresses in the cache.
  const plan = async (/** @type {string[]} */ tags) => {
    /** @type {OfflineList} */
    const files = Object.assign({}, ...await Promise.all([SHARED, ...tags].map(list)));
    return { files, there: wanted(root, files) };
  };
  const addresses = async (/** @type {Cache} */ cache) => (await cache.keys()).map((request) => request.url);

  const status = async () => {
    if (isPartly) return tell("partly");
    if (!record) return tell(sizes ? "none" : "cannot");
    if (!sizes) return tell("");
    if (isCurrent(record, sizes, record.languages)) return tell("current");
    const { there } = await plan(record.languages);
    const bytes = sum(missing(there, await addresses(await caches.open(cacheName))));
    message(fill(said.newer, { size: megabytes(bytes) }));
  };

  /** @type {(done: number, total: number) => void} */
  const progress = (done, total) => {
    komsiluk.need("progress", panel).value = total ? done / total : 1;
    part("fetched").textContent = fill(said.fetched, { done: megabytes(done), total: megabytes(total) });
  };

  class Full extends Error {}
  class Lost extends Error {}

  const room = async (/** @type {number} */ needed) => {
    const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota !== undefined && quota - usage < needed) {
      throw new Full(fill(said.full, { needed: megabytes(needed), free: megabytes(Math.max(0, quota - usage)) }));
    }
  };

  /** @type {(cache: Cache, files: Wanted[], total: number, signal: AbortSignal) => Promise<void>} */
  const fetchAll = async (cache, files, total, signal) => {
    let done = total - sum(files);
    const waiting = files[Symbol.iterator]();
    progress(done, total);
    const one = async () => {
      for (const [address, { path, size }] of waiting) {
        // As a visitor asks for it: some hosts send whoever asks for index.html elsewhere.
        const answer = await fetchNew(path.replace(/(^|\/)index\.html$/, "$1"), signal);
        if (!answer.ok) throw new Lost(path);
        // A copy, because a browser opens no page from an answer that was sent elsewhere. It keeps its
        // headers (the Content-Security-Policy!) but for those of its way here.
        const headers = new Headers(answer.headers);
        for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
        await cache.put(address, new Response(await answer.blob(), { headers }));
        done += size;
        progress(done, total);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  };

  /** @type {(tags: string[], sizes: OfflineSizes, signal: AbortSignal) => Promise<void>} */
  const keep = async (tags, sizes, signal) => {
    const worker = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
    const { files, there } = await plan(tags);
    const cache = await caches.open(cacheName);
    const lacking = missing(there, await addresses(cache));
    await room(sum(lacking));
    await navigator.storage?.persist?.().catch(() => false);
    await fetchAll(cache, lacking, sum([...there]), signal);
    await navigator.serviceWorker.ready;
    const kept = komsiluk.lists.record(tags, sizes, files, said.page, new Date().toISOString());
    const headers = { "Content-Type": "application/json" };
    await cache.put(recordAddress, new Response(JSON.stringify(kept), { headers }));
    worker.active?.postMessage("changed");
    for (const request of await cache.keys()) {
      if (request.url !== recordAddress && !there.has(request.url)) await cache.delete(request);
    }
  };

  button("keep").addEventListener("click", async () => {
    const stop = new AbortController();
    work = stop;
    tell("");
    draw();
    button("stop").focus();
    /** @type {any} Anything may be thrown. */
    let failure = null;
    try {
      await keep(chosen(), sizes ?? {}, stop.signal);
    } catch (error) {
      failure = error;
      stop.abort(); // The others of those that fetch at once.
    }
    work = null;
    await look();
    await status().catch(() => tell(""));
    if (failure instanceof Full) message(failure.message);
    else if (failure?.name === "QuotaExceededError") tell("no-space");
    else if (failure && failure.name !== "AbortError") tell("failed");
    draw();
    (button("keep").hidden ? button("remove") : button("keep")).focus();
  });

  button("stop").addEventListener("click", () => work?.abort());

  button("remove").addEventListener("click", async () => {
    await caches.delete(cacheName);
    const worker = await navigator.serviceWorker.getRegistration(root.href);
    worker?.active?.postMessage("changed");
    await worker?.unregister();
    await look();
    tell("removed");
    draw();
    button("keep").focus();
  });

  panel.addEventListener("change", draw);

  const begin = async () => {
    try {
      await look();
      if (!navigator.serviceWorker) throw new Error("no workers here");
    } catch {
      show(panel, true);
      tell("cannot");
      return;
    }
    sizes = await list("sizes").catch(() => null);
    if (languages().length && isKept(languages())) all.checked = true;
    show(part("not-here"), location.hash === "#not-here");
    await status().catch(() => tell(""));
    draw();
  };
  begin();
})();
