// What the scripts of the theme share: the namespace, and what of the browser TypeScript has to be told.

/** What pages of the site share; each script adds its part, and needs those that are loaded before it. */
interface Komsiluk extends Loading, Searching {
  /** How many practices are kept, in the header; `way` is the query of the link behind it. */
  badge(n: number | undefined, way?: string): void;
  /** The one element of our templates that a selector names; throws where it is missing. */
  need<S extends string>(selector: S, within?: ParentNode): Element.Of<S>;
  /** The nearest element around what an event happened to; null where there is none. */
  around<S extends string>(event: Event, selector: S): Element.Of<S> | null;
  /** What narrowing down is made of, without any page. */
  columns: Columns;
  facets(form: HTMLFormElement, changed: () => void): Facets;
  /** What is kept for reading offline, without any page. */
  lists: OfflineLists;
  choosing: Choosing;
  chosen: Chosen;
  yaml: Yaml;
  dangers(table: DangerTable): Dangers;
  zip: Zip;
  drafts: Drafts;
  slugs(table: SlugTable): Form["slug"];
  answers: AnswerRules;
  rules(table: RuleTable, dangers: Pick<Dangers, "isFewPeople" | "names">): (record: string, values: Values, known: Known) => Finding[];
  form: Form;
}
declare var komsiluk: Komsiluk;

/** Data of the site, by the names of their scripts below `search/`. */
interface Loading {
  take(name: string, value: unknown): void;
  taken<N extends string>(name: N): Data<N>;
  /** Loads a script once; `again` is a query past the browser's cache. Rejects where there is none. */
  load<P extends string>(name: `${string}/${string}/${P}`): Promise<IndexPart<P>>;
  load<N extends string>(name: N, again?: string): Promise<Data<N>>;
}
/** What the script of a name hands over. A name that is put together at run time tells by its shape. */
type Data<N extends string> =
  N extends "keys" ? KeyTable
  : N extends "form" ? FormTables
  : N extends `open/${string}.${string}` ? OpenedTranslation
  : N extends `open/${string}` ? OpenedPractice
  : N extends `${string}/form` ? FormWords
  : N extends `${string}/engine` ? 1
  : N extends `${string}/m` ? Manifest
  : N extends `${string}/seldom` ? { full: string; refused: string }
  : N extends `${string}/d${number}` ? Record<string, Detail>
  : never;

/** `data-` attributes that a template always writes. */
type Words<Name extends string> = Record<Name, string>;

// A selector tells which kind of element it finds: by the tag of its last part, as far as it names one. What
// it does not name is an HTMLElement, for whatever of our pages is SVG has a tag in the selector or a cast.
declare namespace Element {
  type Of<S extends string> =
    S extends `${infer Before}(${string})${infer After}` ? Of<`${Before}${After}`>
    : S extends `${infer One},${infer Other}` ? Of<One> | Of<Other>
    : S extends `${string} ${infer Last}` ? Of<Last>
    : Tag<S> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag<S>] : HTMLElement;
  type Tag<S extends string> =
    S extends `${infer Before}[${string}` ? Tag<Before>
    : S extends `${infer Before}:${string}` ? Tag<Before>
    : S extends `${infer Before}.${string}` ? Tag<Before>
    : S extends `${infer Before}#${string}` ? Tag<Before>
    : S;
}
interface ParentNode {
  querySelector<S extends string>(selectors: S): Element.Of<S> | null;
  querySelectorAll<S extends string>(selectors: S): NodeListOf<Element.Of<S>>;
}
interface Element {
  closest<S extends string>(selectors: S): Element.Of<S> | null;
}
interface DocumentEventMap {
  added: CustomEvent;
}
