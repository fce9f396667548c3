// What scripts/komsiluk/search/ writes, and what keys.js, search.js, box.js and browse.js make of it.

/** `text/keys.py`: how words become keys. */
interface KeyTable extends Record<string, unknown> {
  /** The profile of a language, by its two or three letters. */
  profiles: Record<string, string>;
  letters: Record<string, string>;
  marks: string;
}
/** A regular expression, and what stands for what it finds. */
type Respelling = [pattern: string, put: string];
/** Endings with spaces between them, what is put for them, in which region, after which stem, and which table is next. */
type EndingRule = [endings: string, put?: string, region?: number, stem?: string, then?: string];
interface KeyProfile {
  strict?: boolean;
  spelt?: Respelling[];
  folded?: Respelling[];
  before?: Respelling[];
  after?: Respelling[];
  whole?: Record<string, string>;
  regions?: string;
  shortest?: number;
  least?: number;
  steps?: string[];
  tables?: Record<string, EndingRule[]>;
}
interface Keys {
  fold(word: string, name?: string): string;
  key(word: string, name?: string): string;
  profile(tag: string): string;
  words(text: string): string[];
}

/** `<tag>/m`: the manifest of a language's index. */
interface Manifest {
  /** The folder of the other scripts. */
  v: string;
  /** Practices, which are the first pages of the index. */
  n: number;
  /** Pages of all kinds. */
  m: number;
  /** The first terms of the scripts `t<n>`, and beginnings of those of `w<n>` and `e<n>`; with spaces between them. */
  t: string;
  w: string;
  e: string;
  /** The number of the first concept in each script `g<n>`. */
  g: number[];
  stop: string[];
  profile: string;
  also: string[];
  others: string[];
  themes: [label: string, palette: string][];
  words: SearchWords;
}
interface SearchWords extends Words<"none" | "near" | "some" | "all" | "facets" | "page" | "instead" | "borrowed" | "machine"> {
  languages: Record<string, string>;
  /** How a number of practices is said, for one number of each kind that the language has. */
  counts: [n: number, said: string][];
}
/** What a result shows, short: what is not there is left out at the end; `kind` is a word, or a theme's number. */
type ShortCard = [key: string, title: string, passage: string, kind?: string | number, where?: string, language?: string, byMachine?: 0 | 1];
interface Card {
  page: number;
  key: string;
  title: string;
  passage: string;
  kind: string;
  palette: string;
  where: string;
  language: string;
  byMachine: 0 | 1;
}
/** The values of a facet, characters of each, whether some practices have several, and those of all practices. */
type ShortColumn = [values: string[], width: number, several: 0 | 1, rows: string];
/** The other scripts of an index: `f` columns, `n` and `o` ranks, `c<n>` cards, the rest texts of their own. */
type IndexPart<Part extends string> =
  Part extends "f" ? Record<string, ShortColumn>
  : Part extends "n" | "o" ? number[]
  : Part extends `c${number}` ? ShortCard[]
  : string;

interface Term {
  term: string;
  postings: string;
  /** What the word names in other languages: `index.py`. */
  foreign?: string;
}
/** A term or name that a word of a query may mean, and what it counts. */
interface Hit extends Term { weight: number }
/** A word as it is spelt. */
interface Spelt { word: string; key: string; folded: string }
/** Stretches of a text, and whether each is what was looked for. */
type Pieces = [text: string, isHit: boolean][];
/** What to mark in results: keys, and how the last word begins. */
interface Marks { terms: Set<string>; last: string }
interface Answer {
  practices: number[];
  pages: number[];
  /** How many practices have all words; they are the first. */
  whole: number;
  concepts: Set<number>;
  /** The words that were looked for instead of mistyped ones. */
  instead: string[];
  isEmpty: boolean;
  marks: Marks;
}
/** What lists need of an index, with words or without. */
interface Cards {
  manifest: Manifest;
  part<P extends string>(name: P): Promise<IndexPart<P>>;
  cards(pages: number[]): Promise<Card[]>;
  pieces(text: string, marks: Marks, language?: string): Pieces;
  passage(text: string, marks: Marks, language?: string, room?: number): Pieces;
}
interface Index extends Cards {
  ask(query: string): Promise<Answer>;
  learn(marks: Marks, name: string): void;
  near(query: string): Promise<string[]>;
}
/** How an index is read, without one. */
interface Lookup {
  /** What `script.number` wrote, one after the other. */
  numbers(said: string): number[];
  /** The last place of a sorted list whose value is not above the one wanted; 0 where all are. */
  place<T extends string | number>(list: T[], wanted: T): number;
  /** Letters that were left out, added, changed or swapped with the next; 9 beyond `most`. */
  distance(one: string, other: string, most: number): number;
}
interface Searching {
  lookup: Lookup;
  /** Cards in a script of them. */
  CARDS: number;
  card(manifest: Manifest, page: number, held: ShortCard[]): Card;
  keys(table: KeyTable): Keys;
  index(tag: string): Promise<Index>;
  /** The same when a newer one has been published since. */
  reindex(tag: string): Promise<Index>;
  filters(): Promise<Cards>;
}

/** A facet's values of all practices: those of practice `n` are `held[starts[n]]` to `held[starts[n + 1] - 1]`. */
interface Column {
  values: string[];
  place: Map<string, number>;
  starts: Uint32Array;
  held: Uint16Array;
}
/** For each practice a bit for each facet that leaves it out; for each facet how many have each of its values. */
interface Judged { missing: Uint16Array; counts: (Uint32Array | null)[] }
interface Columns {
  unfold(column: ShortColumn, n: number): Column;
  /** `base` has 1 for each practice that is looked at; `chosen` the values that are wanted, by facet. */
  judge(columns: Record<string, Column>, names: string[], chosen: Map<string, Set<string>>, base: Uint8Array): Judged;
}
interface Facets {
  count(n: number): string;
  isChosen(): boolean;
  isLoaded(): boolean;
  judge(base: Uint8Array): Judged;
  load(index: Cards): Promise<void>;
  put(asked: URLSearchParams): void;
  read(asked: URLSearchParams): void;
  remember(asked: URLSearchParams, isNew?: boolean): void;
  show(whole: boolean): void;
  tell(counts: Judged["counts"]): void;
  column(name: string): Column | undefined;
}
