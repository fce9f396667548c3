// The practices that the address names, or that were chosen, side by side.
(async () => {
  const { MOST, element, fact, ...chosen } = komsiluk.chosen;
  const page = komsiluk.need(".k-comparison");
  const words = /** @type {FactWords & Words<"practice" | "full" | "unknown" | "lost" | "one" | "empty" | "remove" | "add" | "copied" | "differs" | "same">} */ (page.dataset);
  const find = (/** @type {string} */ name) => komsiluk.need(`.k-comparison__${name}`, page);
  const said = find("said"), only = komsiluk.need("input", find("only")), select = komsiluk.need("select", find("add"));
  const table = komsiluk.need("table", page), head = table.createTHead().insertRow(), facts = [...table.tBodies];
  const asked = chosen.asked();
  let list = asked.length ? asked.slice(0, MOST) : chosen.compared();
  /** @type {Map<string, Detail>} */
  let known = new Map();
  const notes = asked.length > MOST ? [words.full] : [];

  const address = () => chosen.address(chosen.here, list);
  const shown = () => list.filter((id) => known.has(id));
  /** @type {(body: HTMLTableSectionElement) => Words<"fact" | "heading">} */
  const about = (body) => /** @type {Words<"fact" | "heading">} */ (body.dataset);

  /** @type {(practice: Detail & { id: string }, number: number) => HTMLElement} */
  const column = ({ id, ...practice }, number) => {
    const link = element("a", practice.title);
    link.href = words.practice.replace("*", id);
    const title = element("p", link);
    title.className = "k-comparison__title";
    if (practice.lang) title.lang = practice.lang;
    const about = element("p", [practice.theme, practice.where].join(" · "));
    about.className = "k-comparison__about";
    const remove = element("button", "×");
    Object.assign(remove, { type: "button", className: "k-comparison__remove" });
    remove.title = words.remove.replace("{title}", practice.title);
    remove.setAttribute("aria-label", remove.title);
    remove.addEventListener("click", () => {
      list = list.filter((one) => one !== id);
      change();
      (head.querySelectorAll("button")[Math.min(number, list.length - 1)] ?? select).focus();
    });
    const cell = element("th", remove, title, about);
    if (practice.state) {
      const state = element("p", practice.state);
      state.className = "k-badge";
      cell.append(state);
    }
    Object.assign(cell, { scope: "col", id: `practice-${number}`, className: `k-palette--${practice.palette}` });
    return cell;
  };

  for (const body of facts) {
    const mark = element("span");
    mark.className = "k-comparison__mark";
    const heading = body.insertRow().appendChild(element("th", `${about(body).heading} `, mark));
    Object.assign(heading, { scope: "rowgroup", id: `fact-${about(body).fact}` });
    body.insertRow();
  }

  const draw = () => {
    const practices = list.flatMap((id) => {
      const practice = known.get(id);
      return practice ? [{ ...practice, id }] : [];
    });
    const n = practices.length;
    table.style.setProperty("--n", `${n}`);
    table.dataset.n = `${n}`;
    head.replaceChildren(...practices.map(column));
    for (const body of facts) {
      const [heading, values] = body.rows;
      const items = practices.map(({ facts: told }) => told[about(body).fact]);
      const differs = new Set(items.map((held) => JSON.stringify(held))).size > 1;
      heading.cells[0].colSpan = Math.max(n, 1);
      komsiluk.need(".k-comparison__mark", heading).textContent = n < 2 ? "" : differs ? `≠ ${words.differs}` : `= ${words.same}`;
      body.classList.toggle("k-comparison__differs", differs);
      body.hidden = only.checked && !differs;
      values.replaceChildren(...items.map((held, number) => {
        const cell = element("td", fact(held, words));
        cell.headers = `practice-${number} ${heading.cells[0].id}`;
        return cell;
      }));
    }
    find("wide").hidden = !n;
    find("tools").hidden = !n && select.options.length < 2;
    only.disabled = n < 2;
    const told = n > 1 ? [] : [n ? words.one : words.empty];
    const unknown = list.filter((id) => !known.has(id)).map((id) => words.unknown.replace("{id}", id));
    said.replaceChildren(...[...notes, ...unknown, ...told].map((text) => element("p", text)));
  };

  // What is kept may be added, as long as there is room.
  const offer = async () => {
    const kept = await chosen.details(chosen.kept().filter((id) => !list.includes(id)));
    const full = shown().length >= MOST;
    select.replaceChildren(new Option(words.add, ""), ...full ? [] : [...kept].map(([id, { title }]) => new Option(title, id)));
    find("add").hidden = select.options.length < 2;
  };

  const change = () => {
    notes.length = 0;
    chosen.compare(list);
    chosen.follow(address());
    draw();
    offer().then(draw);
  };

  select.addEventListener("change", async () => {
    if (!select.value) return;
    const added = await chosen.details([select.value]);
    known = new Map([...known, ...added]);
    list = [...list, ...added.keys()];
    change();
  });
  only.addEventListener("change", draw);
  find("copy").addEventListener("click", async () => {
    const where = chosen.address(chosen.published, list);
    said.replaceChildren(element("p", await chosen.copy(where) ? words.copied : where));
  });
  find("print").addEventListener("click", () => print());
  chosen.print(shown);

  page.hidden = false;
  try {
    known = await chosen.details(list);
    if (!asked.length && list.length) chosen.follow(address());
    await offer();
  } catch {
    said.replaceChildren(element("p", words.lost));
    find("wide").hidden = find("tools").hidden = true;
    return;
  }
  draw();
})();
