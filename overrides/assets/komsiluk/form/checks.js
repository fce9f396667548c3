// What is to be mended, in the words of `komsiluk check`: beside each question once it has been left, and all
// of it in one list that leads to the questions. Nothing is said about a field while somebody writes in it.
komsiluk.form.checks = (() => {
  const { form, held, all, find, need, element, say, later, today, fields, names, items } = komsiluk.form;
  const { dangers: patterns, rules: table } = komsiluk.taken("form");
  const { length, words, wrong } = komsiluk.answers;
  const dangers = komsiluk.dangers(patterns), rules = komsiluk.rules(table, dangers);
  const plural = new Intl.PluralRules(form.dataset.language);
  /** @type {WeakSet<HTMLElement>} the fields that have been left */
  const left = new WeakSet();
  // Values of records are `any` below: their shapes are the schema's, and rules look at all of them.
  /** @typedef {{ field: HTMLElement, text: string, severity: string, isMissing?: boolean }} Problem */
  /** @type {Problem[]} */
  let found = [];

  /** @param {string} key of the catalogue of reports @param {Record<string, any>} values @returns {string} */
  const wording = (key, values) => {
    const held_ = held.faults[key];
    const text = typeof held_ === "object" ? held_[plural.select(values.n)] ?? held_.other : held_ ?? "";
    return text.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => values[name] ?? "");
  };
  /** @param {string} message @param {string} hint @param {Record<string, any>} values @returns {string} */
  const both = (message, hint, values) => say("form.fault.at", { text: wording(message, values), hint: wording(hint, values) });
  /** @param {string} key @param {Record<string, any>} [values] @returns {string} */
  const fault = (key, values) => say(`form.fault.${key}`, values);

  /** @type {Record<string, DangerContext>} */
  const CONTEXTS = { web: "address", mailbox: "contact" };
  /** @param {HTMLElement} field */
  const contextOf = (field) => CONTEXTS[field.dataset.kind ?? ""] ?? (field.dataset.record === "contact" ? "contact" : "text");
  // What in a text could hurt somebody.
  /** @param {HTMLElement} field @param {string} text @param {DangerContext} [context] @returns {Problem[]} */
  const dangersIn = (field, text, context) => dangers(text, context).map(({ say: key, severity, found: stretch }) =>
    ({ field, severity, text: both(`${key}.message`, `${key}.hint`, { found: stretch }) }));
  // What is wrong with an answer by itself.
  /** @param {HTMLElement} field @param {any} value @returns {Problem[]} */
  const alone = (field, value) => {
    const { kind } = field.dataset;
    const [key, values] = wrong(field.dataset, value) ?? [];
    const isLost = kind === "photograph" && !komsiluk.form.photographs.has(field);
    const text = isLost ? fault("picture") : key && fault(key, values);
    const problems = text ? [{ field, severity: "error", text }] : [];
    return typeof value === "string" && ["line", "text", "web", "mailbox"].includes(kind ?? "") ? [...problems, ...dangersIn(field, value, contextOf(field))] : problems;
  };

  // Everything that is wrong with the answers in a holder, each by itself, and what is not answered.
  /** @param {HTMLElement} holder @param {Record<string, any>} values @returns {Problem[]} */
  const judge = (holder, values) => {
    /** @type {Problem[]} */
    const problems = [];
    for (const field of fields.within(holder)) {
      const { name, kind, required, of = "countries" } = field.dataset;
      if (field.hidden) continue;
      const value = values[name];
      if (kind === "group") {
        if (value !== undefined || required !== undefined) problems.push(...judge(field, value ?? {}));
      } else if (value === undefined) {
        const text = ["concepts", "countries", "list"].includes(kind) ? fault("missing-one") : fault("missing");
        if (required !== undefined) problems.push({ field, text, severity: "error", isMissing: true });
      } else if (kind === "list") {
        for (const item of answered(field)) problems.push(...judge(item, fields.read(item) ?? {}));
      } else problems.push(...alone(field, value));
      const typed = fields.inputOf(field)?.value?.trim();
      if (["references", "countries", "country"].includes(kind) && typed && !names.canBeNew(of) && !names.isKnown(of, typed)) {
        problems.push({ field, text: fault("only"), severity: "error" });
      }
    }
    return problems;
  };
  // The items of a list in which something is answered: those that the file will have.
  /** @param {HTMLElement} list @returns {HTMLElement[]} */
  const answered = (list) => items.of(list).filter((item) => fields.read(item) !== undefined);

  // The question about a place of the file, or the nearest around it.
  /** @param {HTMLElement} holder @param {(string | number)[]} path @returns {HTMLElement | undefined} */
  const fieldAt = (holder, path) => {
    let within = holder, field;
    for (const part of path) {
      if (typeof part === "number") {
        if (field?.dataset.kind !== "list") break;
        within = answered(field)[part];
      } else {
        const next = fields.within(within).find((one) => one.dataset.name === part);
        if (!next) break;
        within = field = next;
      }
    }
    return field;
  };
  // What the rules have to know beside the answers.
  const known = () => {
    const { protected: groups, hidden, towns, mapped } = held.guarded;
    const fresh = items.of(need("[data-folder=places]", form)).filter((item) => fields.read(item)?.kind === "municipality");
    return {
      protected: groups, hidden, mapped, today: today(), towns: [...towns, ...fresh.map((item) => item.dataset.id ?? "")],
      get called() {
        return [...all("#k-organisations option, #k-places option").map((one) => one.value), ...all("[data-called]").map((one) => one.dataset.called ?? "")];
      },
    };
  };
  /** @param {string} group its id */
  const groupName = (group) => find(`[data-name=groups] [value="${group}"]`, form)?.closest("label")?.textContent.trim() ?? group;
  // What is wrong with the answers of a file together.
  /** @param {string} record @param {Record<string, any>} values @param {HTMLElement} holder @returns {Problem[]} */
  const judgeTogether = (record, values, holder) => rules(record, values, known()).flatMap(({ at, severity, form: phrase, message, hint, values: blanks }) => {
    const field = fieldAt(holder, at);
    if (!field) return [];
    const spoken = { ...blanks, group: blanks.group && groupName(String(blanks.group)), place: blanks.place && names.nameOf("places", String(blanks.place)) };
    const isMissing = at.reduce((/** @type {any} */ value, part) => value?.[part], values) === undefined;
    return [{ field, severity, isMissing, text: phrase ? fault(phrase, spoken) : both(message, hint, spoken) }];
  });

  // Of a translation only its texts are looked at: the facts are the original's.
  const judgeTranslation = () => all("#translation .k-ask").flatMap((field) => dangersIn(field, fields.inputOf(field)?.value ?? ""));

  /** @param {HTMLElement} field */
  const askOf = (field) => field.dataset.kind === "group" ? fields.within(field).find((one) => one.matches(".k-ask")) ?? field : field;
  /** @param {HTMLElement} field */
  const labelOf = (field) => {
    const label = /** @type {HTMLElement | undefined} */ (find(":scope > .k-ask__label, :scope > legend, .k-ask__tick", field)?.cloneNode(true));
    for (const beside of label ? all(".k-ask__must, .k-badge", label) : []) beside.remove();
    return label?.textContent.trim() ?? "";
  };
  /** @param {HTMLElement} field */
  const placeOf = (field) => {
    const item = field.closest(".k-item"), part = field.closest(".k-form__part");
    return find(".k-item__name", item ?? field)?.textContent ?? (part && find("h2", part)?.textContent) ?? "";
  };
  // To a question, with everything opened that it is hidden in.
  /** @param {HTMLElement} field */
  const go = (field) => {
    for (let within = field.closest("details"); within; within = within.parentElement?.closest("details") ?? null) within.open = true;
    const to = find("input:not([type=hidden]), textarea, select, button:not([hidden])", field) ?? field;
    to.focus();
    to.scrollIntoView({ block: "center" });
  };

  /** @param {HTMLElement} field @param {Problem[]} faults */
  const mark = (field, faults) => {
    const error = find(":scope > .k-ask__error", field);
    if (!error) return;
    const shown = left.has(field) ? faults : [];
    const text = shown.map((one) => one.text).join(" ");
    if (error.textContent !== text) error.textContent = text;
    error.hidden = !text;
    error.classList.toggle("k-ask__error--mild", Boolean(text) && shown.every(({ severity }) => severity !== "error"));
    field.classList.toggle("k-ask--wrong", shown.some(({ severity }) => severity === "error"));
    const input = find("input:not([type=hidden]), textarea, select", field);
    if (shown.some(({ severity }) => severity === "error")) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  };
  // What is unanswered is one thing, what is wrong another.
  /** @param {Problem[]} faults */
  const summary = (faults) => {
    const n_missing = faults.filter(({ isMissing }) => isMissing).length;
    const [n_errors, n_warnings] = ["error", "warning"].map((kind) => faults.filter(({ severity, isMissing }) => severity === kind && !isMissing).length);
    return [[n_missing, "left"], [n_errors, "errors"], [!n_missing && !n_errors, "complete"], [n_warnings, "warnings"]]
      .filter(([n]) => n).map(([n, key]) => say(`form.say.${key}`, { n })).join(" ");
  };
  /** @param {Problem[]} faults */
  const list = (faults) => {
    const state = need(".k-form__state"), text = summary(faults);
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("k-form__state--complete", !faults.some(({ severity }) => severity === "error"));
    need(".k-form__problems").replaceChildren(...faults.map(({ field, text: said, severity }) => {
      const link = element("a", { href: `#${find("[id]", field)?.id ?? "form"}` }, `${placeOf(field)}: ${labelOf(field)}`);
      link.addEventListener("click", (event) => { event.preventDefault(); left.add(field); go(field); show(); });
      return element("li", { className: `k-form__problem--${severity}` }, link, ` ${said}`);
    }));
  };
  /** @param {HTMLElement} field */
  const count = (field) => {
    const told = find(":scope > .k-ask__left", field);
    if (!told) return;
    const { characters, words: most_words } = field.dataset, text = fields.inputOf(field)?.value.trim() ?? "";
    const n = characters ? length(text) : words(text).length, most = Number(characters ?? most_words), what = characters ? "characters" : "words";
    told.textContent = n > most * .6 ? say(`form.say.${what}-${n > most ? "over" : "left"}`, { n: Math.abs(most - n) }) : "";
    told.classList.toggle("k-ask__left--over", n > most);
  };
  // Beside the name of a part that may be folded: how much there is in it.
  /** @param {HTMLElement} told */
  const fill = (told) => {
    const n = all(".k-ask", told.closest(".k-form__part") ?? form).filter((field) => fields.answer(field) !== undefined).length;
    told.textContent = n ? say("form.say.answered", { n }) : "";
  };

  // Whoever sends a new practice by the form agrees to its publication, also where nothing else is told of it.
  /** @param {Record<string, any>} values */
  const asSent = (values) => form.dataset.id ? values : { ...values, provenance: { route: "form", ...values.provenance } };
  const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
  // Everything that is wrong, in the order of the page.
  /** @returns {Problem[]} */
  const judgeAll = () => {
    komsiluk.form.together.follow();
    const values = fields.read(form) ?? {};
    const problems = [...judge(form, values), ...judgeTogether("practice", asSent(values), form)];
    for (const folder of names.FRESH) {
      for (const item of items.of(need(`[data-folder=${folder}]`, form))) {
        const told = fields.read(item) ?? {};
        problems.push(...judge(item, told), ...judgeTogether(folder.slice(0, -1), told, item));
      }
    }
    return problems.map((one) => ({ ...one, field: askOf(one.field) }))
      .sort((one, other) => one.field === other.field ? 0 : one.field.compareDocumentPosition(other.field) & FOLLOWING ? -1 : 1);
  };
  const show = () => {
    found = komsiluk.form.translation?.id ? judgeTranslation() : judgeAll();
    const by = found.reduce((map, one) => map.set(one.field, [...map.get(one.field) ?? [], one]), new Map());
    for (const field of all(".k-ask, .k-many")) mark(field, by.get(field) ?? []);
    all(".k-ask", form).forEach(count);
    all(".k-form__filled", form).forEach(fill);
    list(found);
    form.dispatchEvent(new CustomEvent("judged"));
  };
  const soon = later(400, () => calmly());
  const written = [form, need("#translation")];
  for (const part of written) part.addEventListener("input", soon);
  form.addEventListener("change", (event) => {
    const field = komsiluk.around(event, ".k-ask");
    if (field && komsiluk.around(event, "select, [type=radio], [type=checkbox]")) left.add(field);
    soon();
  });
  // While a button is being pressed nothing above it may grow: the press would miss it.
  let isPressed = false;
  addEventListener("pointerdown", () => { isPressed = true; }, true);
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => { setTimeout(() => { isPressed = false; }, 60); }, true);
  const calmly = () => { if (isPressed) setTimeout(calmly, 80); else { names.refresh(); show(); } };
  /** @param {FocusEvent} event */
  const leave = (event) => {
    const field = komsiluk.around(event, ".k-ask"), to = event.relatedTarget;
    if (!field || (to instanceof Node && field.contains(to))) return;
    if (["references", "countries"].includes(field.dataset.kind ?? "")) fields.take(field);
    // Whoever only passes by on the Tab key has not answered anything wrong.
    if (fields.inputOf(field)?.value || find("input:checked", field)) left.add(field);
    calmly();
  };
  for (const part of written) part.addEventListener("focusout", leave);
  const showAll = () => { all(".k-ask, .k-many").forEach((field) => left.add(field)); show(); };
  return { show, soon, showAll, go, summary, all: () => found };
})();
