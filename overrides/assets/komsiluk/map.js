// The map, narrowed down as the list of all practices is: points and rows show the practices that are left.
(() => {
  const form = document.querySelector("form.k-choose--map");
  if (!form) return;
  const said = /** @type {Words<"none" | "lost">} */ (form.dataset);
  const where = komsiluk.need(".k-where");
  const status = komsiluk.need("[role=status]", form), list = komsiluk.need("a.k-choose__list", form);
  /** @typedef {{ left: (practice: number) => boolean, isWhole: boolean, address: string }} Sight what is left, and where the list of it is */
  /** @type {(element: HTMLElement) => number[]} */
  const practices = ({ dataset }) => (dataset.practices ?? "").split(" ").map(Number);
  const write = new Intl.NumberFormat(document.documentElement.lang);

  // A point, or a place beside the map: its name says how many practices it has.
  const signs = [...where.querySelectorAll("a[data-practices]")].map((link) => {
    const held = practices(link), name = link.querySelector("title") ?? link, whole = name.textContent ?? "";
    const number = link.querySelector(".k-sign__n"), way = link.getAttribute("href") ?? "";
    return (/** @type {Sight} */ { left, isWhole }) => {
      const n = held.filter(left).length;
      link.toggleAttribute("hidden", !n);
      name.textContent = whole.replace(facets.count(held.length), facets.count(n));
      if (number) number.textContent = write.format(n);
      link.setAttribute("href", isWhole ? way : `#at-${link.dataset.place}`);
    };
  });
  const rows = [...where.querySelectorAll("tr[data-practices]")].map((row) => {
    const held = practices(row), items = [...row.querySelectorAll("td li:not(.k-spots__more)")];
    const more = row.querySelector(".k-spots__more a"), way = more?.getAttribute("href") ?? "", told = more?.textContent ?? "";
    return (/** @type {Sight} */ { left, isWhole, address }) => {
      row.hidden = !held.some(left);
      items.forEach((item, i) => { item.hidden = !left(held[i]); });
      if (!more?.parentElement) return;
      more.parentElement.hidden = !held.slice(items.length).some(left);
      more.setAttribute("href", isWhole ? way : address);
      more.textContent = isWhole ? told : facets.count(held.filter(left).length);
    };
  });
  const countries = [...where.querySelectorAll("tbody")].map((body) => {
    const held = [...new Set([...body.querySelectorAll("tr[data-practices]")].flatMap(practices))];
    const count = komsiluk.need(".k-tile__count", body);
    return (/** @type {Sight} */ { left }) => {
      const n = held.filter(left).length;
      body.hidden = !n;
      count.textContent = facets.count(n);
    };
  });

  /** @type {Promise<Cards> | undefined} */
  let filters;
  let latest = 0;
  const ready = () => (filters ??= komsiluk.filters().then(async (index) => { await facets.load(index); return index; })
    .catch((error) => { filters = undefined; throw error; }));
  const show = async () => {
    const turn = ++latest, isWhole = !facets.isChosen(), asked = new URLSearchParams();
    facets.put(asked);
    facets.show(isWhole);
    list.hidden = isWhole;
    list.search = String(asked);
    if (isWhole && !facets.isLoaded()) return;
    try {
      const index = await ready();
      if (turn !== latest) return;
      const { missing, counts } = facets.judge(new Uint8Array(index.manifest.n).fill(1));
      facets.tell(counts);
      /** @type {Sight} */
      const sight = { left: (practice) => !missing[practice], isWhole, address: list.href };
      for (const each of [...signs, ...rows, ...countries]) each(sight);
      const n = missing.filter((bits) => !bits).length;
      status.textContent = isWhole ? "" : n ? facets.count(n) : said.none;
      form.dataset.shown = `${turn}`;
    } catch (error) {
      if (turn !== latest) return;
      console.warn(error);
      status.textContent = said.lost;
    }
  };
  const facets = komsiluk.facets(form, () => {
    const asked = new URLSearchParams();
    facets.put(asked);
    facets.remember(asked);
    show();
  });
  const read = () => { facets.read(new URLSearchParams(location.search)); show(); };
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  for (const happening of ["pointerenter", "focusin"]) form.addEventListener(happening, () => ready().catch(() => {}), { once: true });
  form.append(where);
  form.hidden = false;
  read();
})();
