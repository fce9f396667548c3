// A practice in another language, paragraph beside paragraph: only what is missing or out of date is asked for.
komsiluk.form.translation = (() => {
  const { form, find, need, element, say, tell, checks } = komsiluk.form;
  const box = need("#translation"), tag = form.dataset.language ?? "";
  /** @type {TranslationState | null} */
  let open = null;

  const split = (/** @type {string} */ text) => text.split(/\n(?:[^\S\n]*\n)+/).map((part) => part.replace(/^\n+|\n+$/g, "")).filter((part) => part.trim());
  // The texts of values by name, as the original has them: `steps.rooms.what`. The page's questions say what is text.
  const isText = (/** @type {Field} */ field) => field.dataset.characters || field.dataset.words;
  /** @type {(holder: Element, values: any, before?: string) => [name: string, text: string, label: HTMLElement][]} The kind says what a value is. */
  const texts = (holder, values, before = "") => komsiluk.form.fields.within(holder).flatMap((field) => {
    const { name, kind, record } = field.dataset, value = values?.[name];
    if (value === undefined || value === null) return [];
    if (kind === "group") return texts(field, value, `${before}${name}.`);
    if (kind === "list") {
      const model = komsiluk.form.items.model(field);
      return value.flatMap((/** @type {Answers} */ item, /** @type {number} */ place) => texts(model, item, `${before}${name}.${item.id ?? place}.`));
    }
    return isText(field) && !UNTRANSLATED.has(`${record}.${name}`) ? [[`${before}${name}`, value, need(".k-ask__label", field)]] : [];
  });
  const UNTRANSLATED = new Set(["image.credit", "consent.held_by", "safeguarding.checked_by", "provenance.written_by"]);
  /** @type {(values: Values, before?: string) => [name: string, text: string][]} */
  const flat = (values, before = "") => Object.entries(values).flatMap(([name, value]) =>
    value && typeof value === "object" ? flat(/** @type {Values} */ (value), `${before}${name}.`) : [[before + name, String(value ?? "")]]);
  const HEAD = new Set(["schema_version", "language", "status", "by", "machine"]);

  // Beside each paragraph of the original what there is of it: [original, translated, state].
  /** @type {(original: string, translated?: string, states?: OpenedTranslation["changed"][string]) => Pair[]} */
  const pairs = (original, translated, states) => {
    const now = split(original), then = translated === undefined ? [] : split(translated);
    if (states) return now.map((text, n) => [text, then[states[n][0]] ?? "", states[n][1]]);
    if (then.length === now.length) return now.map((text, n) => [text, then[n], "current"]);
    return translated === undefined ? now.map((text) => [text, "", "missing"]) : [[original, translated, "current"]];
  };
  const label = (/** @type {HTMLElement} */ node) => {
    const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
    find(".k-ask__must", copy)?.remove();
    return copy.textContent.trim();
  };

  const show = (/** @type {TranslationState | null} */ held) => {
    open = held;
    box.hidden = !held;
    form.hidden = Boolean(held);
    if (!held) return;
    const { head, language = "" } = held;
    const asked = held.texts.flatMap(({ label: called, pairs: rows }, n) => rows.flatMap(([original, translated, state], place) => {
      if (state === "current") return [];
      const id = `translation-${n}-${place}`, field = element("textarea", { id, rows: Math.max(2, Math.ceil(original.length / 60)), value: translated });
      field.addEventListener("input", () => { rows[place][1] = field.value; });
      field.setAttribute("aria-describedby", `${id}-original ${id}-error`);
      const source = element("blockquote", { id: `${id}-original`, lang: language }, original);
      const state_ = element("span", { className: "k-badge" }, say(`form.translation.${state}`));
      return [element("div", { className: "k-ask k-translation__pair" }, element("label", { className: "k-ask__label", htmlFor: id }, called, " ", state_), source, field,
        element("p", { className: "k-ask__error", id: `${id}-error`, hidden: true }))];
    }));
    const status = element("select", { id: "translation-status" }, ...["human", "reviewed"].map((value) => element("option", { value }, say(`form.translation.${value}`))));
    status.value = head.status === "reviewed" ? "reviewed" : "human";
    status.addEventListener("change", () => { head.status = status.value; });
    const by = element("input", { id: "translation-by", type: "text", value: head.by?.organisation ?? "" });
    by.addEventListener("input", () => { head.by = { organisation: by.value.trim() }; });
    /** @type {(name: string, field: HTMLElement) => HTMLElement} */
    const row = (name, field) => element("div", { className: "k-ask" }, element("label", { className: "k-ask__label", htmlFor: field.id }, say(`form.translation.${name}`)), field);
    box.replaceChildren(element("h2", { tabIndex: -1 }, held.title ?? ""),
      element("p", {}, say(asked.length ? "form.translation.lead" : "form.translation.none")),
      ...asked, ...asked.length ? [row("status", status), row("by", by)] : []);
    need("h2", box).focus();
    checks.show();
  };
  /** @type {FormTranslation["open"]} */
  const opened = async (id, values, languages) => {
    if (tag === values.original_language) { tell(say("form.translation.none")); return; }
    if (/-Cyrl$/.test(tag) && !languages.includes(tag) && [values.original_language, ...languages].some((one) => one === tag.replace("Cyrl", "Latn"))) {
      tell(say("form.translation.derived"));
      return;
    }
    /** @type {OpenedTranslation} */
    const held = languages.includes(tag) ? await komsiluk.load(`open/${id}.${tag}`) : { text: "", changed: {} };
    /** @type {Answers & { by?: { organisation?: string } }} */
    const there = held.text ? komsiluk.yaml.read(held.text) : {};
    const words = new Map(flat(there).filter(([name]) => !HEAD.has(name.split(".")[0])));
    const found = texts(form, values);
    // What a machine translated is asked again as a whole: a person is to stand behind it.
    const isMachine = there.status === "machine";
    show({
      id, isThere: Boolean(held.text), title: words.get("title") ?? values.title, language: values.original_language, head: { status: "human", ...there.by ? { by: there.by } : {} },
      texts: found.map(([name, text, node]) => ({ name, label: label(node), pairs: pairs(text, words.get(name), held.changed[name])
        .map(([original, translated, state]) => [original, translated, isMachine && state === "current" ? "machine" : state]) })),
    });
    tell("");
  };
  // The file of the translation: what was there, with what is new, in the order of the original.
  /** @type {(state: TranslationState) => [path: string, content: string][]} */
  const file = ({ head: { status, by }, texts: translated }) => {
    /** @type {Values} */
    const values = { schema_version: 1, language: tag, status, ...by?.organisation ? { by } : {} };
    for (const { name, pairs: rows } of translated) {
      const text = rows.map(([, paragraph]) => paragraph.replace(komsiluk.yaml.UNSEEN, "").replace(/[^\S\n]+$/gm, "").trim()).filter(Boolean).join("\n\n");
      if (!text) continue;
      const path = name.split("."), last = path.pop() ?? "";
      path.reduce((holder, part) => /** @type {Values} */ (holder[part] ??= {}), values)[last] = text;
    }
    return [[`t/${tag}.yml`, komsiluk.yaml.write(values, "# yaml-language-server: $schema=../../_schema/translation.v1.json\n")]];
  };
  return { open: opened, show, state: () => open, files: () => open && file(open), get id() { return open?.id; } };
})();
