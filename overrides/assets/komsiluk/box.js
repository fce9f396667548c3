// The search box in the header: an ARIA combobox whose list holds practices, then other pages.
(() => {
  const form = document.querySelector(".k-search");
  if (!form) return;
  const PRACTICES = 5, PAGES = 3;
  const tag = document.documentElement.lang;
  const input = form.elements.q, list = document.querySelector("#k-results");
  const status = document.querySelector(".k-results__count");
  const toggle = document.querySelector("#__search");
  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside.filter(Boolean));
    return made;
  };
  const marked = (pieces) => pieces.map(([piece, isHit]) => isHit ? element("mark", "", piece) : piece);
  const plural = new Intl.PluralRules(tag), write = new Intl.NumberFormat(tag);
  const count = (words, n) => {
    const sample = words.counts.find(([number]) => plural.select(number) === plural.select(n)) ?? words.counts.at(-1);
    return sample[1].replace(sample[0], write.format(n));
  };

  let active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const point = (to) => {
    const all = options();
    active = all.length ? (to + all.length) % all.length : -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", i === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const expand = (isOpen) => {
    input.setAttribute("aria-expanded", isOpen);
    if (!isOpen) point(-1 - options().length);
  };
  const clear = () => {
    list.replaceChildren();
    status.textContent = "";
    active = -1;
    input.removeAttribute("aria-activedescendant");
    expand(false);
  };

  const option = (href, ...inside) => {
    const made = element("li", "k-result", ...inside);
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.id = `k-result-${list.children.length}`;
    made.dataset.href = href;
    list.append(made);
    return made;
  };
  const browse = (query) => `${form.getAttribute("action")}?q=${encodeURIComponent(query)}`;

  let latest = 0;
  const show = async (again = false) => {
    const turn = ++latest, query = input.value;
    if (!query.trim()) { clear(); return; }
    let index, asked, practices, pages, near = [];
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
      const about = element("span", "k-result__about", [card.kind, card.where].filter(Boolean).join(" · "), state && " ", state && element("span", "k-badge", state));
      option(form.dataset.base + card.key + form.dataset.ending, about, title, text).classList.add(`k-palette--${card.palette}`);
    }
    for (const card of pages) {
      const title = element("strong", "k-result__title", ...marked(index.pieces(card.title, asked.marks, card.language)));
      const text = element("span", "k-result__text", ...marked(index.passage(card.passage, asked.marks, card.language, 110)));
      if (card.language) title.lang = text.lang = card.language;
      option(form.dataset.base + (card.key ? card.key + form.dataset.ending : ""), element("span", "k-result__about", card.kind || words.page), title, text).classList.add("k-result--page");
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
      option(form.getAttribute("action"), element("span", "k-result__all", words.facets));
    }
    expand(options().length > 0);
    form.dataset.shown = query;
  };

  const follow = (chosen) => {
    if (chosen.dataset.word) {
      input.value = chosen.dataset.word;
      show();
    } else {
      location.href = chosen.dataset.href;
    }
  };
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    if (toggle) toggle.checked = true;
    pause = setTimeout(show, 120);
  });
  input.addEventListener("keydown", (event) => {
    const isOpen = input.getAttribute("aria-expanded") === "true";
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
    const chosen = event.target.closest("[role=option]");
    if (chosen) follow(chosen);
  });
  form.addEventListener("reset", () => { clear(); input.focus(); });
  form.addEventListener("submit", (event) => { if (!input.value.trim()) event.preventDefault(); });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".md-search, .k-search-open")) expand(false);
  });
  if (input.value) show();
})();
