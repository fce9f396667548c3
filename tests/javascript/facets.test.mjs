// facets.js: columns as `search/columns.py` writes them, and who is left of the practices.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

run("facets.js");
const { unfold, judge } = komsiluk.columns;
const all = (n) => new Uint8Array(n).fill(1);
const left = ({ missing }) => Array.from(missing.keys()).filter((row) => !missing[row]);
const rows = ({ starts, held, values }) => Array.from({ length: starts.length - 1 }, (_, row) =>
  Array.from(held.slice(starts[row], starts[row + 1]), (n) => values[n]));

const theme = unfold([["work", "home"], 1, 0, "#$#$"], 4);
const groups = unfold([["women", "youth", "all"], 1, 1, "#!#$!!%!"], 4);
const columns = { theme, groups }, names = ["theme", "groups"];

test("a column of one value each, and one of several", () => {
  assert.deepEqual(rows(theme), [["work"], ["home"], ["work"], ["home"]]);
  assert.deepEqual(rows(groups), [["women"], ["women", "youth"], [], ["all"]]);
});

test("no value is written as a backslash, and many values take two signs each", () => {
  const values = Array.from({ length: 100 }, (_, n) => `v${n}`);
  // "]" follows "[" at once; and 91 values have one sign.
  assert.deepEqual(rows(unfold([values, 1, 0, "[]"], 2)), [["v56"], ["v57"]]);
  assert.deepEqual(rows(unfold([values, 2, 0, "#~$#"], 2)), [["v90"], ["v91"]]);
});

test("nothing chosen leaves all, and counts all", () => {
  const judged = judge(columns, names, new Map(), all(4));
  assert.deepEqual(left(judged), [0, 1, 2, 3]);
  assert.deepEqual(judged.counts.map((counts) => [...counts]), [[2, 2], [2, 1, 1]]);
});

test("values of one facet are alternatives, facets have to be met together", () => {
  assert.deepEqual(left(judge(columns, names, new Map([["groups", new Set(["youth", "all"])]]), all(4))), [1, 3]);
  const both = new Map([["theme", new Set(["work"])], ["groups", new Set(["women"])]]);
  assert.deepEqual(left(judge(columns, names, both, all(4))), [0]);
});

test("a value is counted as if its own facet were open", () => {
  const { counts: [themes, people] } = judge(columns, names, new Map([["theme", new Set(["work"])]]), all(4));
  assert.deepEqual([...themes], [2, 2]);
  assert.deepEqual([...people], [1, 0, 0]);
});

test("practices that a query did not find are not counted", () => {
  const { counts: [themes] } = judge(columns, names, new Map(), Uint8Array.from([1, 0, 0, 0]));
  assert.deepEqual([...themes], [1, 0]);
});

test("a value or facet that the index does not know hides nothing but what it names", () => {
  assert.deepEqual(left(judge(columns, names, new Map([["theme", new Set(["gone"])]]), all(4))), []);
  const { missing, counts } = judge(columns, ["cost", ...names], new Map([["cost", new Set(["1"])]]), all(4));
  assert.deepEqual(left({ missing }), [0, 1, 2, 3]);
  assert.equal(counts[0], null);
});
