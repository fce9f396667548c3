// What a reader keeps and compares, on this device alone. Where storage is refused it lives as long as the page.
// Any `button[data-keep=<id>]` and `button[data-compare=<id>]` works; who adds some calls `show()`.
komsiluk.chosen = (() => {
  const MOST = 4;
  const tray = document.querySelector(".k-tray");
  const spoken = tray.nextElementSibling;
  const held = {};
  let refused = false;
  try {
    localStorage.setItem("komsiluk.try", "1");
    localStorage.removeItem("komsiluk.try");
  } catch { refused = true; }

  const read = (name, otherwise) => {
    if (name in held) return held[name];
    try { return JSON.parse(localStorage.getItem(`komsiluk.${name}`)) ?? otherwise; } catch { return otherwise; }
  };
  const write = (name, value) => {
    held[name] = value;
    try {
      localStorage.setItem(`komsiluk.${name}`, JSON.stringify(value));
      delete held[name];
    } catch { refused = true; }
  };
  const ids = (value) => Array.isArray(value)
    ? [...new Set(value.filter((id) => typeof id === "string" && /^[a-z0-9][a-z0-9-]{0,99}$/.test(id)))] : [];

  const kept = () => ids(read("kept", []));
  const compared = () => ids(read("compared", [])).slice(0, MOST);
  const notes = () => {
    const found = read("notes", {});
    return Object.fromEntries(Object.entries(found && typeof found === "object" ? found : {})
      .filter(([, text]) => typeof text === "string"));
  };
  const keep = (list) => { write("kept", ids(list)); show(); };
  const compare = (list) => { write("compared", ids(list).slice(0, MOST)); show(); };
  const note = (id, text) => {
    const all = notes();
    if (text.trim()) all[id] = text; else delete all[id];
    write("notes", all);
  };
  const address = (base, list) => list.length ? `${base}?p=${list.join(",")}` : base;
  // What is handed on names the published site, also when it was written on a stick.
  const here = location.href.split(/[?#]/)[0];
  const published = location.protocol.startsWith("http") ? here
    : document.querySelector("link[rel=canonical]")?.href ?? here;
  // On paper the foot of the page names what is shown, too.
  const foot = document.querySelector(".k-footer__address"), told = foot?.textContent;
  const print = (list) => addEventListener("beforeprint", () => { if (foot) foot.textContent = address(told, list()); });
  const asked = () => ids((new URLSearchParams(location.search).get("p") ?? "").split(","));

  // 32-bit FNV-1a: the same as bucket() in pages/buckets.py.
  const bucket = (id, count) => {
    let digest = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(id)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
    return digest % count;
  };
  // The details of practices by id; those that the site does not have are left out.
  const details = async (list) => {
    const numbers = [...new Set(list.map((id) => bucket(id, Number(tray.dataset.buckets))))];
    const tag = document.documentElement.lang;
    const parts = await Promise.all(numbers.map((number) => komsiluk.load(`${tag}/d${number}`)));
    const all = Object.assign(Object.create(null), ...parts);
    return new Map(list.filter((id) => id in all).map((id) => [id, all[id]]));
  };

  const element = (name, ...content) => {
    const found = document.createElement(name);
    found.append(...content);
    return found;
  };
  // A fact's items (pages/facts.py) as an element; `words` says what is absent, suggested, estimated.
  const fact = (items, words) => {
    if (!items) {
      const absent = element("span", words.absent);
      absent.className = "k-absent";
      return absent;
    }
    const badge = (mark) => {
      const made = element("span", words[mark]);
      made.className = mark === "suggested" ? "k-suggested" : "k-badge";
      return made;
    };
    const marks = new Set(items.map((item) => [item].flat()[1] ?? ""));
    const lines = items.map((item) => {
      const [text, mark = "", lang = "", before = ""] = [item].flat();
      const line = element("li", before && `${before} `);
      const said = lang ? line.appendChild(element("span")) : line;
      said.append(text);
      if (lang) said.lang = lang;
      if (mark && marks.size > 1) line.append(" ", badge(mark));
      return line;
    });
    const list = element("ul", ...lines);
    list.className = "k-list k-fact";
    const [only] = marks;
    return only && marks.size === 1 ? element("div", badge(only), list) : list;
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* the old way, then */ }
    const field = element("textarea", text);
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  // The address bar follows what is shown; where it may not, the address can still be copied.
  const follow = (where) => { try { history.replaceState(null, "", where); } catch { /* as it is */ } };

  const show = (message = "") => {
    const chosen = compared(), own = kept();
    komsiluk.badge(own.length, refused ? address("", own) : "");
    for (const [name, list] of [["keep", own], ["compare", chosen]]) {
      for (const button of document.querySelectorAll(`button[data-${name}]`)) {
        button.hidden = false;
        button.setAttribute("aria-pressed", list.includes(button.dataset[name]));
      }
    }
    const isQuiet = tray.hasAttribute("data-quiet");
    const told = message || (chosen.length === 1 && !isQuiet ? tray.dataset.one : "");
    tray.hidden = !told && (!chosen.length || isQuiet);
    tray.querySelector("p").textContent = told;
    const [comparison, shortlist] = tray.querySelectorAll("a");
    const offer = (link, isOffered, list, words) => {
      link.hidden = !isOffered;
      link.textContent = isOffered ? words.replace("{n}", list.length) : "";
      link.search = address("", list);
    };
    offer(comparison, chosen.length > 1, chosen, tray.dataset.compare);
    offer(shortlist, refused && own.length, own, tray.dataset.kept);
    tray.querySelector("button").hidden = !chosen.length;
    return told || (chosen.length > 1 ? comparison.textContent : "");
  };
  // What has to be said so seldom that no page carries the words: `full`, `refused`.
  const seldom = (name) => komsiluk.load(`${document.documentElement.lang}/seldom`).then((words) => words[name], () => "");
  const toggled = (list, id) => list.includes(id) ? list.filter((one) => one !== id) : [...list, id];

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-keep], button[data-compare]");
    if (!button) return;
    const isKept = Boolean(button.dataset.keep);
    const list = isKept ? toggled(kept(), button.dataset.keep) : toggled(compared(), button.dataset.compare);
    const isFull = !isKept && list.length > MOST;
    if (!isFull) (isKept ? keep : compare)(list);
    const trouble = isFull ? "full" : refused && "refused";
    const told = show(trouble ? await seldom(trouble) : "");
    if (!isKept || refused) spoken.textContent = told;
  });
  tray.querySelector("button").addEventListener("click", () => {
    compare([]);
    document.querySelector("button[data-compare]")?.focus();
  });
  addEventListener("storage", () => show());
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  show();
  return { MOST, kept, compared, notes, keep, compare, note, address, asked, here, published, print, ids, bucket, details,
    element, fact, copy, follow, show,
    get refused() { return refused; } };
})();
