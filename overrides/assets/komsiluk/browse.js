// The list of all practices, narrowed down: words, facets, order. What is chosen stands in the address.
(() => {
  const form = document.querySelector(".k-choose");
  if (!form) return;
  const AT_ONCE = 12;
  const tag = document.documentElement.lang;
  const said = form.dataset;
  const all = document.querySelector(".k-found");
  const list = form.querySelector(".k-choose__cards"), more = form.querySelector(".k-choose__more");
  const status = form.querySelector("[role=status]"), chips = form.querySelector(".k-chips");
  const query = form.elements.q, sort = form.elements.sort;
  const opener = form.querySelector(".k-choose__open"), panel = form.querySelector(".k-facets");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const facets = [...new Set(boxes.map((box) => box.name))];
  const pattern = form.querySelector("template:not([data-level])").content.firstElementChild;
  const plural = new Intl.PluralRules(tag), write = new Intl.NumberFormat(tag);
  const counted = new Map([...form.querySelectorAll(".k-plural")].map((phrase) => [plural.select(+phrase.dataset.n), [phrase.dataset.n, phrase.textContent]]));
  const count = (n) => {
    const [number, phrase] = counted.get(plural.select(n)) ?? [...counted.values()].at(-1);
    return phrase.replace(number, write.format(n));
  };
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // Columns: each practice's values as numbers, one practice after the other.
  let columns;
  const CHARACTERS = Array.from({ length: 0x7f - 0x23 }, (_, i) => String.fromCharCode(0x23 + i)).filter((sign) => sign !== "\\");
  const NUMBER = new Map(CHARACTERS.map((sign, n) => [sign, n]));
  const unfold = ([values, width, several, rows], n) => {
    const starts = new Uint32Array(n + 1), held = [];
    const value = (at) => width === 1 ? NUMBER.get(rows[at]) : NUMBER.get(rows[at]) * CHARACTERS.length + NUMBER.get(rows[at + 1]);
    for (let at = 0, row = 0; row < n; row++) {
      if (several) { for (; rows[at] !== "!"; at += width) held.push(value(at)); at++; }
      else { held.push(value(at)); at += width; }
      starts[row + 1] = held.length;
    }
    return { values, place: new Map(values.map((id, i) => [id, i])), starts, held: Uint16Array.from(held) };
  };
  // What filters need is little; what words need comes when there are words.
  const opened = async () => {
    const manifest = await komsiluk.load(`${tag}/m`);
    const part = (name) => komsiluk.load(`${tag}/${manifest.v}/${name}`);
    const cards = (pages) => Promise.all(pages.map(async (page) => komsiluk.card(manifest, page, await part(`c${Math.floor(page / komsiluk.CARDS)}`))));
    const plain = (text) => [[text, false]];
    return { manifest, part, cards, pieces: plain, passage: (text) => plain(text.length > 170 ? `${text.slice(0, text.lastIndexOf(" ", 170))} …` : text) };
  };
  let filters;
  const ready = async () => {
    let index = await (filters ??= opened().catch((error) => { filters = undefined; throw error; }));
    if (query.value.trim()) {
      await komsiluk.load("engine");
      index = await komsiluk.index(tag);
    }
    if (!columns) {
      const loaded = await index.part("f");
      columns = Object.fromEntries(Object.entries(loaded).map(([name, column]) => [name, unfold(column, index.manifest.n)]));
    }
    return index;
  };

  // One bit for each facet that leaves a practice out: none is shown, one alone counts for that facet.
  const judge = (chosen, base) => {
    const n = base.length, missing = new Uint16Array(n);
    facets.forEach((name, bit) => {
      const wanted = chosen.get(name);
      const column = columns[name];
      if (!wanted?.size || !column) return;
      const wants = new Uint8Array(column.values.length);
      for (const id of wanted) if (column.place.has(id)) wants[column.place.get(id)] = 1;
      for (let row = 0; row < n; row++) {
        let has = false;
        for (let i = column.starts[row]; i < column.starts[row + 1] && !has; i++) has = wants[column.held[i]] === 1;
        if (!has) missing[row] |= 1 << bit;
      }
    });
    const counts = facets.map((name, bit) => {
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

  const chosenNow = () => {
    const chosen = new Map();
    for (const box of boxes) if (box.checked) chosen.set(box.name, (chosen.get(box.name) ?? new Set()).add(box.value));
    return chosen;
  };
  const labelOf = (box) => box.parentElement.querySelector("span").textContent;

  const draw = (index, cards, marks) => cards.map((card) => {
    const made = pattern.cloneNode(true);
    const id = card.key.replace("practices/", "");
    made.classList.add(`k-palette--${card.palette}`);
    const picture = made.querySelector("img");
    if (picture) {
      picture.src = picture.dataset.src.replace("*", id);
      picture.srcset = `${picture.dataset.large.replace("*", id)} 2x`;
    }
    made.querySelector(".k-card__kicker").textContent = [card.kind, card.where].filter(Boolean).join(" · ");
    const link = made.querySelector("a"), text = made.querySelector(".k-card__tagline");
    link.href = said.home + card.key + said.ending;
    if (card.language) link.lang = text.lang = card.language;
    for (const [place, pieces] of [[link, index.pieces(card.title, marks, card.language)], [text, index.passage(card.passage, marks, card.language)]]) {
      place.append(...pieces.map(([piece, isHit]) => isHit ? element("mark", "", piece) : piece));
    }
    const foot = made.querySelector(".k-card__foot");
    const level = columns.evidence && columns.evidence.values[columns.evidence.held[columns.evidence.starts[card.page]]];
    const sure = level && form.querySelector(`template[data-level="${level}"]`);
    if (sure) foot.querySelector("span").append(sure.content.cloneNode(true));
    if (card.language) foot.append(" ", element("span", "k-badge", said.borrowed.replace("*", index.manifest.words.languages[card.language] ?? card.language)));
    else if (card.byMachine) foot.append(" ", element("span", "k-badge", said.machine));
    return made;
  });

  let shown = AT_ONCE, latest = 0, found = [];
  const NO_MARKS = { terms: new Set(), last: "" };
  const show = async () => {
    const turn = ++latest;
    const chosen = chosenNow(), words = query.value.trim();
    const isWhole = !words && !chosen.size && !sort.value;
    chips.replaceChildren(...boxes.filter((box) => box.checked).map((box) => {
      const item = element("li"), button = element("button", "k-chip", labelOf(box));
      button.type = "button";
      button.setAttribute("aria-label", said.remove.replace("*", labelOf(box)));
      button.addEventListener("click", () => { box.checked = false; changed(); query.focus({ preventScroll: true }); });
      item.append(button);
      return item;
    }));
    form.querySelector(".k-choose__n").textContent = chips.children.length ? ` (${chips.children.length})` : "";
    form.querySelector(".k-facets__clear").hidden = isWhole;
    all.hidden = !isWhole;
    list.hidden = isWhole;
    if (isWhole && !columns) { more.hidden = true; status.textContent = ""; return; }
    try {
      const index = await ready();
      const base = new Uint8Array(index.manifest.n).fill(words ? 0 : 1);
      let asked = null;
      if (words) {
        asked = await index.ask(query.value);
        if (turn !== latest) return;
        for (const page of asked.practices.slice(0, asked.whole || undefined)) base[page] = 1;
      }
      const { missing, counts } = judge(chosen, base);
      const order = asked ? asked.practices : Array.from(base.keys());
      found = order.filter((page) => base[page] && !missing[page]);
      if (sort.value === "evidence") {
        const { held, starts, values } = columns.evidence;
        found.sort((one, other) => values[held[starts[other]]] - values[held[starts[one]]]);
      } else if (sort.value) {
        const ranks = await index.part(sort.value === "title" ? "o" : "n");
        found.sort((one, other) => ranks[one] - ranks[other]);
      }
      for (const box of boxes) {
        const column = columns[box.name], n = counts[facets.indexOf(box.name)]?.[column.place.get(box.value)] ?? 0;
        box.closest("label").querySelector(".k-facet__n").textContent = write.format(n);
        box.closest("li").classList.toggle("k-facet--none", !n && !box.checked);
      }
      const cards = isWhole ? [] : await index.cards(found.slice(0, shown));
      if (turn !== latest) return;
      status.textContent = isWhole ? "" : count(found.length);
      if (asked?.instead.length) status.append(" ", `${said.instead} ${asked.instead.join(" ")}`);
      list.replaceChildren(...draw(index, cards, asked?.marks ?? NO_MARKS));
      more.hidden = isWhole || found.length <= shown;
      if (!isWhole && !found.length) {
        const near = words ? await index.near(words) : [];
        if (turn !== latest) return;
        const item = element("li", "k-choose__none");
        item.append(element("p", "", said.none), element("p", "", said.help));
        const tries = element("p");
        for (const word of near) {
          const button = element("button", "k-chip", word);
          button.type = "button";
          button.addEventListener("click", () => { query.value = word; changed(); query.focus(); });
          tries.append(button, " ");
        }
        if (near.length) item.append(tries);
        list.replaceChildren(item);
      }
      form.dataset.shown = `${turn}`;
    } catch (error) {
      if (turn !== latest) return;
      console.warn(error);
      status.textContent = said.lost;
      all.hidden = false;
      list.hidden = more.hidden = true;
    }
  };

  // The address holds what is chosen; going back brings it back.
  const read = () => {
    const asked = new URLSearchParams(location.search);
    query.value = asked.get("q") ?? "";
    sort.value = [...sort.options].some((option) => option.value === asked.get("sort")) ? asked.get("sort") : "";
    const countries = asked.getAll("country");
    for (const box of boxes) {
      box.checked = asked.getAll(box.name).includes(box.value) || (box.dataset.country && countries.includes(box.dataset.country));
    }
  };
  const address = () => {
    const asked = new URLSearchParams();
    if (query.value.trim()) asked.set("q", query.value.trim());
    for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
    if (sort.value) asked.set("sort", sort.value);
    return `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  };
  const remember = (isNew) => {
    const here = address();
    if (here === location.pathname + location.search) return;
    try { history[isNew ? "pushState" : "replaceState"](null, "", here); } catch { /* a file has no history of its own */ }
  };
  const changed = (isNew = true) => {
    shown = AT_ONCE;
    remember(isNew);
    show();
  };
  let pause;
  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => changed(false), 150);
  });
  form.addEventListener("change", (event) => { if (event.target !== query) changed(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); changed(); });
  form.querySelector(".k-facets__clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    query.value = sort.value = "";
    changed();
  });
  more.firstElementChild.addEventListener("click", async () => {
    const before = shown;
    shown += AT_ONCE;
    await show();
    list.children[before]?.querySelector("a").focus();
  });
  const open = (isOpen) => {
    panel.classList.toggle("k-facets--open", isOpen);
    opener.setAttribute("aria-expanded", isOpen);
  };
  opener.addEventListener("click", () => open(!panel.classList.contains("k-facets--open")));
  form.querySelector(".k-facets__show").addEventListener("click", () => { open(false); form.scrollIntoView(); opener.focus({ preventScroll: true }); });
  addEventListener("popstate", () => { read(); shown = AT_ONCE; show(); });
  // Whoever reaches for the form will want the index.
  for (const happening of ["pointerenter", "focusin"]) form.addEventListener(happening, () => ready().catch(() => {}), { once: true });
  form.append(all);
  form.hidden = false;
  read();
  show();
})();
