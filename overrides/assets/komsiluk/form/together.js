// Answers that belong together: what is only asked after another answer, and what one item takes over from the last.
komsiluk.form.together = (() => {
  const { form, all, element, say, fields, items } = komsiluk.form;
  /** @typedef {Record<string, any>} Beside the answers beside a question, by name; the schema says what each is */
  /** @param {Beside} answers */
  const isGiven = ({ basis }) => Boolean(basis) && basis !== "not-needed";
  // No rules: these only spare people questions. What is wrong, the table of rules says.
  /** @type {Record<string, (answers: Beside) => boolean>} by record and name, or by name alone */
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
      let asked;
      for (const field of fields.within(holder)) {
        const { name, record } = field.dataset, condition = ONLY_IF[`${record}.${name}`] ?? ONLY_IF[name];
        if (!condition) continue;
        field.hidden = false;
        const beside = asked ??= Object.fromEntries(fields.within(holder).map((one) => [one.dataset.name, one]));
        const answers = new Proxy({}, { get: (_, which) => typeof which === "string" && beside[which] ? fields.answer(beside[which]) : undefined });
        field.hidden = !condition(answers) && fields.answer(field) === undefined;
      }
    }
  };
  // The planned results that an achieved one may answer.
  /** @param {HTMLSelectElement} select */
  const offer = (select) => {
    const list = select.closest(".k-many"), chosen = select.value;
    if (!list) return;
    fields.settle(list);
    const planned = items.of(list).map(fields.read).filter((value) => value?.status === "planned");
    const known = new Map(planned.map((value) => [String(value?.id), String(value?.claim ?? value?.id)]));
    if (chosen && !known.has(chosen)) known.set(chosen, chosen);
    select.replaceChildren(element("option", { value: "" }, say("form.none")), ...Array.from(known, ([value, text]) => element("option", { value }, text)));
    select.value = chosen;
  };
  form.addEventListener("focusin", (event) => {
    const select = komsiluk.around(event, ".k-ask--sibling select");
    if (select) offer(select);
  });
  // How one knows, and from which document, is mostly the same as in the item before.
  form.addEventListener("added", ({ target: item }) => {
    if (!(item instanceof HTMLElement)) return;
    const { basis, source } = /** @type {Answers & { source?: Answers }} */ (item.previousElementSibling && fields.read(item.previousElementSibling) || {});
    if (basis) fields.write(item, { basis, ...source ? { source: { id: source.id } } : {} });
    follow();
  });
  form.addEventListener("change", follow);
  return { follow };
})();
