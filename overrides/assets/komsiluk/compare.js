// The practices that the address names, or that were chosen, side by side.
(async () => {
  const { MOST, element, fact, ...chosen } = komsiluk.chosen;
  const page = document.querySelector(".k-comparison");
  const words = page.dataset;
  const find = (name) => page.querySelector(`.k-comparison__${name}`);
  const [said, only, select] = [find("said"), find("only").firstElementChild, find("add").lastElementChild];
  const [head, facts] = [find("table").tHead.insertRow(), [...find("table").tBodies]];
  const asked = chosen.asked();
  let list = asked.length ? asked.slice(0, MOST) : chosen.compared();
  let known = new Map();
  const notes = asked.length > MOST ? [words.full] : [];

  const address = () => chosen.address(chosen.here, list);
  const shown = () => list.filter((id) => known.has(id));

  const column = (id, number) => {
    const practice = known.get(id);
    const link = element("a", practice.title);
    link.href = words.practice.replace("*", id);
    const title = element("p", link);
    title.className = "k-comparison__title";
    if (practice.lang) title.lang = practice.lang;
    const about = element("p", [practice.theme, practice.where].join(" · "));
    about.className = "k-comparison__about";
    const remove = element("button", "×");
    Object.assign(remove, { type: "button", className: "k-comparison__remove" });
    remove.setAttribute("aria-label", words.remove.replace("{title}", practice.title));
    remove.title = remove.getAttribute("aria-label");
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
    const heading = body.insertRow().appendChild(element("th", `${body.dataset.heading} `, mark));
    Object.assign(heading, { scope: "rowgroup", id: `fact-${body.dataset.fact}` });
    body.insertRow();
  }

  const draw = () => {
    const ids = shown();
    find("table").style.setProperty("--n", ids.length);
    find("table").dataset.n = ids.length;
    head.replaceChildren(...ids.map(column));
    for (const body of facts) {
      const [heading, values] = body.rows;
      const items = ids.map((id) => known.get(id).facts[body.dataset.fact]);
      const differs = new Set(items.map((held) => JSON.stringify(held))).size > 1;
      heading.cells[0].colSpan = Math.max(ids.length, 1);
      const mark = heading.querySelector(".k-comparison__mark");
      mark.textContent = ids.length < 2 ? "" : differs ? `≠ ${words.differs}` : `= ${words.same}`;
      body.classList.toggle("k-comparison__differs", differs);
      body.hidden = only.checked && !differs;
      values.replaceChildren(...items.map((held, number) => {
        const cell = element("td", fact(held, words));
        cell.headers = `practice-${number} ${heading.cells[0].id}`;
        return cell;
      }));
    }
    find("wide").hidden = !ids.length;
    find("tools").hidden = !ids.length && select.options.length < 2;
    only.disabled = ids.length < 2;
    const told = ids.length > 1 ? [] : [ids.length ? words.one : words.empty];
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
