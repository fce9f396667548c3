// The answers on the page to values in the order of the file, and back.
komsiluk.form.fields = (() => {
  const { all, element, find, need, say, slug, free, today, items, names } = komsiluk.form;
  const { day, number } = komsiluk.answers;
  const AUTOMATIC = new Set(["constant", "id", "today", "route"]);

  const within = (/** @type {Element} */ holder) =>
    /** @type {Field[]} */ (all("[data-name]", holder).filter((one) => one.parentElement?.closest("[data-holds]") === holder));
  const INPUT = "input:not([type=radio], [type=checkbox]), textarea, select";
  const inputOf = (/** @type {Element} */ field) => find(INPUT, field);
  const typedIn = (/** @type {Element} */ field) => need(INPUT, field);
  const clean = (/** @type {string} */ text) => text.replace(/\r\n?/g, "\n").replace(komsiluk.yaml.UNSEEN, "")
    .replace(/[^\S\n]+(?=\n|$)/g, "").replace(/\n{3,}/g, "\n\n").trim();
  // Two new items with the same first words get two ids.
  const distinct = (/** @type {Answers[]} */ list) => {
    /** @type {Set<string>} */
    const taken = new Set();
    for (const value of list) {
      if (value.id) taken.add(value.id = free(value.id, taken));
    }
    return list;
  };

  const chosen = (/** @type {Field} */ field) => find("input:checked", field)?.value ?? "";
  const ticked = (/** @type {HTMLElement} */ field) => all("input:checked", field)
    .sort((one, other) => Number(one.dataset.n ?? 0) - Number(other.dataset.n ?? 0)).map((input) => input.value);
  // What is asked on the page itself is an input, and no element around one.
  const hidden = (/** @type {Element} */ field) => /** @type {HTMLInputElement} */ (field);
  const inWhich = (/** @type {Field} */ field) => field.dataset.of ?? "";
  const named = (/** @type {Element} */ field) => /** @type {Chip[]} */ (all(".k-ask__chosen li", field));
  /** @type {(field: Field) => Value} */
  const references = (field) => named(field).map((chip) => names.idOf(inWhich(field), chip.dataset.called));
  /** @type {Record<string, (field: Field) => Value>} */
  const READ = {
    constant: (field) => Number(hidden(field).value),
    today,
    route: () => "form",
    id: (field) => hidden(field).value,
    agreed: (field) => need("input", field).checked ? field.dataset.day || today() : "",
    choice: (field) => inputOf(field)?.value ?? chosen(field),
    concepts: ticked,
    day: (field) => day(clean(typedIn(field).value)),
    number: (field) => number(clean(typedIn(field).value)),
    whole: (field) => number(clean(typedIn(field).value)),
    reference: (field) => names.idOf(inWhich(field), typedIn(field).value),
    country: (field) => names.idOf("countries", typedIn(field).value),
    references,
    countries: references,
    photograph: (field) => field.dataset.file ?? "",
    group: (field) => read(field),
    list: (field) => {
      const list = items.of(field).map(read).filter((value) => value !== undefined);
      return find(":scope > [data-kind=id]", items.model(field)) ? distinct(list) : list;
    },
  };
  const isNothing = (/** @type {Value} */ value) => value === undefined || value === "" || (Array.isArray(value) && !value.length);

  const text = (/** @type {Field} */ field) => clean(typedIn(field).value);
  /** @type {FormFields["answer"]} */
  const one = (asked) => {
    const field = /** @type {Field} */ (asked), value = (READ[field.dataset.kind] ?? text)(field);
    return isNothing(value) ? undefined : value;
  };
  // How one knows, and from where, is no answer by itself; how leave was given is one.
  const isAside = (/** @type {Field} */ { dataset: { name, record } }) => name === "source" || (name === "basis" && record !== "consent");
  // The values of what a holder holds; undefined when nobody has answered anything in it.
  /** @type {FormFields["read"]} */
  const read = (holder) => {
    /** @type {Answers} */
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
  const idIn = (/** @type {Element} */ item) => find(":scope > input[data-kind=id]", item);
  /** @type {(item: Element, values: Answers) => string | undefined} */
  const identify = (item, values) => {
    const hidden = idIn(item), list = item.closest(".k-many");
    if (!hidden || !list) return undefined;
    if (hidden.value) return hidden.value;
    const others = new Set(items.of(list).map((other) => idIn(other)?.value));
    const words = values.what ?? values.claim ?? values.title ?? values.text ?? values.alt ?? values.place ?? "";
    hidden.dataset.wish = slug(String(words), 40) || slug(need(".k-item__name", item).dataset.word ?? "") || "item";
    return free(hidden.dataset.wish, others);
  };

  /** @type {(field: Field, name: string) => void} */
  const chip = (field, name) => {
    const remove = element("button", { type: "button", title: say("form.remove") }, "×");
    remove.setAttribute("aria-label", `${say("form.remove")}: ${name}`);
    remove.dataset.do = "remove-name";
    const made = element("li", {}, element("span", {}, name), remove);
    made.dataset.called = name;
    need(".k-ask__chosen", field).append(made);
  };
  /** @type {(field: HTMLElement, values: string[]) => void} */
  const tick = (field, values) => all("input", field).forEach((input) => {
    input.checked = values.includes(input.value);
    if (input.checked) input.dataset.n = String(values.indexOf(input.value) + 1); else delete input.dataset.n;
  });
  /** @type {(field: Field, value: string[]) => void} */
  const choose = (field, value = []) => {
    need(".k-ask__chosen", field).replaceChildren();
    value.forEach((id) => chip(field, names.nameOf(inWhich(field), id)));
  };
  /** @type {Record<string, (field: Field, value: any) => void>} The kind of a question says what its values are. */
  const WRITE = {
    constant() {}, today() {}, route() {},
    id: (field, value = "") => { hidden(field).value = value; },
    agreed: (field, value = "") => { need("input", field).checked = Boolean(value); field.dataset.day = value; },
    choice: (field, value = "") => {
      const input = inputOf(field);
      if (input) input.value = value;
      else all("input", field).forEach((input) => { input.checked = input.value === value; });
    },
    concepts: (field, value = []) => tick(field, value),
    sibling: (field, value = "") => {
      const select = need("select", field);
      if (value && ![...select.options].some((option) => option.value === value)) select.append(element("option", { value }, value));
      select.value = value;
    },
    reference: (field, value = "") => { typedIn(field).value = value && names.nameOf(inWhich(field), value); },
    country: (field, value = "") => { typedIn(field).value = value && names.nameOf("countries", value); },
    references: choose,
    countries: choose,
    photograph: (field, value = "") => { if (value) field.dataset.file = value; else delete field.dataset.file; },
    group: (field, value = {}) => write(field, value),
    list: (field, value = []) => { items.empty(field); value.forEach((/** @type {Answers} */ held) => write(items.add(field), held)); },
  };
  // The page's answers from values; what the values do not have is empty. Returns names that no question has.
  /** @type {(holder: Element, values?: Answers) => void} */
  const fill = (holder, values) => {
    const strange = new Set(Object.keys(values ?? {}));
    for (const field of within(holder)) {
      const { name, kind } = field.dataset;
      strange.delete(name);
      const value = values?.[name] ?? (values === undefined ? undefined : field.dataset.default);
      (WRITE[kind] ?? ((asked, text = "") => { typedIn(asked).value = text; }))(field, value);
    }
    if (strange.size) write.strange.push(...strange);
  };
  /** @type {FormFields["write"]} */
  const write = Object.assign(fill, { strange: [] });
  // Ids that were only proposed are kept from now on: another item points to them, or a file has been saved.
  const settle = (/** @type {Element} */ holder) => all("input[data-kind=id]", holder).forEach((hidden) => {
    const item = hidden.closest(".k-item");
    const values = item && read(item);
    if (values?.id) hidden.value = values.id;
  });

  document.addEventListener("click", (event) => {
    const button = komsiluk.around(event, "[data-do=add-name], [data-do=remove-name]"), field = button?.closest(".k-ask");
    if (!button || !field) return;
    const input = typedIn(field);
    if (button.dataset.do === "add-name") take(field); else button.parentElement?.remove();
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A name that is typed and known, or may be new, joins those that are chosen.
  const take = (/** @type {HTMLElement} */ asked) => {
    const field = /** @type {Field} */ (asked), folder = inWhich(field), input = typedIn(field), name = input.value.trim();
    if (!name || (!names.canBeNew(folder) && !names.isKnown(folder, name))) return;
    if (!named(field).some((held) => held.dataset.called === name)) {
      chip(field, names.nameOf(folder, names.isKnown(folder, name) ? names.idOf(folder, name) : name));
    }
    input.value = "";
  };
  document.addEventListener("keydown", (event) => {
    const field = komsiluk.around(event, ".k-ask--references, .k-ask--countries"), input = komsiluk.around(event, "[type=text]");
    if (event.key !== "Enter" || !field || !input) return;
    event.preventDefault();
    take(field);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    const field = komsiluk.around(event, ".k-ask--concepts"), input = komsiluk.around(event, "input");
    if (!field || !input) return;
    input.dataset.n = "99";
    tick(field, ticked(field));
  });
  return { within, inputOf, answer: one, read, write, settle, take };
})();
