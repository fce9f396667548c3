// What has been written, from one visit to the next: on this device alone, and on a shared one not at all.
komsiluk.form.draft = (() => {
  const { form, need, all, say, later, tell, fields, names, items, checks, photographs } = komsiluk.form;
  const KEY = "komsiluk.form", SHARED = "komsiluk.form.shared";
  const kept = need(".k-form__kept"), shared = need("input[data-do=shared]");
  let isRefused = false;

  /** @type {(where: () => Storage, name: string, value: string | null) => boolean} */
  const store = (where, name, value) => {
    try {
      if (value === null) where().removeItem(name); else where().setItem(name, value);
      return true;
    } catch { return false; }
  };
  /** @type {(where: () => Storage, name: string) => string | null} */
  const stored = (where, name) => { try { return where().getItem(name); } catch { return null; } };
  const local = () => localStorage, session = () => sessionStorage;

  // Everything but the photographs, which are too many bytes and nothing for a browser's memory.
  /** @type {FormDraft["state"]} */
  const state = () => {
    const values = fields.read(form);
    return values && {
      values, id: form.dataset.id ?? "",
      records: names.files(values.original_language ?? form.dataset.language ?? ""),
      ticks: all("[data-tick]:checked", form).map((tick) => tick.dataset.tick ?? ""),
      translation: komsiluk.form.translation?.state() ?? null,
    };
  };
  // The page's answers from values and from what files say of new names; what is not there is empty.
  /** @type {FormDraft["fill"]} */
  const fill = ({ values, id = "", records = [], ticks = [], translation = null }) => {
    names.forget();
    for (const { folder, id: name, values: held } of records) names.bring(folder, name, held);
    fields.write.strange = [];
    fields.write(form, values);
    if (id) form.dataset.id = id; else delete form.dataset.id;
    for (const tick of all("input[data-tick]", form)) tick.checked = ticks.includes(tick.dataset.tick ?? "");
    names.refresh();
    komsiluk.form.translation?.show(translation);
    openWhatHasAnswers();
    checks.show();
  };
  // Of a practice that the site has, the parts stay folded: who mends one sentence looks for one part.
  const openWhatHasAnswers = () => {
    const answered = fields.within(form).filter((field) => fields.answer(field) !== undefined);
    const wanted = form.dataset.id ? ".k-form__part > details" : "details.k-form__part, .k-form__part > details";
    for (const part of all("details.k-form__part", form)) part.open = false;
    for (const part of /** @type {HTMLDetailsElement[]} */ (all(wanted, form))) part.open = answered.some((field) => part.contains(field));
  };
  const isEmpty = () => {
    const { title, summary, tagline, problem } = fields.read(form) ?? {};
    return !(title || summary || tagline || problem);
  };

  const keep = () => {
    const held = shared.checked ? null : state();
    const isKept = held && store(local, KEY, JSON.stringify(held));
    isRefused = Boolean(held) && !isKept;
    const time = new Date().toLocaleTimeString(form.dataset.language, { hour: "2-digit", minute: "2-digit", hour12: false });
    kept.textContent = shared.checked ? say("form.say.not-kept") : isKept ? say("form.say.kept", { time }) : isRefused ? say("form.say.refused") : "";
  };
  const clear = () => {
    store(local, KEY, null);
    photographs.forget();
    fill({ values: {} });
    begin();
    kept.textContent = "";
  };
  // An empty form: the language of the page, and one organisation to write down.
  const begin = () => {
    fields.write(form, { original_language: form.dataset.language });
    items.add(need("[data-name=organisations]", form));
    checks.show();
  };

  shared.checked = stored(session, SHARED) === "1";
  shared.addEventListener("change", () => {
    store(session, SHARED, shared.checked ? "1" : null);
    if (shared.checked) store(local, KEY, null);
    keep();
  });
  need("[data-do=clear]").addEventListener("click", () => {
    if (!isEmpty() && !confirm(say("form.say.sure"))) return;
    clear();
    tell(say("form.say.cleared"));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const soon = later(500, keep);
  for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => { if (komsiluk.around(event, "#form, #translation")) soon(); });
  addEventListener("pagehide", () => { if (!shared.checked && fields.read(form)) keep(); });
  // Whoever leaves with photographs chosen, or where nothing is kept, is asked.
  addEventListener("beforeunload", (event) => { if ((isRefused || shared.checked || photographs.files().length) && !isEmpty() && !komsiluk.form.isSaved) event.preventDefault(); });

  const restore = () => {
    const held = komsiluk.drafts.parse(stored(local, KEY));
    if (!held) { begin(); return; }
    fill(held);
    tell(say("form.say.restored"));
  };
  return { state, fill, isEmpty, restore, keep };
})();
