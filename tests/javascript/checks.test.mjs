// What the form finds wrong: form/answers.js an answer by itself, form/rules.js answers together, form/dangers.js texts.
// That Python finds the same is tested in Python; here is what each of them does by itself.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { run } from "./page.mjs";

for (const name of ["slugs", "answers", "dangers", "rules"]) run(`form/${name}.js`);
const { answers, slugs } = komsiluk;
const DANGERS = JSON.parse(fs.readFileSync(new URL("../../scripts/komsiluk/text/dangers.json", import.meta.url), "utf8"));
const wrong = (question, value) => answers.wrong(question, value)?.[0] ?? "";

test("days and numbers are read as people write them, and not guessed", () => {
  assert.deepEqual(["17.5.2023", "5/2023", "2023.", "soon"].map(answers.day), ["2023-05-17", "2023-05", "2023", "soon"]);
  assert.deepEqual(["1 200", "12,5", "1.200", "about 3"].map(answers.number), [1200, 12.5, "1.200", "about 3"]);
});

test("a text has as many characters and words as its question allows", () => {
  const line = { kind: "line", characters: "5" };
  assert.deepEqual([wrong(line, "🧵🧵🧵🧵🧵"), wrong(line, "thread")], ["", "characters"]);
  assert.deepEqual(answers.wrong({ kind: "text", words: "2" }, "one  two\nthree"), ["words", { n: 1 }]);
  assert.equal(wrong({ kind: "choice", characters: "1" }, "long"), "");
});

test("a number is one, and within its limits", () => {
  const number = { kind: "number", least: "0", most: "10" };
  assert.deepEqual([0, 10, -1, 11, "ten"].map((value) => wrong(number, value)), ["", "", "range", "range", "number"]);
  assert.deepEqual([3, 3.5].map((value) => wrong({ kind: "whole" }, value)), ["", "whole"]);
  assert.deepEqual([["a"], ["a", "b"]].map((value) => wrong({ kind: "concepts", most: "1" }, value)), ["", "too-many"]);
});

test("a day is one that there was", () => {
  const day = { kind: "day", pattern: "^\\d{4}(-\\d\\d){0,2}$" };
  assert.deepEqual(["2023", "2023-05", "2024-02-29", "2023-02-29", "spring"].map((value) => wrong(day, value)), ["", "", "", "day", "day"]);
});

const none = Object.assign(() => [], { isFewPeople: () => false, names: () => [] });
const known = { protected: ["roma"], hidden: [], towns: ["nis"], mapped: [], called: [], today: "2026-11-22" };
const judged = (findings, values, records = {}) => komsiluk.rules({ findings, records }, none)("practice", values, known)
  .map(({ rule, at, severity, values: filled }) => [rule, at.join("."), severity, filled]);

test("a rule holds when all of its conditions do, and fills its blanks", () => {
  const findings = { order: [{ record: "practice", when: [{ field: "end", before: "start" }], at: "end", fill: { start: "start" }, severity: "warning" }] };
  assert.deepEqual(judged(findings, { start: "2023-05", end: "2022" }), [["order", "end", "warning", { name: "end", start: "2023-05" }]]);
  for (const values of [{ start: "2023", end: "2023-01" }, { start: "2023-05", end: "2023" }, { start: "2023" }, { start: "soon", end: "2022" }]) assert.deepEqual(judged(findings, values), []);
});

test("rules reach the records within records, and the whole from within them", () => {
  const findings = { few: [{ record: "result", when: [{ field: "status", is: ["achieved"] }, { field: "/groups", among: "protected", as: "group" }], at: "value" }] };
  const values = { groups: ["all", "roma"], results: [{ status: "planned" }, { status: "achieved" }] };
  assert.deepEqual(judged(findings, values, { practice: { results: "result" } }), [["few", "results.1.value", "error", { name: "value", group: "roma" }]]);
  assert.deepEqual(judged(findings, { ...values, groups: ["all"] }, { practice: { results: "result" } }), []);
});

test("dangers in a text are found once, where they stand, in characters", () => {
  const dangers = komsiluk.dangers(DANGERS);
  assert.deepEqual(dangers("🧵 Call +381 64 123 4567 today").map(({ rule, start, end, found }) => [rule, start, end, found]), [["phone", 7, 23, "+381 64 123 4567"]]);
  assert.equal(dangers("Tel. 064 123 4567").length, 1);
  assert.deepEqual(dangers("In 2023 there were 1.200 of them."), []);
  assert.deepEqual(dangers("+381 64 123 4567", "contact"), []);
});

test("a name for an address has small letters, digits and single hyphens, and ends with a word", () => {
  const cyrillic = { а: "a", и: "i", л: "l", м: "m", н: "n", ћ: "c", ч: "c" };
  const slug = slugs({ letters: { đ: "dj", ...cyrillic }, spellings: [{ signs: "ѓќ", letters: { ќ: "kj", ч: "ch" } }] });
  assert.equal(slug("Ћилим: Đorđe & Ана!"), "cilim-djordje-ana");
  assert.deepEqual([slug("чај"), slug("ќ ч")], ["ca", "kj-ch"]);
  assert.equal(slug("one two three", 9), "one-two");
  assert.equal(slug("…"), "");
});
