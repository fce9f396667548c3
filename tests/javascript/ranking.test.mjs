// search.js: what a query finds, in which order, in an index that is written here by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const number = (value) => value > 31 ? DIGITS[value & 31 | 32] + number(value >> 5) : DIGITS[value];
/** Pages in their order, each with the impact that a term has there: `postings.py`. */
const postings = (pages) => {
  let last = -1;
  return Object.entries(pages).map(([page, impact]) => {
    const gap = page - last - 1;
    last = Number(page);
    return number(gap << 3 | impact);
  }).join("");
};
/** Pages alone: `postings.gaps`. */
const gaps = (pages) => pages.map((page, n) => number(page - (n ? pages[n - 1] : -1) - 1)).join("");

let n_indexes = 0;
/** Opens an index of terms, each with its postings and perhaps what it names elsewhere. */
const open = (terms, { n = 100, m = n, cards = {}, words = [], ...manifest } = {}) => {
  const tag = `x${n_indexes += 1}`, entries = Object.entries(terms).sort(([one], [other]) => one < other ? -1 : 1);
  komsiluk.take(`${tag}/m`, {
    v: "v", n, m, t: "", w: "", e: "", g: [], stop: [], profile: "en", also: [], others: [], themes: [["Learning", "blue"]], words: {}, ...manifest,
  });
  komsiluk.take(`${tag}/v/t0`, entries.map(([term, held]) => [term, ...[held].flat()].join(" ")).join("|"));
  komsiluk.take(`${tag}/v/w0`, words.map((word) => `A${word}`).join(""));
  for (const [name, held] of Object.entries(cards)) komsiluk.take(`${tag}/v/${name}`, held);
  return komsiluk.index(tag);
};

run("keys.js");
run("lookup.js");
run("search.js");
// English, as far as these tests speak it: a word and its plural share a key.
const ENGLISH = { shortest: 3, regions: "^...", tables: { plural: [["s"]] }, steps: ["plural"] };
komsiluk.take("keys", { profiles: { en: "en" }, letters: {}, marks: "[\u0300-\u036f]", en: ENGLISH });

test("a practice that has all words comes before one that is full of one of them", async () => {
  const index = await open({ garden: postings({ 3: 7, 5: 0 }), school: postings({ 5: 0, 8: 7 }) });
  const { practices, whole } = await index.ask("garden school ");
  assert.deepEqual(practices, [5, 3, 8]);
  assert.equal(whole, 1);
});

test("a rare word counts more than a common one, a strong place more than a weak one", async () => {
  const common = Object.fromEntries(Array.from({ length: 60 }, (_, page) => [page, 3]));
  const index = await open({ town: postings(common), quilt: postings({ 70: 3, 71: 5 }) });
  const { practices } = await index.ask("town quilt ");
  assert.deepEqual(practices.slice(0, 3), [71, 70, 0]);
});

test("practices that are worth the same stay in the order of the index", async () => {
  const index = await open({ garden: postings({ 2: 3, 9: 3, 40: 3 }) });
  assert.deepEqual((await index.ask("gardens ")).practices, [2, 9, 40]);
});

test("the word itself comes before words that only begin so, and those only count while it is being written", async () => {
  const index = await open({ bake: postings({ 7: 3 }), bakery: postings({ 4: 3 }) });
  assert.deepEqual((await index.ask("bake")).practices, [7, 4]);
  assert.deepEqual((await index.ask("bake ")).practices, [7]);
});

test("a mistyped word is looked for as the nearest one, and that is told", async () => {
  const index = await open({ kitchen: postings({ 6: 3 }) }, { words: ["kitchen"] });
  const { practices, instead } = await index.ask("kithcen ");
  assert.deepEqual([practices, instead], [[6], ["kitchen"]]);
  assert.deepEqual((await index.ask("cathedral ")).practices, []);
});

test("a word of another language finds what stands under the thing that it names, and its page", async () => {
  const index = await open({ biblioteke: [postings({}), `~${gaps([3, 12, 100])}`] }, { n: 100, m: 101, others: ["sq"] });
  const { practices, pages, concepts } = await index.ask("bibliotekë ");
  assert.deepEqual([practices, pages, [...concepts]], [[3, 12], [100], [100]]);
});

test("a word is looked for in the script of terms that holds it, the first of each included", async () => {
  const index = await open({ garden: postings({ 3: 1 }) }, { t: " kitchen school" });
  komsiluk.take(`x${n_indexes}/v/t1`, `kitchen ${postings({ 5: 1 })}|music ${postings({ 6: 1 })}`);
  komsiluk.take(`x${n_indexes}/v/t2`, `school ${postings({ 7: 1 })}`);
  const found = await Promise.all(["garden ", "kitchen ", "music ", "school "].map(async (query) => (await index.ask(query)).practices));
  assert.deepEqual(found, [[3], [5], [6], [7]]);
});

test("words that stand everywhere are not looked for", async () => {
  const index = await open({ garden: postings({ 3: 1 }) }, { stop: ["the"] });
  const { practices, whole, isEmpty } = await index.ask("the garden ");
  assert.deepEqual([practices, whole, isEmpty], [[3], 1, false]);
  assert.equal((await index.ask(" ? ")).isEmpty, true);
});

test("other pages are told apart from practices, and have to have all words", async () => {
  const index = await open({ garden: postings({ 3: 1, 10: 1, 11: 1 }), school: postings({ 10: 1 }) }, { n: 10, m: 12 });
  const { practices, pages } = await index.ask("garden school ");
  assert.deepEqual([practices, pages], [[3], [10]]);
});

test("a result shows what is held of its page, and marks what was looked for", async () => {
  const held = [["practices/a", "A garden", "Text", 0, "Niš"], ["about", "About us", "Who we are", "Page", "", "mk", 1]];
  const index = await open({ garden: postings({ 0: 1 }) }, { cards: { c0: held } });
  const [one, other] = await index.cards([0, 1]);
  assert.deepEqual(one, { page: 0, key: "practices/a", title: "A garden", passage: "Text", kind: "Learning", palette: "blue", where: "Niš", language: "", byMachine: 0 });
  assert.deepEqual([other.kind, other.palette, other.language, other.byMachine], ["Page", "", "mk", 1]);
  const { marks } = await index.ask("gardens ");
  assert.deepEqual(index.pieces(one.title, marks), [["A ", false], ["garden", true]]);
});

test("of a long text the part is shown in which the first of the words stands", async () => {
  const index = await open({ garden: postings({ 0: 1 }) });
  const { marks } = await index.ask("garden ");
  const pieces = index.passage(`${"before ".repeat(60)}garden ${"after ".repeat(60)}`, marks);
  const text = pieces.map(([piece]) => piece).join("");
  assert.match(text, /^… .*garden.* …$/);
  assert.ok(text.length < 180);
});

test("an index that could not be loaded is asked for again", async () => {
  document.createElement = () => ({ remove: () => {} });
  document.head = { append: (script) => script.onerror() };
  await assert.rejects(komsiluk.index("lost"), /lost\/m/);
  komsiluk.take("lost/m", { t: "", w: "", e: "" });
  assert.ok(await komsiluk.index("lost"));
});
