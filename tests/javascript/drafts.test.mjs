// The form's drafts and files: form/drafts.js, form/zip.js, form/yaml.js and form/reader.js.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

for (const name of ["yaml", "reader", "zip", "drafts"]) run(`form/${name}.js`);
const { zip, drafts, yaml } = komsiluk;
const DRAFT = { values: { title: "Ћилим 🧵 & more", steps: [{ id: "weave", what: "Čunak\n\n?q=1" }] }, ticks: ["names"], records: [] };
const text = (bytes) => new TextDecoder().decode(bytes);

test("a draft goes into an address and comes out as it was", async () => {
  const letters = await drafts.toLetters({ ...DRAFT, note: "\u00ff>?".repeat(50) });
  assert.match(letters, /^[\w-]+$/);
  assert.deepEqual(await drafts.fromLetters(letters), { ...DRAFT, note: "\u00ff>?".repeat(50) });
});

test("an address that was cut or changed is no draft", async () => {
  const letters = await drafts.toLetters(DRAFT);
  await assert.rejects(drafts.fromLetters(letters.slice(0, -8)));
  await assert.rejects(drafts.fromLetters(`AAAA${letters}`));
});

test("what is stored is a draft, or nobody's", () => {
  assert.deepEqual(drafts.parse(JSON.stringify(DRAFT)), DRAFT);
  for (const stored of [null, "", "{", "null", "3", "[]", '{"title":"A"}']) assert.equal(drafts.parse(stored), null);
});

test("files come out of a zip as they went in, and the same files are the same zip", async () => {
  const files = [["clubs/practice.yml", "title: Ћилим\n"], ["clubs/images/photo-1.jpg", Uint8Array.from([0, 255, 80, 75, 3, 4])]];
  const buffer = await zip.pack(files).arrayBuffer();
  const { folder, files: found } = await zip.unpack(buffer);
  assert.equal(folder, "clubs");
  assert.equal(text(found.get("practice.yml")), "title: Ћилим\n");
  assert.deepEqual([...found.get("images/photo-1.jpg")], [0, 255, 80, 75, 3, 4]);
  assert.deepEqual(new Uint8Array(await zip.pack(files).arrayBuffer()), new Uint8Array(buffer));
});

test("a zip has the sums that other programs check", async () => {
  const view = new DataView(await zip.pack([["a", "123456789"]]).arrayBuffer());
  assert.equal(view.getUint32(14, true), 0xcbf43926); // Source: the check value of CRC-32/ISO-HDLC.
});

test("a folder of a practice is not taken for the one around it", async () => {
  const { folder, files } = await zip.unpack(await zip.pack([["images/photo-1.jpg", "a"], ["images/photo-2.jpg", "b"]]).arrayBuffer());
  assert.deepEqual([folder, [...files.keys()]], ["", ["images/photo-1.jpg", "images/photo-2.jpg"]]);
  assert.equal((await zip.unpack(await zip.pack([["a/x", "a"], ["b/x", "b"]]).arrayBuffer())).folder, "");
});

test("what the form writes it reads again", () => {
  const values = { title: "No: # 'name'", id: "no", groups: ["women", "no"], text: "First.\n\nSecond.", source: { at: "p. 3" }, items: [{ id: "a", what: "x" }] };
  const file = yaml.write(values, "# head\n");
  assert.deepEqual(yaml.read(file), values);
  assert.match(file, /^id: "no"$/m); // Other programs would read a bare one as false.
});

test("what the form does not understand it refuses, with the line", () => {
  for (const [file, line] of [["title: A\n\tb: c", 1], ["title: A\ntitle: B", 2], ["a: [b", 1], ["a: b\n c: d", 1], ["", 1]]) {
    assert.throws(() => yaml.read(file), (error) => error instanceof Error && error.line >= line, file);
  }
});
