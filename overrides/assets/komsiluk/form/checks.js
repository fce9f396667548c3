// What is to be mended, in the words of `komsiluk check`: beside each question once it has been left, and all
// of it in one list that leads to the questions. Nothing is said about a field while somebody writes in it.
komsiluk.form.checks = (() => {
  const { form, held, all, find, element, say, later, fields, names, items } = komsiluk.form;
  const dangers = komsiluk.dangers(komsiluk.taken("form"));
  const guarded = komsiluk.form.guarded(dangers);
  const plural = new Intl.PluralRules(form.dataset.language);
  const left = new WeakSet();
  let found = [];

  const wording = (key, values) => {
    const said = held.faults[key];
    const text = typeof said === "object" ? said[plural.select(values.n)] ?? said.other : said ?? "";
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  };
  const fault = (key, values) => [say(`form.fault.${key}`, values), "error"];
  const told = ({ say: key, severity, found: stretch }) =>
    [say("form.fault.at", { text: wording(`${key}.message`, { found: stretch }), hint: wording(`${key}.hint`, { found: stretch }) }), severity];
  const contextOf = (field) => ({ web: "address", mailbox: "contact" })[field.dataset.kind]
    ?? (field.dataset.record === "contact" ? "contact" : "text");
  const length = (text) => [...text].length;
  const nWords = (text) => text.split(/\s+/).filter(Boolean).length;

  const OF_KIND = {
    number: (value) => typeof value !== "number" && fault("number"),
    whole: (value) => !Number.isInteger(value) && fault("whole"),
    currency: (value, { pattern }) => !new RegExp(pattern).test(value) && fault("currency"),
    day: (value, { pattern }) => (!new RegExp(pattern).test(value) || (value.length > 9 && Number.isNaN(Date.parse(value)))
      || (value.length > 9 && new Date(value).toISOString().slice(0, 10) !== value)) && fault("day"),
    web: (value, { pattern }) => !new RegExp(pattern).test(value) && fault("web"),
    mailbox: (value, { pattern }) => !new RegExp(pattern).test(value) && fault("mailbox"),
    concepts: (value, { most }) => value.length > most && fault("too-many", { n: most }),
    photograph: (value, _, field) => !komsiluk.form.photographs.has(field) && fault("picture"),
    choice: (value) => value === "children" && fault("children"),
  };
  // What is wrong with an answer by itself.
  const alone = function* (field, value) {
    const { kind, characters, words, least, most } = field.dataset;
    const wrong = OF_KIND[kind]?.(value, field.dataset, field);
    if (wrong) { yield wrong; return; }
    if (typeof value === "number" && (value < (least ?? -Infinity) || value > (most ?? Infinity))) {
      yield fault("range", { least: least ?? "…", most: most ?? "…" });
    }
    if (typeof value !== "string" || !["line", "text", "web", "mailbox"].includes(kind)) return;
    if (characters && length(value) > characters) yield fault("characters", { n: length(value) - characters });
    else if (words && nWords(value) > words) yield fault("words", { n: nWords(value) - words });
    if (field.dataset.name === "at" && nWords(value) > 8) yield fault("locator");
    yield* dangers(value, contextOf(field)).map(told);
  };

  // What is wrong with answers that stand together: the name of the question, and the fault.
  const needsConsent = (values) => values.consent
    && ["date", "review_by", "held_by", "withdraw"].some((name) => !(name in values.consent));
  const TOGETHER = {
    result: (values) => values.status === "achieved" && !values.source && ["source", "achieved"],
    period: (values) => values.end && values.start > values.end && ["end", "order"],
    project: (values) => values.end && values.start > values.end && ["end", "order"],
    image: (values) => (values.people === "recognisable-adults" && values.licence !== "no-reuse" && ["licence", "no-reuse"])
      || (values.people === "recognisable-adults" && needsConsent(values) && ["consent", "consent"]),
    story: (values) => needsConsent(values) && ["consent", "consent"],
    provenance: (values) => !values.licence_agreed && ["licence_agreed", "licence"],
    practice: (values) => (values.stories ?? []).some(({ about }) => about === "child") && !values.safeguarding && ["safeguarding", "child"],
  };
  const together = (record, values) => TOGETHER[record]?.(values)
    || (values.basis === "reported" && record !== "consent" && !values.source && ["source", "reported"]);

  const guard = ([name, rule, part, values, severity]) => [name,
    say("form.fault.at", { text: wording(`${rule}.${part}message`, values), hint: wording(`${rule}.${values.gone ? "gone" : `${part}hint`}`, values) }), severity];

  const recordOf = (holder) => find(":scope > [data-record]", holder)?.dataset.record ?? "";
  // Everything that is wrong in a holder that somebody has answered something in, in the order of the file.
  const judge = (holder, values, practice) => {
    const faults = [], guards = guarded(recordOf(holder), values, practice).map(guard);
    const objection = together(recordOf(holder), values);
    for (const field of fields.within(holder)) {
      const { name, kind } = field.dataset;
      if (field.hidden) continue;
      const value = values[name];
      const add = ([text, severity]) => faults.push({ field, text, severity });
      if (value === undefined && field.dataset.required !== undefined) {
        if (kind === "group") faults.push(...judge(field, {}, practice));
        else faults.push({ field, text: fault(["concepts", "countries", "list"].includes(kind) ? "missing-one" : "missing")[0], severity: "error", isMissing: true });
      } else if (value !== undefined) {
        if (kind === "group") faults.push(...judge(field, value, practice));
        else if (kind === "list") {
          for (const item of items.of(field)) {
            const within = fields.read(item);
            if (within) faults.push(...judge(item, within, practice));
          }
        } else for (const wrong of alone(field, value)) add(wrong);
      }
      const typed = fields.inputOf(field)?.value?.trim();
      if (["references", "countries", "country"].includes(kind) && typed && !names.canBeNew(field.dataset.of)
        && !names.isKnown(field.dataset.of ?? "countries", typed)) add(fault("only"));
      if (objection && objection[0] === name) add(fault(objection[1]));
      for (const [asked, ...told_] of guards) if (asked === name) add(told_);
    }
    return faults;
  };

  // Of a translation only its texts are looked at: the facts are the original's.
  const judgeTranslation = () => all("#translation .k-ask").flatMap((field) =>
    dangers(fields.inputOf(field).value).map(told).map(([text, severity]) => ({ field, text, severity })));

  const askOf = (field) => field.dataset.kind === "group" ? fields.within(field).find((one) => one.matches(".k-ask")) ?? field : field;
  const labelOf = (field) => {
    const label = find(":scope > .k-ask__label, :scope > legend, .k-ask__tick", field)?.cloneNode(true);
    for (const beside of label ? all(".k-ask__must, .k-badge", label) : []) beside.remove();
    return label?.textContent.trim() ?? "";
  };
  const placeOf = (field) => {
    const item = field.closest(".k-item"), part = field.closest(".k-form__part");
    return find(".k-item__name", item ?? field)?.textContent ?? find("h2", part)?.textContent ?? "";
  };
  // To a question, with everything opened that it is hidden in.
  const go = (field) => {
    for (let within = field.closest("details"); within; within = within.parentElement.closest("details")) within.open = true;
    const to = find("input:not([type=hidden]), textarea, select, button:not([hidden])", field) ?? field;
    to.focus();
    to.scrollIntoView({ block: "center" });
  };

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
  const summary = (faults) => {
    const n_missing = faults.filter(({ isMissing }) => isMissing).length;
    const [n_errors, n_warnings] = ["error", "warning"].map((kind) => faults.filter(({ severity, isMissing }) => severity === kind && !isMissing).length);
    return [[n_missing, "left"], [n_errors, "errors"], [!n_missing && !n_errors, "complete"], [n_warnings, "warnings"]]
      .filter(([n]) => n).map(([n, key]) => say(`form.say.${key}`, { n })).join(" ");
  };
  const list = (faults) => {
    const state = find(".k-form__state"), text = summary(faults);
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("k-form__state--complete", !faults.some(({ severity }) => severity === "error"));
    find(".k-form__problems").replaceChildren(...faults.map(({ field, text: said, severity }) => {
      const link = element("a", { href: `#${find("[id]", field)?.id ?? "form"}` }, `${placeOf(field)}: ${labelOf(field)}`);
      link.addEventListener("click", (event) => { event.preventDefault(); left.add(field); go(field); show(); });
      return element("li", { className: `k-form__problem--${severity}` }, link, ` ${said}`);
    }));
  };
  const count = (field) => {
    const told = find(":scope > .k-ask__left", field);
    if (!told) return;
    const { characters, words } = field.dataset, text = fields.inputOf(field).value.trim();
    const [n, most, what] = characters ? [length(text), characters, "characters"] : [nWords(text), words, "words"];
    told.textContent = n > most * .6 ? say(`form.say.${what}-${n > most ? "over" : "left"}`, { n: Math.abs(most - n) }) : "";
    told.classList.toggle("k-ask__left--over", n > most);
  };
  // Beside the name of a part that may be folded: how much there is in it.
  const fill = (told) => {
    const n = all(".k-ask", told.closest(".k-form__part")).filter((field) => fields.answer(field) !== undefined).length;
    told.textContent = n ? say("form.say.answered", { n }) : "";
  };

  const judgeAll = () => {
    komsiluk.form.together.follow();
    const values = fields.read(form) ?? {};
    return [...judge(form, values, values), ...names.FRESH.flatMap((folder) => items.of(find(`[data-folder=${folder}]`, form))
      .flatMap((item) => judge(item, fields.read(item) ?? {}, values)))].map((one) => ({ ...one, field: askOf(one.field) }));
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
  const written = [form, find("#translation")];
  for (const part of written) part.addEventListener("input", soon);
  form.addEventListener("change", ({ target }) => {
    const field = target.closest(".k-ask");
    if (field && target.matches("select, [type=radio], [type=checkbox]")) left.add(field);
    soon();
  });
  // While a button is being pressed nothing above it may grow: the press would miss it.
  let isPressed = false;
  addEventListener("pointerdown", () => { isPressed = true; }, true);
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => { setTimeout(() => { isPressed = false; }, 60); }, true);
  const calmly = () => { if (isPressed) setTimeout(calmly, 80); else { names.refresh(); show(); } };
  const leave = (event) => {
    const field = event.target.closest(".k-ask");
    if (!field || field.contains(event.relatedTarget)) return;
    if (["references", "countries"].includes(field.dataset.kind)) fields.take(field);
    // Whoever only passes by on the Tab key has not answered anything wrong.
    if (fields.inputOf(field)?.value || find("input:checked", field)) left.add(field);
    calmly();
  };
  for (const part of written) part.addEventListener("focusout", leave);
  const showAll = () => { all(".k-ask, .k-many").forEach((field) => left.add(field)); show(); };
  return { show, soon, showAll, go, summary, all: () => found };
})();
