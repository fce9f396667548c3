// The files that the answers make.
komsiluk.form.pack = (() => {
  const { form, find, all, say, slug, fields, names, photographs, checks } = komsiluk.form;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  /** @type {(kind: string, up?: string) => string} */
  const head = (kind, up = "../") => `# yaml-language-server: $schema=${up}_schema/${kind}.v1.json\n`;
  /** @type {FormPack["text"]} */
  const text = (kind, values, up) => komsiluk.yaml.write(values, head(kind, up));
  // The name of the practice's folder: it never changes once the practice is on the site.
  const folder = () => form.dataset.id || slug(fields.read(form)?.title ?? "") || "practice";
  // The files of the practice and of what it names for the first time, by their paths in its folder.
  /** @type {FormPack["practice"]} */
  const practice = () => {
    fields.settle(form);
    names.refresh();
    const values = fields.read(form) ?? {};
    /** @type {[path: string, content: string][]} */
    const named = names.files(values.original_language ?? form.dataset.language ?? "").map(({ folder: kept, id, values: held }) =>
      [`_${kept}/${id}.yml`, text(kept.slice(0, -1), held)]);
    return [["practice.yml", text("practice", values)], ...named];
  };
  const readMe = (/** @type {PackedFile[]} */ files) => {
    const lines = [say("form.letter.head"), "", say("form.letter.how"), ...komsiluk.form.isPrivate() ? [say("form.letter.private")] : [],
      say("form.letter.open"), "", say("form.letter.files"), ...files.map(([path]) => `- ${path}`)];
    const ticked = all("[data-tick]:checked", form).map((tick) => `- ${say(`form.safe.${tick.dataset.tick}`)}`);
    if (ticked.length) lines.push("", say("form.letter.ticked"), ...ticked);
    const wrong = checks.all().filter(({ severity }) => severity === "error");
    if (wrong.length) lines.push("", say("form.letter.left"), ...wrong.map(({ field, text: said }) => `- ${find(".k-ask__label", field)?.textContent?.trim() ?? ""} ${said}`));
    return `${lines.join("\n")}\n`;
  };
  // Everything that is sent: paths below the practice's folder, and a note in the person's language.
  /** @type {FormPack["whole"]} */
  const whole = () => {
    /** @type {PackedFile[]} */
    const files = komsiluk.form.translation?.files() ?? [...practice(), ...photographs.files()];
    files.push(["read-me.txt", readMe(files)]);
    return files.map(([path, content]) => [`${folder()}/${path}`, content]);
  };
  return { text, folder, practice, whole, decoder };
})();
