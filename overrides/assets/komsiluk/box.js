// The search box in the header: an ARIA combobox whose list holds practices, then other pages.
(() => {
  const form = document.querySelector("form.k-search");
  if (!form) return;
  const PRACTICES = 5, PAGES = 3;
  const tag = document.documentElement.lang;
  const said = /** @type {Words<"base" | "ending">} */ (form.dataset);
  const input = komsiluk.need("input[name=q]", form), list = komsiluk.need("#k-results");
  const status = komsiluk.need(".k-results__count");
  const toggle = document.querySelector("input#__search");
  /** @type {(name: string, className: string, ...inside: (Node | string)[]) => HTMLElement} */
  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside.filter(Boolean));
    return made;
  };
  /** @type {(pieces: Pieces) => (Node | string)[]} */
  const marked = (pieces) => pieces.map(([piece, isHit]) => isHit ? element("mark", "", piece) : piece);
  const plural = new Intl.PluralRules(tag), write = new Intl.NumberFormat(tag);
  /** @type {(words: SearchWords, n: number) => string} */
  const count = (words, n) => {
    const sample = words.counts.find(([number]) => plural.select(number) === plural.select(n)) ?? words.counts[words.counts.length - 1];
    return sample[1].replace(String(sample[0]), write.format(n));
  };

  let active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const point = (/** @type {number} */ to) => {
    const all = options();
    active = all.length ? (to + all.length) % all.length : -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const expand = (/** @type {boolean} */ isOpen) => {
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) point(-1 - options().length);
  };
  const clear = () => {
    list.replaceChildren();
    status.textContent = "";
    active = -1;
    input.removeAttribute("aria-activedescendant");
    expand(false);
  };

  /** @type {(href: string, ...inside: (Node | string)[]) => HTMLElement} */
  const option = (href, ...inside) => {
    const made = element("li", "k-result", ...inside);
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.id = `k-result-${list.children.length}`;
    made.dataset.href = href;
    list.append(made);
    return made;
  };
  const everything = form.getAttribute("action") ?? "";
  const browse = (/** @type {string} */ query) => `${everything}?q=${encodeURIComponent(query)}`;

  let latest = 0;
  /** @type {(again?: boolean) => Promise<void>} */
  const show = async (again = false) => {
    const turn = ++latest, query = input.value;
    if (!query.trim()) { clear(); return; }
    /** @type {string[]} */
    let near = [];
    let index, asked, practices, pages;
    try {
      index = await (again ? komsiluk.reindex(tag) : komsiluk.index(tag));
      asked = await index.ask(query);
      if (turn !== latest) return;
      const most = asked.whole ? Math.min(asked.whole, PRACTICES) : PRACTICES;
      [practices, pages] = await Promise.all([index.cards(asked.practices.slice(0, most)), index.cards(asked.pages.slice(0, PAGES))]);
      if (!practices.length && !pages.length && !asked.isEmpty) near = await index.near(query);
    } catch (error) {
      // A newer index may have been published since this page was opened.
      if (!again && turn === latest) return show(true);
      console.warn(error);
      return;
    }
    if (turn !== latest) return;
    const words = index.manifest.words;
    for (const { page, title } of pages) if (asked.concepts.has(page)) index.learn(asked.marks, title);
    list.replaceChildren();
    active = -1;
    input.removeAttribute("aria-activedescendant");
    for (const card of practices) {
      const title = element("strong", "k-result__title", ...marked(index.pieces(card.title, asked.marks, card.language)));
      const text = element("span", "k-result__text", ...marked(index.passage(card.passage, asked.marks, card.language)));
      if (card.language) title.lang = text.lang = card.language;
      const state = card.language ? words.borrowed.replace("*", words.languages[card.language] ?? card.language) : card.byMachine ? words.machine : "";
      const about = element("span", "k-result__about", [card.kind, card.where].filter(Boolean).join(" · "), ...state ? [" ", element("span", "k-badge", state)] : []);
      option(said.base + card.key + said.ending, about, title, text).classList.add(`k-palette--${card.palette}`);
    }
    for (const card of pages) {
      const title = element("strong", "k-result__title", ...marked(index.pieces(card.title, asked.marks, card.language)));
      const text = element("span", "k-result__text", ...marked(index.passage(card.passage, asked.marks, card.language, 110)));
      if (card.language) title.lang = text.lang = card.language;
      option(said.base + (card.key ? card.key + said.ending : ""), element("span", "k-result__about", card.kind || words.page), title, text).classList.add("k-result--page");
    }
    if (practices.length) option(browse(query.trim()), element("span", "k-result__all", words.all));
    if (practices.length || pages.length) {
      status.textContent = asked.whole ? count(words, asked.whole) : practices.length ? words.some : "";
      if (asked.instead.length) status.append(status.textContent && " · ", `${words.instead} ${asked.instead.join(" ")}`);
    } else if (!asked.isEmpty) {
      status.textContent = words.none;
      if (near.length) {
        status.append(" ", words.near);
        for (const word of near) {
          const made = option("", element("span", "k-result__near", word));
          made.dataset.word = word;
        }
      }
      option(everything, element("span", "k-result__all", words.facets));
    }
    expand(options().length > 0);
    form.dataset.shown = query;
  };

  const follow = (/** @type {HTMLElement} */ chosen) => {
    if (chosen.dataset.word) {
      input.value = chosen.dataset.word;
      show();
    } else {
      location.href = chosen.dataset.href ?? "";
    }
  };
  let pause = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    if (toggle) toggle.checked = true;
    pause = setTimeout(show, 120);
  });
  input.addEventListener("keydown", (event) => {
    const isOpen = input.getAttribute("aria-expanded") === "true";
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: active + 1, ArrowUp: active < 0 ? -1 : active - 1 };
    if (event.key in steps && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!isOpen) show(); else point(steps[event.key]);
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      follow(options()[active]);
    } else if (event.key === "Escape") {
      if (isOpen) { event.stopPropagation(); clear(); }
      else if (input.value) { input.value = ""; }
      else { input.blur(); if (toggle?.checked) toggle.click(); }
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = komsiluk.around(event, "[role=option]");
    if (chosen) follow(chosen);
  });
  form.addEventListener("reset", () => { clear(); input.focus(); });
  form.addEventListener("submit", (event) => { if (!input.value.trim()) event.preventDefault(); });
  document.addEventListener("pointerdown", (event) => {
    if (!komsiluk.around(event, ".md-search, .k-search-open")) expand(false);
  });
  if (input.value) show();
})();
