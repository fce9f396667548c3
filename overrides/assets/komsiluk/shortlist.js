// What the reader keeps, with notes; and lists that come by an address or a file, until they are kept too.
(async () => {
  const { element, fact, ...chosen } = komsiluk.chosen;
  const page = komsiluk.need(".k-shortlist");
  const words = /** @type {FactWords & Words<"practice" | "unknown" | "lost" | "copied" | "refused" | "removed" | "emptied" | "added" | "notOurs" | "printed" | "months">} */ (page.dataset);
  const find = (/** @type {string} */ name) => komsiluk.need(`.k-shortlist__${name}`, page);
  const card = komsiluk.need("li", komsiluk.need("template", page).content);
  /** @type {Map<string, Detail>} */
  let known = new Map();
  /** @type {Shortlist | null} */
  let shared = null;
  /** @type {Shortlist | null} */
  let before = null;

  const link = (/** @type {string} */ id) => words.practice.replace("*", id);
  /** @type {(notes: Notes, list: string[]) => string} */
  const noted = (notes, list) => {
    const some = list.filter((id) => notes[id]).map((id) => [id, notes[id]]);
    return some.length ? `#notes=${encodeURIComponent(JSON.stringify(Object.fromEntries(some)))}` : "";
  };
  const arrived = () => {
    const list = chosen.asked();
    let notes = {};
    try { notes = JSON.parse(decodeURIComponent(location.hash.replace(/^#notes=/, ""))); } catch { /* none */ }
    return list.length ? { list, notes: clean(notes) } : null;
  };
  const clean = (/** @type {unknown} */ notes) => Object.fromEntries(Object.entries(komsiluk.choosing.notes(notes))
    .map(([id, text]) => [id, text.slice(0, 2000)]));

  const say = (/** @type {string} */ text, undoable = false) => {
    find("said").textContent = text;
    find("undo").hidden = !undoable;
  };
  const set = (/** @type {Shortlist} */ { list, notes }) => {
    const held = chosen.notes();
    for (const id of new Set([...Object.keys(held), ...Object.keys(notes)])) chosen.note(id, notes[id] ?? "");
    chosen.keep(list);
  };
  const now = () => ({ list: chosen.kept(), notes: chosen.notes() });
  /** @type {(next: Shortlist, text: string, undoable?: boolean) => Promise<void>} */
  const change = async (next, text, undoable = true) => {
    before = undoable ? now() : null;
    set(next);
    await draw();
    say(text, undoable);
  };
  // Where nothing is stored, the address is the store.
  const follow = () => {
    if (!chosen.refused) return;
    const { list, notes } = now();
    chosen.follow(chosen.address(chosen.here, list) + noted(notes, list));
  };

  // As the language writes it, which not every browser knows: the 22nd of each month of 2001 is in the page.
  const today = () => {
    const now = new Date();
    return JSON.parse(words.months)[now.getMonth()].replace("2001", String(now.getFullYear())).replace("22", String(now.getDate()));
  };

  /** @type {(id: string, notes: Notes, isOwn: boolean, position: number, count: number) => HTMLElement} */
  const drawn = (id, notes, isOwn, position, count) => {
    const practice = known.get(id);
    const made = /** @type {typeof card} */ (card.cloneNode(true));
    /** @type {<S extends string>(selector: S) => Element.Of<S>} */
    const part = (selector) => komsiluk.need(selector, made);
    const title = practice?.title ?? id;
    part("a").textContent = title;
    if (practice) {
      made.classList.add(`k-palette--${practice.palette}`);
      part("a").href = link(id);
      part(".k-card__kicker").textContent = `${practice.theme} · ${practice.where}`;
      part(".k-saved__tagline").textContent = practice.tagline;
      part(".k-badge").textContent = practice.state ?? "";
      part(".k-badge").hidden = !practice.state;
      if (practice.lang) part("h3").lang = part(".k-saved__tagline").lang = practice.lang;
      for (const row of made.querySelectorAll("[data-fact]")) {
        komsiluk.need("dd", row).append(fact(practice.facts[row.dataset.fact ?? ""], words));
      }
    } else {
      part(".k-saved__tagline").textContent = words.unknown.replace("{id}", id);
      part("details").remove();
    }
    const field = part("textarea"), note = part(".k-saved__note");
    const write = (/** @type {string} */ text) => {
      komsiluk.need("p", note).textContent = text;
      note.hidden = !text.trim();
    };
    write(notes[id] ?? "");
    if (!isOwn) {
      note.classList.add("k-saved__note--shared");
      const whose = komsiluk.need("strong", note);
      whose.textContent = whose.dataset.theirs ?? "";
      part(".k-saved__field").remove();
      part(".k-saved__tools").remove();
      return made;
    }
    for (const control of made.querySelectorAll("[data-label]")) {
      const name = (control.dataset.label ?? "").replace("{title}", title);
      (control.matches("label") ? field : control).setAttribute("aria-label", name);
      if (control.matches("button")) control.title = name;
    }
    field.value = notes[id] ?? "";
    field.addEventListener("input", () => { write(field.value); chosen.note(id, field.value); follow(); });
    part(".k-set-beside").dataset.compare = id;
    part(".k-set-beside").hidden = !practice;
    const move = (/** @type {"up" | "down"} */ name, /** @type {number} */ step) => {
      const button = part(`button.k-saved__${name}`);
      button.disabled = position + step < 0 || position + step >= count;
      button.addEventListener("click", async () => {
        const { list, notes: all } = now();
        list.splice(position + step, 0, ...list.splice(position, 1));
        await change({ list, notes: all }, "", false);
        const moved = find("own").querySelectorAll(".k-saved")[position + step];
        (moved.querySelector(`.k-saved__${name}:enabled`) ?? komsiluk.need("button:enabled", moved)).focus();
      });
    };
    move("up", -1);
    move("down", 1);
    part(".k-saved__remove").addEventListener("click", async () => {
      const { list, notes: all } = now();
      await change({ list: list.filter((one) => one !== id), notes: { ...all, [id]: "" } },
        words.removed.replace("{title}", title));
      find("undo").focus();
    });
    return made;
  };

  const draw = async () => {
    const { list, notes } = now();
    const all = [...list, ...shared?.list ?? []];
    try {
      known = await chosen.details(all);
    } catch { say(words.lost); }
    /** @type {(name: string, ids: string[], told: Notes, isOwn: boolean) => void} */
    const put = (name, ids, told, isOwn) => komsiluk.need("ol", find(name))
      .replaceChildren(...ids.map((id, at) => drawn(id, told, isOwn, at, ids.length)));
    put("own", list, notes, true);
    put("shared", shared?.list ?? [], shared?.notes ?? {}, false);
    find("shared").hidden = !shared;
    find("empty").hidden = list.length > 0;
    for (const some of page.querySelectorAll(".k-shortlist__some")) some.hidden = !list.length;
    page.classList.toggle("k-shortlist--empty", !list.length);
    // What the printed pack holds, for its first page.
    const listed = (/** @type {string} */ id) => {
      const { title = id, lang = "" } = known.get(id) ?? {};
      return lang ? Object.assign(element("li", title), { lang }) : element("li", title);
    };
    find("held").replaceChildren(...(list.length ? list : shared?.list ?? []).map(listed));
    find("printed").textContent = words.printed.replace("{day}", today());
    follow();
    chosen.show();
  };

  const receive = async (/** @type {Shortlist} */ came) => {
    shared = came;
    await draw();
    komsiluk.need("h2", find("shared")).scrollIntoView();
  };

  /** @type {(name: string, type: string, text: string) => void} */
  const download = (name, type, text) => {
    const way = element("a");
    way.href = URL.createObjectURL(new Blob([text], { type }));
    way.download = `${name}-${new Date().toISOString().slice(0, 10)}.${type === "text/markdown" ? "md" : "json"}`;
    way.click();
    setTimeout(() => URL.revokeObjectURL(way.href), 10_000);
  };
  const address = (/** @type {string} */ id) => new URL(link(id), chosen.published).href;
  const quiet = (/** @type {string} */ text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
  const markdown = () => {
    const { list, notes } = now();
    const parts = [`# ${komsiluk.need("h1").textContent}`, find("printed").textContent];
    for (const id of list) {
      const practice = known.get(id);
      parts.push(`## [${quiet(practice?.title ?? id)}](${address(id)})`);
      if (notes[id]) parts.push(notes[id].split("\n").map((line) => `> ${quiet(line)}`).join("\n"));
      if (!practice) continue;
      parts.push(quiet(practice.tagline), quiet([practice.theme, practice.where, practice.state].filter(Boolean).join(" · ")));
      const rows = card.querySelectorAll("[data-fact]");
      parts.push([...rows].map((row) => {
        const items = practice.facts[row.dataset.fact ?? ""] ?? [words.absent];
        const lines = items.map((item) => {
          const [text, mark, , opening] = /** @type {Exclude<FactItem, string>} */ ([item].flat());
          return `  - ${quiet([opening, text].filter(Boolean).join(" "))}${mark ? ` (${words[mark]})` : ""}`;
        });
        return [`- **${quiet(komsiluk.need("dt", row).textContent)}**`, ...lines].join("\n");
      }).join("\n"));
    }
    return `${parts.join("\n\n")}\n`;
  };

  find("undo").addEventListener("click", async () => {
    const last = before;
    if (last) await change(last, "", false);
    find("own").querySelector("a, button, textarea")?.focus();
  });
  find("clear").addEventListener("click", async () => {
    await change({ list: [], notes: {} }, words.emptied);
    find("undo").focus();
  });
  find("take").addEventListener("click", async () => {
    if (!shared) return;
    const own = now();
    const notes = { ...own.notes }, { list: names, notes: told } = shared;
    for (const id of names) {
      const theirs = told[id];
      if (theirs && !notes[id]?.includes(theirs)) notes[id] = [notes[id], theirs].filter(Boolean).join("\n\n");
    }
    const list = [...own.list, ...names.filter((id) => !own.list.includes(id))];
    shared = null;
    chosen.follow(chosen.here);
    await change({ list, notes }, words.added);
    find("undo").focus();
  });
  find("copy").addEventListener("click", async () => {
    const { list, notes } = now();
    const where = chosen.address(chosen.published, list) + (komsiluk.need("input", find("with")).checked ? noted(notes, list) : "");
    say(await chosen.copy(where) ? words.copied : where);
  });
  find("print").addEventListener("click", () => print());
  chosen.print(() => now().list);
  find("markdown").addEventListener("click", () => download("shortlist", "text/markdown", markdown()));
  find("json").addEventListener("click", () => {
    const { list, notes } = now();
    const practices = list.map((id) => ({ id, title: known.get(id)?.title, address: address(id), note: notes[id] }));
    download("shortlist", "application/json", `${JSON.stringify({ shortlist: 1, practices }, null, 2)}\n`);
  });
  const file = komsiluk.need("input.k-shortlist__file", page);
  find("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    try {
      /** @type {{ practices: { id: unknown, note: unknown }[] }} or anything else, which throws */
      const { practices } = JSON.parse(await file.files?.[0].text() ?? "");
      const list = chosen.ids(practices.map(({ id }) => id));
      if (!list.length) throw new TypeError("no practices");
      await receive({ list, notes: clean(Object.fromEntries(practices.map(({ id, note }) => [id, note]))) });
    } catch { say(words.notOurs); }
    file.value = "";
  });

  page.hidden = false;
  const came = arrived();
  const { list, notes } = now();
  if (came && chosen.refused && !list.length) {
    set(came);
  } else if (came && came.list.some((id) => !list.includes(id) || (came.notes[id] ?? "") !== (notes[id] ?? came.notes[id] ?? ""))) {
    shared = came;
  }
  await draw();
  if (chosen.refused) say(words.refused);
})();
