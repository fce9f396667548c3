// Files to a zip, stored as they are, and back; and the files that the answers make.
komsiluk.form.pack = (() => {
  const { form, find, all, say, slug, fields, names, photographs, checks } = komsiluk.form;
  const encoder = new TextEncoder(), decoder = new TextDecoder("utf-8", { fatal: true });
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const crc = (bytes) => {
    let value = -1;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ -1) >>> 0;
  };
  const numbers = (...pairs) => pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => value / 2 ** (8 * n) & 255));
  // 1 January 1980, where the time of zip files begins: the same answers give the same bytes.
  const EPOCH = 33;
  // Source of the numbers: PKWARE's APPNOTE.TXT, 4.3; bit 11 says that names are UTF-8.
  const zip = (files) => {
    const parts = [], ends = [];
    let at = 0;
    for (const [path, content] of files) {
      const bytes = typeof content === "string" ? encoder.encode(content) : content, name = encoder.encode(path);
      const about = [[20, 2], [1 << 11, 2], [0, 2], [0, 2], [EPOCH, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      parts.push(Uint8Array.from(numbers([0x04034b50, 4], ...about)), name, bytes);
      ends.push(Uint8Array.from(numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4])), name);
      at += 30 + name.length + bytes.length;
    }
    const size = ends.reduce((sum, part) => sum + part.length, 0);
    return new Blob([...parts, ...ends, Uint8Array.from(numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]))],
      { type: "application/zip" });
  };
  const inflated = async (bytes) => new Uint8Array(await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
  // The files of a zip by path, without the folder that all of them may be in.
  const unzip = async (buffer) => {
    const view = new DataView(buffer), bytes = new Uint8Array(buffer), found = new Map();
    let end = buffer.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    let at = view.getUint32(end + 16, true);
    for (let n = view.getUint16(end + 10, true); n; n -= 1) {
      const [size, length, more, note] = [view.getUint32(at + 20, true), ...[28, 30, 32].map((place) => view.getUint16(at + place, true))];
      const start = view.getUint32(at + 42, true), path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const packed = bytes.subarray(from, from + size);
      if (!path.endsWith("/")) found.set(path, view.getUint16(at + 10, true) ? await inflated(packed) : packed);
      at += 46 + length + more + note;
    }
    const folders = new Set([...found.keys()].map((path) => path.includes("/") ? path.split("/")[0] : ""));
    const [folder] = folders;
    const isWrapped = folders.size === 1 && folder && !/^(?:images|t|_.*)$/.test(folder);
    return { folder: isWrapped ? folder : "", files: new Map([...found].map(([path, held]) => [isWrapped ? path.slice(folder.length + 1) : path, held])) };
  };

  const head = (kind, up = "../") => `# yaml-language-server: $schema=${up}_schema/${kind}.v1.json\n`;
  const text = (kind, values, up) => komsiluk.yaml.write(values, head(kind, up));
  // The name of the practice's folder: it never changes once the practice is on the site.
  const folder = () => form.dataset.id || slug(fields.read(form)?.title ?? "") || "practice";
  // The files of the practice and of what it names for the first time, by their paths in its folder.
  const practice = () => {
    fields.settle(form);
    names.refresh();
    const values = fields.read(form) ?? {};
    return [["practice.yml", text("practice", values)],
      ...names.files(values.original_language ?? form.dataset.language).map(({ folder: kept, id, values: held }) =>
        [`_${kept}/${id}.yml`, text(kept.slice(0, -1), held)])];
  };
  const readMe = (files) => {
    const lines = [say("form.letter.head"), "", say("form.letter.how"), ...komsiluk.form.isPrivate() ? [say("form.letter.private")] : [],
      say("form.letter.open"), "", say("form.letter.files"), ...files.map(([path]) => `- ${path}`)];
    const ticked = all("[data-tick]:checked", form).map((tick) => `- ${say(`form.safe.${tick.dataset.tick}`)}`);
    if (ticked.length) lines.push("", say("form.letter.ticked"), ...ticked);
    const wrong = checks.all().filter(({ severity }) => severity === "error");
    if (wrong.length) lines.push("", say("form.letter.left"), ...wrong.map(({ field, text: said }) => `- ${find(".k-ask__label", field)?.textContent.trim() ?? ""} ${said}`));
    return `${lines.join("\n")}\n`;
  };
  // Everything that is sent: paths below the practice's folder, and a note in the person's language.
  const whole = () => {
    const files = komsiluk.form.translation?.files() ?? [...practice(), ...photographs.files()];
    return [...files, ["read-me.txt", readMe(files)]].map(([path, content]) => [`${folder()}/${path}`, content]);
  };
  return { zip, unzip, text, folder, practice, whole, decoder };
})();
