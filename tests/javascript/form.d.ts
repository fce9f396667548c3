// What the contribution form is made of: answers (form/fields.js), their faults, drafts, and the files of it all.

/** An answer: a text, a number, yes or no, several of these, or those of a group of questions. */
type Value = string | number | boolean | null | Value[] | Answers;
/** Answers by the names of the schema; those that the scripts themselves look at have a type of their own. */
interface Answers {
  [name: string]: Value | undefined;
  id?: string;
  title?: string;
  summary?: string;
  tagline?: string;
  problem?: string;
  original_language?: string;
  groups?: string[];
  places?: string[];
  stories?: (Answers & { about?: string })[];
  images?: (Answers & { people?: string })[];
}
interface Yaml {
  /** Throws an error with the `line` that it does not understand. Every value stays text. */
  read(whole: string): Answers;
  write(values: Answers, head?: string): string;
  UNSEEN: RegExp;
}

/** `text/dangers.json`. */
interface DangerTable {
  classes: Record<string, string>;
  finders: {
    rule: string;
    severity: Severity;
    pattern: string[];
    innocent?: string[];
    say?: string;
    contexts?: DangerContext[];
    check?: string;
  }[];
  citizen_number: { weights: number[]; modulus: number; days: number[] };
  albanian_number: { months_of_women: number };
  telephone: {
    countries: Record<string, [code: string, least: number, most: number]>;
    others: string[];
    other_digits: [least: number, most: number];
    national_digits: [least: number, most: number];
  };
  mailboxes: string[];
  free_mail: string[];
  schemes: string[];
  shorteners: string[];
  person: { pattern: string; nouns_are_capital: string[] };
  small_number: { below: number; statuses: string[]; people: string[] };
}
type DangerContext = "text" | "contact" | "address" | "degrees";
type Severity = "error" | "warning";
/** A stretch of a text that a rule objects to; starts and ends count characters. */
interface Danger { rule: string; severity: Severity; say: string; start: number; end: number; found: string }
interface Dangers {
  (text: string, context?: DangerContext): Danger[];
  isFewPeople(result: Answers): boolean;
  names(text: string, language: string): string[];
}

/** `<tag>/form`: the form's phrases, what rules say, names that can be chosen, and whom to guard (pages/answers.py). */
interface FormWords {
  words: Record<string, string>;
  faults: Record<string, string | Record<string, string>>;
  names: Record<string, [id: string, name: string][]>;
  guarded: Record<"numbers" | "places" | "towns" | "mapped", string[]>;
}
interface OpenedPractice { text: string; languages: string[] }
/** Of each text that has changed: the place of each paragraph's translation, and what is to be said of it. */
interface OpenedTranslation { text: string; changed: Record<string, [place: number, state: PairState][]> }
type PairState = "current" | "outdated" | "missing" | "machine";
/** What fills the blanks of a phrase. */
type Blanks = Record<string, string | number | boolean | undefined>;

/** A file of a new name: an organisation, place, project or source. */
interface NewName { folder: string; id: string; values: Answers }
interface Draft {
  values: Answers;
  id?: string;
  records?: NewName[];
  ticks?: string[];
  translation?: TranslationState | null;
}
interface TranslationState {
  id: string;
  isThere: boolean;
  title?: string;
  language?: string;
  head: { status: string; by?: { organisation?: string } };
  texts: { name: string; label: string; pairs: Pair[] }[];
}
type Pair = [original: string, translated: string, state: PairState];
/** A path, and a text or the bytes of a picture. */
type PackedFile = [path: string, content: string | Bytes];
type Bytes = Uint8Array<ArrayBuffer>;
/** What is wrong with a field, said; `isMissing` is what nobody has answered yet. */
interface Fault { field: HTMLElement; text: string; severity: Severity; isMissing?: boolean }

interface Form extends FormBase {
  items: FormItems;
  names: FormNames;
  fields: FormFields;
  together: { follow(): void };
  guarded(dangers: Dangers): (record: string, values: Answers, practice: Answers) => [name: string, rule: string, part: string, values: Blanks, severity: Severity][];
  checks: FormChecks;
  photographs: FormPhotographs;
  pack: FormPack;
  draft: FormDraft;
  open: { toLink(): Promise<string>; begin(): Promise<void> };
  translation: FormTranslation;
  isPrivate(): boolean;
  /** Whether the answers have been saved as a file since they were opened. */
  isSaved?: boolean;
}
interface FormBase {
  form: HTMLFormElement;
  held: FormWords;
  say(key: string, values?: Blanks): string;
  element<N extends keyof HTMLElementTagNameMap>(name: N, properties?: Partial<HTMLElementTagNameMap[N]>, ...content: (Node | string)[]): HTMLElementTagNameMap[N];
  find<S extends string>(selector: S, within?: ParentNode): Element.Of<S> | null;
  all<S extends string>(selector: S, within?: ParentNode): Element.Of<S>[];
  later<G extends unknown[]>(wait: number, work: (...given: G) => void): (...given: G) => void;
  tell(text: string, ...more: (Node | string)[]): void;
  today(): string;
  slug(text: string, longest?: number): string;
  free(wish: string, taken: Set<string | undefined>): string;
}
interface FormItems {
  add(list: Element): HTMLElement;
  empty(list: Element): void;
  /** The item that all of a list are copied from. */
  model(list: Element): HTMLElement;
  of(list: Element): HTMLElement[];
}
interface FormNames {
  FRESH: string[];
  idOf(folder: string, name: string): string;
  nameOf(folder: string, id: string): string;
  isKnown(folder: string, name: string): boolean;
  canBeNew(folder: string): boolean;
  refresh(): void;
  files(language: string): NewName[];
  bring(folder: string, id: string, values: Answers): void;
  forget(): void;
}
type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
interface FormFields {
  within(holder: Element): HTMLElement[];
  inputOf(field: Element): Input | null;
  answer(field: HTMLElement): Value | undefined;
  read(holder: Element): Answers | undefined;
  write: { (holder: Element, values?: Answers): void; strange: string[] };
  settle(holder: Element): void;
  take(field: HTMLElement): void;
}
interface FormChecks {
  show(): void;
  soon(): void;
  showAll(): void;
  go(field: HTMLElement): void;
  summary(faults: Fault[]): string;
  all(): Fault[];
}
interface FormPhotographs {
  has(field: HTMLElement): boolean;
  files(): [path: string, content: Bytes][];
  bring(pictures: Map<string, Bytes>): Promise<unknown>;
  forget(): void;
}
interface FormPack {
  zip(files: PackedFile[]): Blob;
  unzip(buffer: ArrayBuffer): Promise<{ folder: string; files: Map<string, Bytes> }>;
  text(kind: string, values: Answers, up?: string): string;
  folder(): string;
  practice(): [path: string, content: string][];
  whole(): PackedFile[];
  decoder: TextDecoder;
}
interface FormDraft {
  state(): Draft | undefined;
  fill(draft: Draft): void;
  isEmpty(): boolean;
  restore(): void;
  keep(): void;
}
interface FormTranslation {
  open(id: string, values: Answers, languages: string[]): Promise<void>;
  show(state: TranslationState | null): void;
  state(): TranslationState | null;
  files(): [path: string, content: string][] | null;
  readonly id: string | undefined;
}
