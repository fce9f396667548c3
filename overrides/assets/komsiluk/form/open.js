// What was written before, opened to go on: a file, a draft in the address, or a practice of the site.
// It replaces everything, or, when it cannot be understood, nothing.
komsiluk.form.open = (() => {
  const { form, find, say, tell, fields, names, draft, checks, photographs, pack } = komsiluk.form;
  const mayReplace = () => draft.isEmpty() || confirm(say("form.say.replace"));

  // Answers from the texts of a practice's folder. Throws what `reader.js` throws.
  const taken = (texts) => {
    const values = komsiluk.yaml.read(texts.get("practice.yml"));
    const records = [...texts].flatMap(([path, text]) => {
      const [, folder, id] = /^_(organisations|places|projects|sources)\/([a-z0-9-]+)\.yml$/.exec(path) ?? [];
      return folder ? [{ folder, id, values: komsiluk.yaml.read(text) }] : [];
    });
    return { values, records };
  };
  const strange = (before) => {
    if (!fields.write.strange.length) return false;
    const [name] = fields.write.strange;
    draft.fill(before ?? { values: {} });
    tell(say("form.say.unknown", { name }));
    return true;
  };
  const show = ({ values, records, id = "" }) => {
    const before = draft.state();
    draft.fill({ values, records, id });
    if (strange(before)) return false;
    checks.showAll();
    const isComplete = !checks.all().some(({ severity }) => severity === "error");
    tell(`${say("form.say.opened", { title: values.title ?? "" })} ${isComplete ? say("form.say.complete") : ""}`);
    form.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  const unreadable = (error) => tell(say("form.say.unreadable", { line: error.line ?? 1 }));

  const file = async (chosen) => {
    const buffer = await chosen.arrayBuffer();
    const isZip = new DataView(buffer).byteLength > 4 && new DataView(buffer).getUint32(0) === 0x504b0304;
    try {
      const { folder, files } = isZip ? await pack.unzip(buffer) : { folder: "", files: new Map([["practice.yml", new Uint8Array(buffer)]]) };
      const texts = new Map([...files].filter(([path]) => path.endsWith(".yml")).map(([path, bytes]) => [path, pack.decoder.decode(bytes)]));
      const answers = taken(texts);
      photographs.forget();
      const known = new Set(komsiluk.form.held.names.practices.map(([id]) => id));
      if (show({ ...answers, id: known.has(folder) ? folder : "" })) await photographs.bring(files);
    } catch (error) { unreadable(error); }
  };
  find("#open-file").addEventListener("change", async (event) => {
    const [chosen] = event.target.files;
    if (chosen && mayReplace()) await file(chosen);
    event.target.value = "";
  });

  // The one thing that is fetched, and only when somebody asks for it: a practice from the site's own folder.
  const practice = async (work) => {
    const input = find("#open-practice"), id = names.idOf("practices", input.value);
    if (!id) { tell(say("form.fault.only")); return; }
    if (!mayReplace()) return;
    try {
      const held = await komsiluk.load(`open/${id}`);
      const values = komsiluk.yaml.read(held.text);
      if (work === "translate") await komsiluk.form.translation.open(id, values, held.languages);
      else show({ values, records: [], id });
      input.value = "";
    } catch (error) {
      if (error.line) unreadable(error); else tell(say("form.say.lost"));
    }
  };
  for (const work of ["improve", "translate"]) find(`[data-do=${work}]`).addEventListener("click", () => practice(work));

  const packed = async (bytes, way) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(way)).arrayBuffer());
  // A draft to what can stand in an address, and back: deflated JSON in base64url. It never reaches a server.
  const toLink = async () => {
    const bytes = await packed(new TextEncoder().encode(JSON.stringify(draft.state())), new CompressionStream("deflate-raw"));
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `${location.href.split("#")[0].split("?")[0]}#d=${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  };
  const fromLink = async () => {
    const [, letters] = /^#d=([\w-]+)$/.exec(location.hash) ?? [];
    if (!letters) return;
    try {
      const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
      const held = JSON.parse(pack.decoder.decode(await packed(bytes, new DecompressionStream("deflate-raw"))));
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
      find("#open-practice").value = names.nameOf("practices", id);
      await practice(work);
    }
  };
  return { toLink, begin: async () => { await fromLink(); await fromAddress(); } };
})();
