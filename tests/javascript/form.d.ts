// What the contribution form is made of: answers (form/fields.js), their faults, drafts, and the files of it all.

/** Answers by the names of the schema (`Values` of form/rules.js); those that the scripts look at by themselves. */
interface Answers extends Values {
  id?: string;
  title?: string;
  summary?: string;
  tagline?: string;
  problem?: string;
  original_language?: string;
  groups?: string[];
  places?: string[];
  stories?: Answers[];
  images?: (Answers & { people?: string })[];
}
interface Yaml {
  /** Throws an error with the `line` that it does not understand. Every value stays text. */
  read(whole: string): Answers;
  write(values: Answers, head?: string): string;
  UNSEEN: RegExp;
}

/** `form`: the tables by which the form judges and names. */
interface FormTables { dangers: DangerTable; rules: RuleTable; slugs: SlugTable }
/** `text/slugs.py`: letters, and how those of a text are written that has one of the `signs` of a language. */
interface SlugTable { letters: Record<string, string>; spellings: { signs: string; letters: Record<string, string> }[] }
/** `rules/table.yml`: findings by the name of their rule, and which records are in which fields of others. */
interface RuleTable { findings: Record<string, Rule[]>; records: Record<string, Record<string, string>> }
/** A question, as the page or `pages/questions.py` has it. */
interface Question {
  kind?: string;
  pattern?: string;
  characters?: number | string | null;
  words?: number | string | null;
  least?: number | string | null;
  most?: number | string | null;
}
interface AnswerRules {
  day(text: string): string;
  number(text: string): number | string;
  words(text: string): string[];
  length(text: string): number;
  /** A phrase `form.fault.…` and what fills its blanks. */
  wrong(question: Question, value: unknown): [fault: string, values?: Blanks] | undefined;
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
  guarded: Record<"protected" | "hidden" | "towns" | "mapped", string[]>;
}
interface OpenedPractice { text: string; languages: string[] }
/** Of each text that has changed: the place of each paragraph's translation, and what is to be said of it. */
interface OpenedTranslation { text: string; changed: Record<string, [place: number, state: PairState][]> }
type PairState = "current" | "outdated" | "missing" | "machine";
/** What fills the blanks of a phrase. */
type Blanks = Record<string, unknown>;

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
/** An element that asks a question: the template says which. */
type Field = HTMLElement & { dataset: { name: string; kind: string; record: string } };
/** A name that has been chosen. */
type Chip = HTMLLIElement & { dataset: { called: string } };
/** An item that asks about a new name. */
type Named = HTMLElement & { dataset: { called: string; id: string } };
/** What is wrong with a field, said; `isMissing` is what nobody has answered yet. */
interface Problem { field: HTMLElement; text: string; severity: string; isMissing?: boolean }

interface Form extends FormBase {
  items: FormItems;
  names: FormNames;
  fields: FormFields;
  together: { follow(): void };
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
  need: Komsiluk["need"];
  all<S extends string>(selector: S, within?: ParentNode): Element.Of<S>[];
  later<G extends unknown[]>(wait: number, work: (...given: G) => void): (...given: G) => void;
  tell(text: string, ...more: (Node | string)[]): void;
  today(): string;
  slug(text: string, longest?: number): string;
  free(wish: string, taken: Set<string | undefined>): string;
}
interface FormItems {
  add(list: HTMLElement): HTMLElement;
  empty(list: HTMLElement): void;
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
  within(holder: Element): Field[];
  inputOf(field: Element): Input | null;
  answer(field: HTMLElement): Value;
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
  summary(faults: Problem[]): string;
  all(): Problem[];
}
interface FormPhotographs {
  has(field: HTMLElement): boolean;
  files(): [path: string, content: Bytes][];
  bring(pictures: Map<string, Bytes>): Promise<unknown>;
  forget(): void;
}
interface FormPack {
  text(kind: string, values: Answers, up?: string): string;
  folder(): string;
  practice(): [path: string, content: string][];
  whole(): PackedFile[];
  decoder: TextDecoder;
}
interface Zip {
  pack(files: PackedFile[]): Blob;
  /** The files by path, without the folder that all of them may be in, which is named. */
  unpack(buffer: ArrayBuffer): Promise<{ folder: string; files: Map<string, Bytes> }>;
  /** Bytes through what packs or unpacks them. */
  through(bytes: Bytes, way: CompressionStream | DecompressionStream): Promise<Bytes>;
}
interface Drafts {
  toLetters(draft: Draft | null): Promise<string>;
  /** Rejects what is no draft of ours. */
  fromLetters(letters: string): Promise<Draft>;
  /** What was stored; null where that is nobody's draft. */
  parse(text: string | null): Draft | null;
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
