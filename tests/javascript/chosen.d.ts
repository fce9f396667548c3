// What is compared and kept (search/details.py, choose.js), and what is read offline (exports/offline.py, offline.js).

/** What is known of a practice in a few words. */
interface Detail extends Words<"title" | "tagline" | "theme" | "palette" | "where"> {
  /** Where title and tagline are not in the page's language. */
  lang?: string;
  state?: string;
  facts: Record<string, FactItem[] | undefined>;
}
/** Words in the page's language; or words, mark, language, and what stands before them (pages/facts.py). */
type FactItem = string | [text: string, mark?: Mark | "", lang?: string, before?: string];
type Mark = "suggested" | "estimated";
type FactWords = Words<"absent" | Mark>;
/** The reader's notes, by practice. */
type Notes = Record<string, string>;
interface Shortlist { list: string[]; notes: Notes }

/** What choosing is made of, without any page. */
interface Choosing {
  MOST: number;
  ids(value: unknown): string[];
  notes(value: unknown): Notes;
  address(base: string, list: string[]): string;
  bucket(id: string, count: number): number;
  toggled(list: string[], id: string): string[];
}
interface Chosen extends Pick<Choosing, "MOST" | "ids" | "address"> {
  readonly refused: boolean;
  here: string;
  published: string;
  kept(): string[];
  compared(): string[];
  notes(): Notes;
  keep(list: string[]): void;
  compare(list: string[]): void;
  note(id: string, text: string): void;
  print(list: () => string[]): void;
  asked(): string[];
  details(list: string[]): Promise<Map<string, Detail>>;
  element<N extends keyof HTMLElementTagNameMap>(name: N, ...content: (Node | string)[]): HTMLElementTagNameMap[N];
  fact(items: FactItem[] | undefined, words: FactWords): HTMLElement;
  copy(text: string): Promise<boolean>;
  follow(where: string): void;
  show(message?: string): string;
}

/** `offline/<language>.json`, `offline/shared.json`: bytes and digest of each file by its path. */
type OfflineList = Record<string, [size: number, digest: string]>;
/** `offline/sizes.json`: of each list its version, and the bytes of its files. */
type OfflineSizes = Record<string, { version: string; bytes: number }>;
/** `offline/kept.json` in the cache: what is whole in it. */
interface OfflineRecord {
  languages: string[];
  versions: Record<string, string>;
  day: string;
  /** The page that says what is kept, from the site's root. */
  page: string;
  bytes: number;
  /** The digest of each file by its path. */
  files: Record<string, string>;
}
/** Files by their address in the cache. */
type Wanted = [address: string, file: { path: string; size: number }];
interface OfflineLists {
  SHARED: string;
  slot(root: URL, path: string, digest: string): string;
  wanted(root: URL, files: OfflineList): Map<string, Wanted[1]>;
  missing(wanted: Map<string, Wanted[1]>, addresses: string[]): Wanted[];
  sum(files: Wanted[]): number;
  bytesOf(sizes: OfflineSizes, tags: string[]): number;
  isCurrent(record: OfflineRecord | null, sizes: OfflineSizes, tags: string[]): boolean;
  record(tags: string[], sizes: OfflineSizes, files: OfflineList, page: string, day: string): OfflineRecord;
}

// What Material for MkDocs asks of a page, which it has in an inline script otherwise.
interface Window {
  __md_scope: URL;
}
