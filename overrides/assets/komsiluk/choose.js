// What a reader keeps and compares, as values: without any page.
komsiluk.choosing = (() => {
  const MOST = 4;
  /** @type {Choosing["ids"]} */
  const ids = (value) => Array.isArray(value)
    ? [...new Set(value.filter((id) => typeof id === "string" && /^[a-z0-9][a-z0-9-]{0,99}$/.test(id)))] : [];
  /** @type {Choosing["notes"]} */
  const notes = (value) => Object.fromEntries(Object.entries(value && typeof value === "object" ? value : {})
    .filter(([, text]) => typeof text === "string"));
  /** @type {Choosing["address"]} */
  const address = (base, list) => list.length ? `${base}?p=${list.join(",")}` : base;
  // 32-bit FNV-1a: the same as bucket() in pages/buckets.py.
  /** @type {Choosing["bucket"]} */
  const bucket = (id, count) => {
    let digest = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(id)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
    return digest % count;
  };
  /** @type {Choosing["toggled"]} */
  const toggled = (list, id) => list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return { MOST, ids, notes, address, bucket, toggled };
})();
// What a reader keeps and compares, on this device alone. Where storage is refused it lives as long as the page.
// Any `button[data-keep=<id>]` and `button[data-compare=<id>]` works; who adds some calls `show()`.
komsiluk.chosen = (() => {
  const { MOST, ids, address, bucket, toggled } = komsiluk.choosing;
  const tray = komsiluk.need(".k-tray");
  const spoken = komsiluk.need(".k-tray + [role=status]");
  const said = /** @type {Words<"buckets" | "one" | "compare" | "kept">} */ (tray.dataset);
  /** @type {Record<string, unknown>} What could not be stored. */
  const held = {};
  let refused = false;
  try {
    localStorage.setItem("komsiluk.try", "1");
    localStorage.removeItem("komsiluk.try");
  } catch { refused = true; }

  /** @type {(name: string) => unknown} */
  const read = (name) => {
    if (name in held) return held[name];
    try { return JSON.parse(localStorage.getItem(`komsiluk.${name}`) ?? "null"); } catch { return null; }
  };
  /** @type {(name: string, value: unknown) => void} */
  const write = (name, value) => {
    held[name] = value;
    try {
      localStorage.setItem(`komsiluk.${name}`, JSON.stringify(value));
      delete held[name];
    } catch { refused = true; }
  };

  const kept = () => ids(read("kept"));
  const compared = () => ids(read("compared")).slice(0, MOST);
  const notes = () => komsiluk.choosing.notes(read("notes"));
  /** @type {Chosen["keep"]} */
  const keep = (list) => { write("kept", ids(list)); show(); };
  /** @type {Chosen["compare"]} */
  const compare = (list) => { write("compared", ids(list).slice(0, MOST)); show(); };
  /** @type {Chosen["note"]} */
  const note = (id, text) => {
    const all = notes();
    if (text.trim()) all[id] = text; else delete all[id];
    write("notes", all);
  };
  // What is handed on names the published site, also when it was written on a stick.
  const here = location.href.split(/[?#]/)[0];
  const published = location.protocol.startsWith("http") ? here
    : document.querySelector("link[rel=canonical]")?.href ?? here;
  // On paper the foot of the page names what is shown, too.
  const foot = document.querySelector(".k-footer__address"), told = foot?.textContent ?? "";
  /** @type {Chosen["print"]} */
  const print = (list) => addEventListener("beforeprint", () => { if (foot) foot.textContent = address(told, list()); });
  const asked = () => ids((new URLSearchParams(location.search).get("p") ?? "").split(","));

  // The details of practices by id; those that the site does not have are left out.
  /** @type {Chosen["details"]} */
  const details = async (list) => {
    const numbers = [...new Set(list.map((id) => bucket(id, Number(said.buckets))))];
    const tag = document.documentElement.lang;
    const parts = await Promise.all(numbers.map((number) => komsiluk.load(`${tag}/d${number}`)));
    /** @type {Record<string, Detail>} */
    const all = Object.assign(Object.create(null), ...parts);
    return new Map(list.filter((id) => id in all).map((id) => [id, all[id]]));
  };

  /** @type {Chosen["element"]} */
  const element = (name, ...content) => {
    const found = document.createElement(name);
    found.append(...content);
    return found;
  };
  // A fact's items (pages/facts.py) as an element; `words` says what is absent, suggested, estimated.
  /** @type {Chosen["fact"]} */
  const fact = (items, words) => {
    if (!items) {
      const absent = element("span", words.absent);
      absent.className = "k-absent";
      return absent;
    }
    const badge = (/** @type {Mark} */ mark) => {
      const made = element("span", words[mark]);
      made.className = mark === "suggested" ? "k-suggested" : "k-badge";
      return made;
    };
    const parts = items.map((item) => /** @type {Exclude<FactItem, string>} */ ([item].flat()));
    const marks = new Set(parts.map(([, mark = ""]) => mark));
    const lines = parts.map(([text, mark = "", lang = "", before = ""]) => {
      const line = element("li", before && `${before} `);
      const spoken = lang ? line.appendChild(element("span")) : line;
      spoken.append(text);
      if (lang) spoken.lang = lang;
      if (mark && marks.size > 1) line.append(" ", badge(mark));
      return line;
    });
    const list = element("ul", ...lines);
    list.className = "k-list k-fact";
    const [only] = marks;
    return only && marks.size === 1 ? element("div", badge(only), list) : list;
  };
  /** @type {Chosen["copy"]} */
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
  /** @type {Chosen["follow"]} */
  const follow = (where) => { try { history.replaceState(null, "", where); } catch { /* as it is */ } };

  const show = (message = "") => {
    const chosen = compared(), own = kept();
    komsiluk.badge(own.length, refused ? address("", own) : "");
    /** @type {(name: "keep" | "compare", list: string[]) => void} */
    const press = (name, list) => {
      for (const button of document.querySelectorAll(`button[data-${name}]`)) {
        button.hidden = false;
        button.setAttribute("aria-pressed", String(list.includes(button.dataset[name] ?? "")));
      }
    };
    press("keep", own);
    press("compare", chosen);
    const isQuiet = tray.hasAttribute("data-quiet");
    const told = message || (chosen.length === 1 && !isQuiet ? said.one : "");
    tray.hidden = !told && (!chosen.length || isQuiet);
    komsiluk.need("p", tray).textContent = told;
    const [comparison, shortlist] = tray.querySelectorAll("a");
    /** @type {(link: HTMLAnchorElement, isOffered: boolean, list: string[], words: string) => void} */
    const offer = (link, isOffered, list, words) => {
      link.hidden = !isOffered;
      link.textContent = isOffered ? words.replace("{n}", String(list.length)) : "";
      link.search = address("", list);
    };
    offer(comparison, chosen.length > 1, chosen, said.compare);
    offer(shortlist, refused && own.length > 0, own, said.kept);
    komsiluk.need("button", tray).hidden = !chosen.length;
    return told || (chosen.length > 1 ? comparison.textContent : "");
  };
  // What has to be said so seldom that no page carries the words: `full`, `refused`.
  const seldom = (/** @type {"full" | "refused"} */ name) => komsiluk.load(`${document.documentElement.lang}/seldom`).then((words) => words[name], () => "");

  document.addEventListener("click", async (event) => {
    const button = komsiluk.around(event, "button[data-keep], button[data-compare]");
    if (!button) return;
    const { keep: own, compare: other = "" } = button.dataset, isKept = Boolean(own);
    const list = own ? toggled(kept(), own) : toggled(compared(), other);
    const isFull = !isKept && list.length > MOST;
    if (!isFull) (isKept ? keep : compare)(list);
    const trouble = isFull ? "full" : refused ? "refused" : null;
    const told = show(trouble ? await seldom(trouble) : "");
    if (!isKept || refused) spoken.textContent = told;
  });
  komsiluk.need("button", tray).addEventListener("click", () => {
    compare([]);
    document.querySelector("button[data-compare]")?.focus();
  });
  addEventListener("storage", () => show());
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  show();
  return { MOST, kept, compared, notes, keep, compare, note, address, asked, here, published, print, ids, details,
    element, fact, copy, follow, show,
    get refused() { return refused; } };
})();
