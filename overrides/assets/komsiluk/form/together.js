// Answers that belong together: what is only asked after another answer, and what one item takes over from the last.
komsiluk.form.together = (() => {
  const { form, all, find, element, say, fields, items } = komsiluk.form;
  /** @typedef {Record<string, any>} Answers the answers beside a question, by name */
  /** @param {Answers} answers */
  const isGiven = ({ basis }) => Boolean(basis) && basis !== "not-needed";
  // No rules: these only spare people questions. What is wrong, the table of rules says.
  /** @type {Record<string, (answers: Answers) => boolean>} by record and name, or by name alone */
  const ONLY_IF = {
    "source": ({ basis }) => basis !== "suggested",
    "result.target": ({ status }) => status === "achieved",
    "prerequisite.population_band": ({ kind }) => kind === "population",
    "prerequisite.partner_type": ({ kind }) => kind === "partner",
    "consent.date": isGiven, "consent.review_by": isGiven, "consent.held_by": isGiven, "consent.withdraw": isGiven,
  };
  // What is not asked is hidden, but never while there is an answer in it.
  const follow = () => {
    for (const holder of [form, ...all("[data-holds]", form)]) {
      /** @type {Record<string, HTMLElement> | undefined} */
      let values;
      for (const field of fields.within(holder)) {
        const { name, record } = field.dataset, condition = ONLY_IF[`${record}.${name}`] ?? ONLY_IF[name];
        if (!condition) continue;
        field.hidden = false;
        values ??= Object.fromEntries(fields.within(holder).map((one) => [one.dataset.name, one]));
        const answers = new Proxy({}, { get: (_, asked) => values[asked] && fields.answer(values[asked]) });
        field.hidden = !condition(answers) && fields.answer(field) === undefined;
      }
    }
  };
  // The planned results that an achieved one may answer.
  /** @param {HTMLSelectElement} select */
  const offer = (select) => {
    const list = select.closest(".k-many"), chosen = select.value;
    fields.settle(list);
    const planned = items.of(list).map(fields.read).filter((value) => value?.status === "planned");
    const known = [...planned.map(({ id, claim }) => [id, claim ?? id]), ...chosen && !planned.some(({ id }) => id === chosen) ? [[chosen, chosen]] : []];
    select.replaceChildren(element("option", { value: "" }, say("form.none")), ...known.map(([value, text]) => element("option", { value }, text)));
    select.value = chosen;
  };
  form.addEventListener("focusin", (event) => { if (event.target.closest(".k-ask--sibling select")) offer(event.target); });
  // How one knows, and from which document, is mostly the same as in the item before.
  form.addEventListener("added", ({ target: item }) => {
    const before = item.previousElementSibling && fields.read(item.previousElementSibling);
    if (before?.basis) fields.write(item, { basis: before.basis, ...before.source ? { source: { id: before.source.id } } : {} });
    follow();
  });
  form.addEventListener("change", follow);
  return { follow };
})();
