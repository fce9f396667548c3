// The list of all practices, narrowed down: words, facets, order. What is chosen stands in the address.
(() => {
  const form = document.querySelector(".k-choose");
  if (!form) return;
  const AT_ONCE = 12;
  const tag = document.documentElement.lang;
  const said = form.dataset;
  const map = document.querySelector(".k-doors [data-door=map]");
  const all = document.querySelector(".k-found");
  const list = form.querySelector(".k-choose__cards"), more = form.querySelector(".k-choose__more");
  const status = form.querySelector("[role=status]");
  const query = form.elements.q, sort = form.elements.sort;
  const pattern = form.querySelector("template:not([data-level])").content.firstElementChild;
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  let filters;
  const ready = async () => {
    const isAsking = query.value.trim();
    if (isAsking) await komsiluk.load(`${tag}/engine`);
    filters ??= komsiluk.filters().catch((error) => { filters = undefined; throw error; });
    const index = await (isAsking ? komsiluk.index(tag) : filters);
    await facets.load(index);
    return index;
  };

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
    const sureness = facets.column("evidence");
    const level = sureness && sureness.values[sureness.held[sureness.starts[card.page]]];
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
    const words = query.value.trim();
    const isWhole = !words && !facets.isChosen() && !sort.value;
    facets.show(isWhole);
    if (map) {
      const chosen = new URLSearchParams();
      facets.put(chosen);
      map.search = chosen;
    }
    all.hidden = !isWhole;
    list.hidden = isWhole;
    if (isWhole && !facets.isLoaded()) { more.hidden = true; status.textContent = ""; return; }
    try {
      const index = await ready();
      const base = new Uint8Array(index.manifest.n).fill(words ? 0 : 1);
      let asked = null;
      if (words) {
        asked = await index.ask(query.value);
        if (turn !== latest) return;
        for (const page of asked.practices.slice(0, asked.whole || undefined)) base[page] = 1;
      }
      const { missing, counts } = facets.judge(base);
      const order = asked ? asked.practices : Array.from(base.keys());
      found = order.filter((page) => base[page] && !missing[page]);
      // The index has practices by their place; the list has them by their first theme.
      if (!asked && sort.value !== "title" && sort.value !== "newest") {
        const { held, starts } = facets.column("theme");
        found.sort((one, other) => held[starts[one]] - held[starts[other]]);
      }
      if (sort.value === "evidence") {
        const { held, starts, values } = facets.column("evidence");
        found.sort((one, other) => values[held[starts[other]]] - values[held[starts[one]]]);
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

  const read = () => {
    const asked = new URLSearchParams(location.search);
    query.value = asked.get("q") ?? "";
    sort.value = [...sort.options].some((option) => option.value === asked.get("sort")) ? asked.get("sort") : "";
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
  let pause;
  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => changed(false), 150);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); changed(); });
  more.firstElementChild.addEventListener("click", async () => {
    const before = shown;
    shown += AT_ONCE;
    await show();
    list.children[before]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => { read(); shown = AT_ONCE; show(); });
  // Whoever reaches for the form will want the index.
  for (const happening of ["pointerenter", "focusin"]) form.addEventListener(happening, () => ready().catch(() => {}), { once: true });
  form.append(all);
  form.hidden = false;
  read();
  show();
})();
