// The list of all practices, narrowed down: words, facets, order. What is chosen stands in the address.
(() => {
  const form = document.querySelector("form.k-choose");
  if (!form) return;
  const AT_ONCE = 12;
  const tag = document.documentElement.lang;
  const said = /** @type {Words<"home" | "ending" | "none" | "help" | "instead" | "lost" | "borrowed" | "machine">} */ (form.dataset);
  const map = document.querySelector(".k-doors a[data-door=map]");
  const all = komsiluk.need(".k-found");
  const list = komsiluk.need(".k-choose__cards", form), more = komsiluk.need(".k-choose__more", form);
  const status = komsiluk.need("[role=status]", form);
  const query = komsiluk.need("input[name=q]", form), sort = komsiluk.need("select[name=sort]", form);
  const pattern = komsiluk.need("li", komsiluk.need("template:not([data-level])", form).content);
  /** @type {<N extends keyof HTMLElementTagNameMap>(name: N, className?: string, text?: string) => HTMLElementTagNameMap[N]} */
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  /** @type {Promise<Cards> | undefined} */
  let filters;
  /** @type {() => Promise<Cards | Index>} */
  const ready = async () => {
    const isAsking = query.value.trim();
    if (isAsking) await komsiluk.load(`${tag}/engine`);
    filters ??= komsiluk.filters().catch((error) => { filters = undefined; throw error; });
    /** @type {Cards | Index} */
    const index = await (isAsking ? komsiluk.index(tag) : filters);
    await facets.load(index);
    return index;
  };

  /** @type {(index: Cards, cards: Card[], marks: Marks) => HTMLLIElement[]} */
  const draw = (index, cards, marks) => cards.map((card) => {
    const made = /** @type {typeof pattern} */ (pattern.cloneNode(true));
    const id = card.key.replace("practices/", "");
    made.classList.add(`k-palette--${card.palette}`);
    const picture = made.querySelector("img");
    if (picture) {
      const { src, large } = /** @type {Words<"src" | "large">} */ (picture.dataset);
      picture.src = src.replace("*", id);
      picture.srcset = `${large.replace("*", id)} 2x`;
    }
    komsiluk.need(".k-card__kicker", made).textContent = [card.kind, card.where].filter(Boolean).join(" · ");
    const link = komsiluk.need("a", made), text = komsiluk.need(".k-card__tagline", made);
    link.href = said.home + card.key + said.ending;
    if (card.language) link.lang = text.lang = card.language;
    const put = (/** @type {HTMLElement} */ place, /** @type {Pieces} */ pieces) =>
      place.append(...pieces.map(([piece, isHit]) => isHit ? element("mark", "", piece) : piece));
    put(link, index.pieces(card.title, marks, card.language));
    put(text, index.passage(card.passage, marks, card.language));
    const foot = komsiluk.need(".k-card__foot", made);
    const sureness = facets.column("evidence");
    const level = sureness && sureness.values[sureness.held[sureness.starts[card.page]]];
    const sure = level && form.querySelector(`template[data-level="${level}"]`);
    if (sure) komsiluk.need("span", foot).append(sure.content.cloneNode(true));
    if (card.language) foot.append(" ", element("span", "k-badge", said.borrowed.replace("*", index.manifest.words.languages[card.language] ?? card.language)));
    else if (card.byMachine) foot.append(" ", element("span", "k-badge", said.machine));
    return made;
  });

  let shown = AT_ONCE, latest = 0;
  /** @type {number[]} */
  let found = [];
  /** @type {Marks} */
  const NO_MARKS = { terms: new Set(), last: "" };
  const show = async () => {
    const turn = ++latest;
    const words = query.value.trim();
    const isWhole = !words && !facets.isChosen() && !sort.value;
    facets.show(isWhole);
    if (map) {
      const chosen = new URLSearchParams();
      facets.put(chosen);
      map.search = String(chosen);
    }
    all.hidden = !isWhole;
    list.hidden = isWhole;
    if (isWhole && !facets.isLoaded()) { more.hidden = true; status.textContent = ""; return; }
    try {
      const index = await ready();
      const base = new Uint8Array(index.manifest.n).fill(words ? 0 : 1);
      let asked = null;
      if (words && "ask" in index) {
        asked = await index.ask(query.value);
        if (turn !== latest) return;
        for (const page of asked.practices.slice(0, asked.whole || undefined)) base[page] = 1;
      }
      const { missing, counts } = facets.judge(base);
      const order = asked ? asked.practices : Array.from(base.keys());
      found = order.filter((page) => base[page] && !missing[page]);
      // The index has practices by their place; the list has them by their first theme.
      if (!asked && sort.value !== "title" && sort.value !== "newest") {
        const theme = facets.column("theme");
        if (theme) found.sort((one, other) => theme.held[theme.starts[one]] - theme.held[theme.starts[other]]);
      }
      if (sort.value === "evidence") {
        const sureness = facets.column("evidence");
        const level = (/** @type {number} */ page) => Number(sureness?.values[sureness.held[sureness.starts[page]]]);
        if (sureness) found.sort((one, other) => level(other) - level(one));
      } else if (sort.value) {
        const ranks = await index.part(sort.value === "title" ? "o" : "n");
        found.sort((one, other) => ranks[one] - ranks[other]);
      }
      facets.tell(counts);
      const cards = isWhole ? [] : await index.cards(found.slice(0, shown));
      if (turn !== latest) return;
      status.textContent = isWhole ? "" : facets.count(found.length);
      if (asked?.instead.length) status.append(" · ", `${said.instead} ${asked.instead.join(" ")}`);
      list.replaceChildren(...draw(index, cards, asked?.marks ?? NO_MARKS));
      more.hidden = isWhole || found.length <= shown;
      if (!isWhole && !found.length) {
        const near = "near" in index ? await index.near(words) : [];
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

  const read = () => {
    const asked = new URLSearchParams(location.search), order = asked.get("sort") ?? "";
    query.value = asked.get("q") ?? "";
    sort.value = [...sort.options].some((option) => option.value === order) ? order : "";
    facets.read(asked);
  };
  const changed = (isNew = true) => {
    const asked = new URLSearchParams();
    if (query.value.trim()) asked.set("q", query.value.trim());
    facets.put(asked);
    shown = AT_ONCE;
    if (sort.value) asked.set("sort", sort.value);
    facets.remember(asked, isNew);
    show();
  };
  const facets = komsiluk.facets(form, changed);
  let pause = 0;
  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => changed(false), 150);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); changed(); });
  komsiluk.need("button", more).addEventListener("click", async () => {
    const before = shown;
    shown += AT_ONCE;
    await show();
    list.children[before]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", () => { read(); shown = AT_ONCE; show(); });
  // Whoever reaches for the form will want the index.
  for (const happening of ["pointerenter", "focusin"]) form.addEventListener(happening, () => ready().catch(() => {}), { once: true });
  form.append(all);
  form.hidden = false;
  read();
  show();
})();
