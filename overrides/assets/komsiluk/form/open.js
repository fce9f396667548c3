// What was written before, opened to go on: a file, a draft in the address, or a practice of the site.
// It replaces everything, or, when it cannot be understood, nothing.
komsiluk.form.open = (() => {
  const { form, need, say, tell, fields, names, draft, checks, photographs, pack } = komsiluk.form;
  const mayReplace = () => draft.isEmpty() || confirm(say("form.say.replace"));

  // Answers from the texts of a practice's folder. Throws what `reader.js` throws.
  const taken = (/** @type {Map<string, string>} */ texts) => {
    const values = komsiluk.yaml.read(texts.get("practice.yml") ?? "");
    /** @type {NewName[]} */
    const records = [...texts].flatMap(([path, text]) => {
      const [, folder, id] = /^_(organisations|places|projects|sources)\/([a-z0-9-]+)\.yml$/.exec(path) ?? [];
      return folder ? [{ folder, id, values: komsiluk.yaml.read(text) }] : [];
    });
    return { values, records };
  };
  const strange = (/** @type {Draft | null | undefined} */ before) => {
    if (!fields.write.strange.length) return false;
    const [name] = fields.write.strange;
    draft.fill(before ?? { values: {} });
    tell(say("form.say.unknown", { name }));
    return true;
  };
  const show = (/** @type {Draft} */ { values, records, id = "" }) => {
    const before = draft.state();
    draft.fill({ values, records, id });
    if (strange(before)) return false;
    checks.showAll();
    const isComplete = !checks.all().some(({ severity }) => severity === "error");
    tell(`${say("form.say.opened", { title: values.title ?? "" })} ${isComplete ? say("form.say.complete") : ""}`);
    form.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  /** @type {(error: unknown) => number | undefined} */
  const lineOf = (error) => error instanceof Error && "line" in error ? Number(error.line) : undefined;
  const unreadable = (/** @type {unknown} */ error) => tell(say("form.say.unreadable", { line: lineOf(error) ?? 1 }));

  const file = async (/** @type {File} */ chosen) => {
    const buffer = await chosen.arrayBuffer();
    const isZip = new DataView(buffer).byteLength > 4 && new DataView(buffer).getUint32(0) === 0x504b0304;
    try {
      const { folder, files } = isZip ? await komsiluk.zip.unpack(buffer) : { folder: "", files: new Map([["practice.yml", new Uint8Array(buffer)]]) };
      const texts = new Map([...files].filter(([path]) => path.endsWith(".yml")).map(([path, bytes]) => [path, pack.decoder.decode(bytes)]));
      const answers = taken(texts);
      photographs.forget();
      const known = new Set(komsiluk.form.held.names.practices.map(([id]) => id));
      if (show({ ...answers, id: known.has(folder) ? folder : "" })) await photographs.bring(files);
    } catch (error) { unreadable(error); }
  };
  const opener = need("input#open-file");
  opener.addEventListener("change", async () => {
    const [chosen] = opener.files ?? [];
    if (chosen && mayReplace()) await file(chosen);
    opener.value = "";
  });

  // The one thing that is fetched, and only when somebody asks for it: a practice from the site's own folder.
  const practice = async (/** @type {string} */ work) => {
    const input = need("input#open-practice"), id = names.idOf("practices", input.value);
    if (!id) { tell(say("form.fault.only")); return; }
    if (!mayReplace()) return;
    try {
      const held = await komsiluk.load(`open/${id}`);
      const values = komsiluk.yaml.read(held.text);
      if (work === "translate") await komsiluk.form.translation.open(id, values, held.languages);
      else show({ values, records: [], id });
      input.value = "";
    } catch (error) {
      if (lineOf(error)) unreadable(error); else tell(say("form.say.lost"));
    }
  };
  for (const work of ["improve", "translate"]) need(`[data-do=${work}]`).addEventListener("click", () => practice(work));

  // A draft in the address, which never reaches a server.
  const toLink = async () => `${location.href.split("#")[0].split("?")[0]}#d=${await komsiluk.drafts.toLetters(draft.state() ?? null)}`;
  const fromLink = async () => {
    const [, letters] = /^#d=([\w-]+)$/.exec(location.hash) ?? [];
    if (!letters) return;
    try {
      const held = await komsiluk.drafts.fromLetters(letters);
      if (mayReplace()) {
        draft.fill(held);
        if (!strange(null)) tell(say("form.say.opened", { title: held.values.title ?? "" }));
      }
    } catch (error) { unreadable(error); }
    try { history.replaceState(null, "", location.href.split("#")[0]); } catch { /* then it stays in the address */ }
  };
  // `?improve=<id>` and `?translate=<id>`, by which the page of a practice leads here.
  const fromAddress = async () => {
    const asked = new URLSearchParams(location.search);
    for (const work of ["improve", "translate"]) {
      const id = asked.get(work);
      if (!id) continue;
      need("input#open-practice").value = names.nameOf("practices", id);
      await practice(work);
    }
  };
  return { toLink, begin: async () => { await fromLink(); await fromAddress(); } };
})();
