// The answers on the page to values in the order of the file, and back.
komsiluk.form.fields = (() => {
  const { all, element, find, say, slug, free, today, items, names } = komsiluk.form;
  const { day, number } = komsiluk.answers;
  const AUTOMATIC = new Set(["constant", "id", "today", "route"]);

  const within = (holder) => all("[data-name]", holder).filter((one) => one.parentElement.closest("[data-holds]") === holder);
  const inputOf = (field) => find("input:not([type=radio], [type=checkbox]), textarea, select", field);
  const clean = (text) => text.replace(/\r\n?/g, "\n").replace(komsiluk.yaml.UNSEEN, "")
    .replace(/[^\S\n]+(?=\n|$)/g, "").replace(/\n{3,}/g, "\n\n").trim();
  // Two new items with the same first words get two ids.
  const distinct = (list) => {
    const taken = new Set();
    for (const value of list) {
      if (value.id) taken.add(value.id = free(value.id, taken));
    }
    return list;
  };

  const chosen = (field) => find("input:checked", field)?.value ?? "";
  const ticked = (field) => all("input:checked", field)
    .sort((one, other) => (one.dataset.n ?? 0) - (other.dataset.n ?? 0)).map((input) => input.value);
  const READ = {
    constant: (field) => Number(field.value),
    today,
    route: () => "form",
    id: (field) => field.value,
    agreed: (field) => find("input", field).checked ? field.dataset.day || today() : "",
    choice: (field) => inputOf(field) ? inputOf(field).value : chosen(field),
    concepts: ticked,
    day: (field) => day(clean(inputOf(field).value)),
    number: (field) => number(clean(inputOf(field).value)),
    whole: (field) => number(clean(inputOf(field).value)),
    reference: (field) => names.idOf(field.dataset.of, inputOf(field).value),
    country: (field) => names.idOf("countries", inputOf(field).value),
    references: (field) => all(".k-ask__chosen li", field).map((chip) => names.idOf(field.dataset.of, chip.dataset.called)),
    photograph: (field) => field.dataset.file ?? "",
    group: (field) => read(field),
    list: (field) => {
      const list = items.of(field).map(read).filter((value) => value !== undefined);
      return find(":scope > [data-kind=id]", items.model(field)) ? distinct(list) : list;
    },
  };
  READ.countries = READ.references;
  const isNothing = (value) => value === undefined || value === "" || (Array.isArray(value) && !value.length);

  const one = (field) => {
    const value = (READ[field.dataset.kind] ?? ((asked) => clean(inputOf(asked).value)))(field);
    return isNothing(value) ? undefined : value;
  };
  // How one knows, and from where, is no answer by itself; how leave was given is one.
  const isAside = ({ dataset: { name, record } }) => name === "source" || (name === "basis" && record !== "consent");
  // The values of what a holder holds; undefined when nobody has answered anything in it.
  const read = (holder) => {
    const found = {};
    let isAnswered = false, isNamed = false;
    for (const field of within(holder)) {
      const { name, kind } = field.dataset;
      if (field.hidden) continue;
      isNamed ||= kind === "id";
      const value = kind === "id" ? "" : one(field);
      if (value === undefined) continue;
      found[name] = value;
      isAnswered ||= !AUTOMATIC.has(kind) && !isAside(field);
    }
    if (!isAnswered) return undefined;
    if (isNamed) found.id = identify(holder, found);
    return found;
  };
  // Items get an id from their first words when they are first read; it never changes from then on.
  const identify = (item, values) => {
    const hidden = find(":scope > [data-kind=id]", item);
    if (hidden.value) return hidden.value;
    const others = new Set(items.of(item.closest(".k-many")).map((other) => find(":scope > [data-kind=id]", other)?.value));
    const words = values.what ?? values.claim ?? values.title ?? values.text ?? values.alt ?? values.place ?? "";
    hidden.dataset.wish = slug(words, 40) || slug(find(".k-item__name", item).dataset.word) || "item";
    return free(hidden.dataset.wish, others);
  };

  const chip = (field, name) => {
    const remove = element("button", { type: "button", title: say("form.remove") }, "×");
    remove.setAttribute("aria-label", `${say("form.remove")}: ${name}`);
    remove.dataset.do = "remove-name";
    const made = element("li", {}, element("span", {}, name), remove);
    made.dataset.called = name;
    find(".k-ask__chosen", field).append(made);
  };
  const tick = (field, values) => all("input", field).forEach((input) => {
    input.checked = values.includes(input.value);
    if (input.checked) input.dataset.n = values.indexOf(input.value) + 1; else delete input.dataset.n;
  });
  const WRITE = {
    constant() {}, today() {}, route() {},
    id: (field, value = "") => { field.value = value; },
    agreed: (field, value = "") => { find("input", field).checked = Boolean(value); field.dataset.day = value; },
    choice: (field, value = "") => {
      if (inputOf(field)) inputOf(field).value = value;
      else all("input", field).forEach((input) => { input.checked = input.value === value; });
    },
    concepts: (field, value = []) => tick(field, value),
    sibling: (field, value = "") => {
      const select = inputOf(field);
      if (value && ![...select.options].some((option) => option.value === value)) select.append(element("option", { value }, value));
      select.value = value;
    },
    reference: (field, value = "") => { inputOf(field).value = value && names.nameOf(field.dataset.of, value); },
    country: (field, value = "") => { inputOf(field).value = value && names.nameOf("countries", value); },
    references: (field, value = []) => {
      find(".k-ask__chosen", field).replaceChildren();
      value.forEach((id) => chip(field, names.nameOf(field.dataset.of, id)));
    },
    photograph: (field, value = "") => { if (value) field.dataset.file = value; else delete field.dataset.file; },
    group: (field, value = {}) => write(field, value),
    list: (field, value = []) => { items.empty(field); value.forEach((held) => write(items.add(field), held)); },
  };
  WRITE.countries = WRITE.references;
  // The page's answers from values; what the values do not have is empty. Returns names that no question has.
  const write = (holder, values) => {
    const strange = new Set(Object.keys(values ?? {}));
    for (const field of within(holder)) {
      const { name, kind } = field.dataset;
      strange.delete(name);
      const value = values?.[name] ?? (values === undefined ? undefined : field.dataset.default);
      (WRITE[kind] ?? ((asked, text = "") => { inputOf(asked).value = text; }))(field, value);
    }
    if (strange.size) write.strange.push(...strange);
  };
  write.strange = [];
  // Ids that were only proposed are kept from now on: another item points to them, or a file has been saved.
  const settle = (holder) => all("[data-kind=id]", holder).forEach((hidden) => {
    const item = hidden.closest(".k-item");
    const values = item && read(item);
    if (values) hidden.value = values.id;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-do=add-name], [data-do=remove-name]");
    if (!button) return;
    const field = button.closest(".k-ask"), input = inputOf(field);
    if (button.dataset.do === "add-name") take(field); else button.parentElement.remove();
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A name that is typed and known, or may be new, joins those that are chosen.
  const take = (field) => {
    const input = inputOf(field), name = input.value.trim();
    if (!name || (!names.canBeNew(field.dataset.of) && !names.isKnown(field.dataset.of, name))) return;
    if (!all(".k-ask__chosen li", field).some((held) => held.dataset.called === name)) {
      chip(field, names.nameOf(field.dataset.of, names.isKnown(field.dataset.of, name) ? names.idOf(field.dataset.of, name) : name));
    }
    input.value = "";
  };
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.(".k-ask--references, .k-ask--countries");
    if (event.key !== "Enter" || !field || event.target.type !== "text") return;
    event.preventDefault();
    take(field);
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    const field = event.target.closest?.(".k-ask--concepts");
    if (!field) return;
    event.target.dataset.n = 99;
    tick(field, ticked(field));
  });
  return { within, inputOf, answer: one, read, write, settle, take };
})();
