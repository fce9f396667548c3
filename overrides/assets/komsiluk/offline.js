// "Keep this site offline": what is kept, how large it is, and the buttons for it.
// The cache has each file under its path and digest. A record, written last, says what is whole; the
// worker (sw.js) answers by it. So an update fetches only what changed, and what broke off goes on.
(() => {
  "use strict";
  const panel = document.querySelector(".k-offline[data-page]");
  if (!panel) return;
  const said = panel.dataset;
  const root = new URL("../../", document.currentScript.src);
  const cacheName = `komsiluk ${root.pathname}`;
  const recordAddress = new URL("offline/kept.json", root).href;
  const SHARED = "shared", AT_ONCE = 6;

  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const button = (name) => panel.querySelector(`[data-do="${name}"]`);
  const show = (element, is) => { element.hidden = !is; };
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Numbers and days as the page's language writes them: browsers do not know all our languages.
  const [, group, , mark] = said.number.match(/^1(.*?)0*([^0]*)(\D)5$/) ?? [null, "", "", "."];
  const megabytes = (bytes) => {
    const [whole, tenth] = (bytes / 1e6).toFixed(1).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return fill(said.megabytes, { n: bytes >= 1e8 ? grouped : `${grouped}${mark}${tenth}` });
  };
  const day = (text) => {
    const date = new Date(text);
    const written = JSON.parse(said.months)[date.getMonth()].replaceAll(" ", "\u00a0");
    return written.replace("22", date.getDate()).replace("2001", date.getFullYear());
  };

  const fetchNew = (path, signal) => fetch(new URL(path, root), { cache: "no-store", signal });
  const list = async (name) => {
    const answer = await fetchNew(`offline/${name}.json`);
    if (!answer.ok) throw new Error(name);
    return answer.json();
  };
  const slot = (path, digest) => {
    const address = new URL(path, root);
    address.search = `?kept=${digest}`;
    return address.href;
  };

  let sizes = null, record = null, isPartly = false, work = null;
  const languages = () => Object.keys(JSON.parse(said.names)).filter((tag) => sizes?.[tag]);
  const chosen = () => {
    const all = panel.querySelector("[name=offline][value=all]").checked;
    const wanted = all ? languages() : [said.language];
    return languages().filter((tag) => wanted.includes(tag) || record?.languages.includes(tag));
  };
  const bytesOf = (tags) => [SHARED, ...tags].reduce((sum, name) => sum + sizes[name].bytes, 0);
  const isCurrent = (tags) => [SHARED, ...tags].every((name) => record?.versions[name] === sizes[name].version);

  const look = async () => {
    record = null, isPartly = false;
    if (!(await caches.has(cacheName))) return;
    const found = await caches.match(recordAddress, { cacheName });
    record = found ? await found.json() : null;
    isPartly = !record;
  };

  const tell = (name) => {
    for (const phrase of panel.querySelectorAll("[data-told]")) show(phrase, phrase.dataset.told === name);
    show(part("message"), false);
  };
  const message = (text) => {
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
    show(part("choice"), isFree && languages().length > 1 && !(record && languages().every((tag) => record.languages.includes(tag))));
    if (sizes) {
      panel.querySelector("[data-size=one]").textContent = megabytes(bytesOf([said.language]));
      panel.querySelector("[data-size=all]").textContent = megabytes(bytesOf(languages()));
    }
    show(part("work"), work);
    show(button("stop"), work);
    show(button("remove"), !work && (record || isPartly));
    const isNeeded = isFree && !isCurrent(chosen());
    show(button("keep"), isNeeded);
    if (!isNeeded) return;
    const isUpdate = record && chosen().every((tag) => record.languages.includes(tag));
    const label = isPartly ? said.continue : isUpdate ? said.update : said.keep;
    button("keep").textContent = languages().length > 1 ? label : `${label} (${megabytes(bytesOf(chosen()))})`;
  };

  // What is to be fetched for these languages: a map from the cache's address to path and size.
  const plan = async (tags) => {
    const lists = await Promise.all([SHARED, ...tags].map(list));
    const files = Object.assign({}, ...lists);
    const wanted = new Map(Object.entries(files).map(([path, [size, digest]]) => [slot(path, digest), { path, size }]));
    return { files, wanted };
  };
  const missing = async (cache, wanted) => {
    const there = new Set((await cache.keys()).map((request) => request.url));
    return [...wanted].filter(([address]) => !there.has(address));
  };
  const sum = (files) => files.reduce((total, [, { size }]) => total + size, 0);

  const status = async () => {
    if (isPartly) return tell("partly");
    if (!record) return tell(sizes ? "none" : "cannot");
    if (!sizes) return tell("");
    if (isCurrent(record.languages)) return tell("current");
    const { wanted } = await plan(record.languages);
    const bytes = sum(await missing(await caches.open(cacheName), wanted));
    message(fill(said.newer, { size: megabytes(bytes) }));
  };

  const progress = (done, total) => {
    panel.querySelector("progress").value = total ? done / total : 1;
    part("fetched").textContent = fill(said.fetched, { done: megabytes(done), total: megabytes(total) });
  };

  class Full extends Error {}
  class Lost extends Error {}

  const room = async (needed) => {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota !== undefined && quota - usage < needed) {
      throw new Full(fill(said.full, { needed: megabytes(needed), free: megabytes(Math.max(0, quota - usage)) }));
    }
  };

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

  const keep = async (tags, signal) => {
    const versions = Object.fromEntries([SHARED, ...tags].map((name) => [name, sizes[name].version]));
    const worker = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
    const { files, wanted } = await plan(tags);
    const cache = await caches.open(cacheName);
    const lacking = await missing(cache, wanted);
    await room(sum(lacking));
    await navigator.storage?.persist?.().catch(() => false);
    await fetchAll(cache, lacking, sum([...wanted]), signal);
    await navigator.serviceWorker.ready;
    const kept = {
      languages: tags, versions, day: new Date().toISOString(), page: said.page, bytes: sum([...wanted]),
      files: Object.fromEntries(Object.entries(files).map(([path, [, digest]]) => [path, digest])),
    };
    const headers = { "Content-Type": "application/json" };
    await cache.put(recordAddress, new Response(JSON.stringify(kept), { headers }));
    worker.active?.postMessage("changed");
    for (const request of await cache.keys()) {
      if (request.url !== recordAddress && !wanted.has(request.url)) await cache.delete(request);
    }
  };

  button("keep").addEventListener("click", async () => {
    const stop = new AbortController();
    work = stop;
    tell("");
    draw();
    button("stop").focus();
    let failure = null;
    try {
      await keep(chosen(), stop.signal);
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
    if (record && languages().length && languages().every((tag) => record.languages.includes(tag))) {
      panel.querySelector("[name=offline][value=all]").checked = true;
    }
    show(part("not-here"), location.hash === "#not-here");
    await status().catch(() => tell(""));
    draw();
  };
  begin();
})();
