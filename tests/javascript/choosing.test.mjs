// choose.js: what is kept and compared, as values.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

// All that follows in the script needs the page, and says what it misses.
assert.throws(() => run("choose.js"), /\.k-tray/);
const { ids, notes, address, bucket, toggled } = komsiluk.choosing;

test("of what is stored or comes by an address only ids are taken, each once", () => {
  assert.deepEqual(ids(["bakery", "bakery", "2-clubs", "", "<b>", "Ćilim", 3, null, "-a", "a".repeat(101)]), ["bakery", "2-clubs"]);
  for (const other of [null, "bakery", { 0: "bakery" }, 3]) assert.deepEqual(ids(other), []);
});

test("notes are texts by practice, whatever was stored", () => {
  assert.deepEqual(notes({ bakery: "Ask Ana", clubs: 3, garden: null }), { bakery: "Ask Ana" });
  for (const other of [null, "text", 3]) assert.deepEqual(notes(other), {});
});

test("an address names the practices, or nothing", () => {
  assert.equal(address("compare/", ["bakery", "clubs"]), "compare/?p=bakery,clubs");
  assert.equal(address("compare/", []), "compare/");
});

test("a practice is put in and taken out", () => {
  assert.deepEqual(toggled(["bakery"], "clubs"), ["bakery", "clubs"]);
  assert.deepEqual(toggled(["bakery", "clubs"], "bakery"), ["clubs"]);
});

test("a practice is in the script in which pages/buckets.py has put it", () => {
  assert.equal(bucket("a", 2 ** 32), 0xe40c292c); // Source: draft-eastlake-fnv, 5.
  assert.deepEqual(["bakery", "tool-library", "repair-cafe-novi-sad"].map((id) => bucket(id, 977)), [801, 815, 290]);
});
