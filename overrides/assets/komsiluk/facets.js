// Each practice's values as numbers, one practice after the other, and who is left of them; without any page.
komsiluk.columns = (() => {
  const CHARACTERS = Array.from({ length: 0x7f - 0x23 }, (_, i) => String.fromCharCode(0x23 + i)).filter((sign) => sign !== "\\");
  const NUMBER = new Map(CHARACTERS.map((sign, n) => [sign, n]));
  /** @type {Columns["unfold"]} */
  const unfold = ([values, width, several, rows], n) => {
    /** @type {number[]} */
    const held = [];
    const starts = new Uint32Array(n + 1);
    const digit = (/** @type {number} */ at) => NUMBER.get(rows[at]) ?? 0;
    const value = (/** @type {number} */ at) => width === 1 ? digit(at) : digit(at) * CHARACTERS.length + digit(at + 1);
    for (let at = 0, row = 0; row < n; row++) {
      if (several) { for (; rows[at] !== "!"; at += width) held.push(value(at)); at++; }
      else { held.push(value(at)); at += width; }
      starts[row + 1] = held.length;
    }
    return { values, place: new Map(values.map((id, i) => [id, i])), starts, held: Uint16Array.from(held) };
  };

  // One bit for each facet that leaves a practice out: none is shown, one alone counts for that facet.
  /** @type {Columns["judge"]} */
  const judge = (columns, names, chosen, base) => {
    const n = base.length, missing = new Uint16Array(n);
    names.forEach((name, bit) => {
      const wanted = chosen.get(name);
      const column = columns[name];
      if (!wanted?.size || !column) return;
      const wants = new Uint8Array(column.values.length);
      for (const id of wanted) {
        const place = column.place.get(id);
        if (place !== undefined) wants[place] = 1;
      }
      for (let row = 0; row < n; row++) {
        let has = false;
        for (let i = column.starts[row]; i < column.starts[row + 1] && !has; i++) has = wants[column.held[i]] === 1;
        if (!has) missing[row] |= 1 << bit;
      }
    });
    const counts = names.map((name, bit) => {
      const column = columns[name];
      if (!column) return null;
      const found = new Uint32Array(column.values.length);
      for (let row = 0; row < n; row++) {
        if (!base[row] || (missing[row] & ~(1 << bit))) continue;
        for (let i = column.starts[row]; i < column.starts[row + 1]; i++) found[column.held[i]]++;
      }
      return found;
    });
    return { missing, counts };
  };
  return { unfold, judge };
})();
// What practices can be narrowed down by: boxes with counts, chips, and the address that holds what is chosen.
// The list of all practices and the map share it; `changed` is called when somebody has chosen.
komsiluk.facets = (form, changed) => {
  const tag = document.documentElement.lang;
  const chips = komsiluk.need(".k-chips", form), opener = komsiluk.need(".k-choose__open", form), panel = komsiluk.need(".k-facets", form);
  const clear = komsiluk.need(".k-facets__clear", form), chosen = komsiluk.need(".k-choose__n", form);
  const said = /** @type {Words<"remove">} */ (form.dataset);
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const names = [...new Set(boxes.map((box) => box.name))];
  const plural = new Intl.PluralRules(tag), write = new Intl.NumberFormat(tag);
  /** @type {Map<string, [number: string, phrase: string]>} */
  const counted = new Map([...form.querySelectorAll(".k-plural")].map(({ dataset: { n = "" }, textContent }) => [plural.select(+n), [n, textContent]]));
  /** @type {Facets["count"]} */
  const count = (n) => {
    const [number, phrase] = counted.get(plural.select(n)) ?? [...counted.values()].at(-1) ?? ["", ""];
    return phrase.replace(number, write.format(n));
  };

  /** @type {Record<string, Column> | undefined} */
  let columns;
  /** @type {Facets["load"]} */
  const load = async (index) => {
    if (columns) return;
    const loaded = await index.part("f");
    columns = Object.fromEntries(Object.entries(loaded).map(([name, column]) => [name, komsiluk.columns.unfold(column, index.manifest.n)]));
  };
  /** @type {Facets["judge"]} */
  const judge = (base) => {
    const chosen = new Map();
    for (const box of boxes) if (box.checked) chosen.set(box.name, (chosen.get(box.name) ?? new Set()).add(box.value));
    return komsiluk.columns.judge(columns ?? {}, names, chosen, base);
  };
  /** @type {Facets["tell"]} */
  const tell = (counts) => {
    for (const box of boxes) {
      const place = columns?.[box.name]?.place.get(box.value) ?? -1, n = counts[names.indexOf(box.name)]?.[place] ?? 0;
      komsiluk.need(".k-facet__n", box.parentElement ?? form).textContent = write.format(n);
      box.closest("li")?.classList.toggle("k-facet--none", !n && !box.checked);
    }
  };

  const labelOf = (/** @type {HTMLInputElement} */ box) => komsiluk.need("span", box.parentElement ?? form).textContent;
  const isChosen = () => boxes.some((box) => box.checked);
  // What is chosen as chips, each of which takes its choice away; `whole` says that nothing at all is chosen.
  /** @type {Facets["show"]} */
  const show = (whole) => {
    chips.replaceChildren(...boxes.filter((box) => box.checked).map((box) => {
      const item = document.createElement("li"), button = document.createElement("button");
      button.type = "button";
      button.className = "k-chip";
      button.textContent = labelOf(box);
      button.setAttribute("aria-label", said.remove.replace("*", labelOf(box)));
      button.addEventListener("click", () => { box.checked = false; changed(); (form.querySelector("input[name=q]") ?? opener).focus({ preventScroll: true }); });
      item.append(button);
      return item;
    }));
    chosen.textContent = chips.children.length ? ` (${chips.children.length})` : "";
    clear.hidden = whole;
  };

  // The address holds what is chosen; going back brings it back.
  /** @type {Facets["read"]} */
  const read = (asked) => {
    const countries = asked.getAll("country");
    for (const box of boxes) {
      box.checked = asked.getAll(box.name).includes(box.value) || countries.includes(box.dataset.country ?? "");
    }
  };
  /** @type {Facets["put"]} */
  const put = (asked) => { for (const box of boxes) if (box.checked) asked.append(box.name, box.value); };
  /** @type {Facets["remember"]} */
  const remember = (asked, isNew = true) => {
    const here = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
    if (here === location.pathname + location.search) return;
    try { history[isNew ? "pushState" : "replaceState"](null, "", here); } catch { /* a file has no history of its own */ }
  };

  // On paper the foot of the page names the choice, too.
  const foot = document.querySelector(".k-footer__address"), told = foot?.textContent;
  addEventListener("beforeprint", () => { if (foot) foot.textContent = `${told}${location.search}`; });

  const open = (/** @type {boolean} */ isOpen) => {
    panel.classList.toggle("k-facets--open", isOpen);
    opener.setAttribute("aria-expanded", String(isOpen));
  };
  opener.addEventListener("click", () => open(!panel.classList.contains("k-facets--open")));
  komsiluk.need(".k-facets__show", form).addEventListener("click", () => { open(false); form.scrollIntoView(); opener.focus({ preventScroll: true }); });
  clear.addEventListener("click", () => {
    form.reset();
    changed();
  });
  form.addEventListener("change", (event) => { if (!komsiluk.around(event, "[type=search]")) changed(); });
  return { count, isChosen, judge, load, put, read, remember, show, tell, isLoaded: () => columns !== undefined, column: (name) => columns?.[name] };
};
// Of an index, what filters need: it is little; what words need comes when there are words.
komsiluk.filters = async () => {
  const tag = document.documentElement.lang;
  const manifest = await komsiluk.load(`${tag}/m`);
  /** @type {Cards["part"]} */
  const part = (name) => komsiluk.load(`${tag}/${manifest.v}/${name}`);
  /** @type {Cards["cards"]} */
  const cards = (pages) => Promise.all(pages.map(async (page) => komsiluk.card(manifest, page, await part(`c${Math.floor(page / komsiluk.CARDS)}`))));
  /** @type {(text: string) => Pieces} */
  const plain = (text) => [[text, false]];
  return { manifest, part, cards, pieces: plain, passage: (text) => plain(text.length > 170 ? `${text.slice(0, text.lastIndexOf(" ", 170))} …` : text) };
};
