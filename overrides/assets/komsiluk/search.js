// What readers look for, found without a server: of the index each query loads a few small scripts.
// How they are written: scripts/komsiluk/search/index.py.
(() => {
  const PREFIX = 0.6, NEAR = 0.5, FAR = 0.3;  // what a hit counts that is not the word itself
  const CONCEPT = 6;                          // the impact of standing under what a word names elsewhere
  const NAME = 4;                             // words of a name by which a result is marked
  const SHARDS = 4;                           // most scripts of terms that the beginnings of a word load
  const NEAR_SHARDS = 3;                      // most scripts of terms that words near to a mistyped one load

  const { numbers, place, distance } = komsiluk.lookup;

  /** @type {(tag: string, again?: boolean) => Promise<Index>} */
  const open = async (tag, again = false) => {
    const [manifest, table] = await Promise.all([komsiluk.load(`${tag}/m`, again ? `?${Date.now()}` : ""), komsiluk.load("keys")]);
    const keys = komsiluk.keys(table);
    const own = manifest.profile;
    /** @type {Index["part"]} */
    const part = (name) => komsiluk.load(`${tag}/${manifest.v}/${name}`);
    const first = manifest.t.split(" ");
    /** @type {Map<number, Promise<Map<string, Term>>>} */
    const shards = new Map();

    // The terms of a script: each with its postings, and what it names in other languages.
    const shard = (/** @type {number} */ n) => {
      let terms = shards.get(n);
      if (!terms) {
        shards.set(n, terms = part(`t${n}`).then((said) => new Map(said.split("|").map((entry) => {
          const [term, postings, foreign] = entry.split(" ");
          return [term, { term, postings, foreign }];
        }))).catch((error) => { shards.delete(n); throw error; }));
      }
      return terms;
    };
    /** @type {(term: string) => Promise<Term | undefined>} */
    const exactly = async (term) => (await shard(place(first, term))).get(term);
    /** @type {(starts: string[]) => Promise<Term[][]>} */
    const beginning = async (starts) => {
      /** @type {Set<number>} */
      const asked = new Set();
      for (const start of starts) {
        const to = place(first, `${start}\uffff`);
        for (let n = place(first, start); n <= to && asked.size < SHARDS; n++) asked.add(n);
      }
      const terms = (await Promise.all(Array.from(asked, shard))).flatMap((held) => [...held.values()]);
      return starts.map((start) => terms.filter(({ term }) => term.startsWith(start)));
    };

    // Words as they are spelt (`spelling.py`), whose keys begin or end as a word's do: who mistypes seldom does both.
    const beginnings = manifest.w.split(" "), ends = manifest.e.split(" ");
    /** @type {Map<string, Promise<Spelt[]>>} */
    const spellings = new Map();
    const spelt = (/** @type {string} */ name) => {
      let spelling = spellings.get(name);
      if (!spelling) {
        spellings.set(name, spelling = part(name).then((said) => {
          let word = "";
          return Array.from(said.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
            word = word.slice(0, shared.charCodeAt(0) - 65) + rest;
            const read = name[0] === "e" ? [...word].reverse().join("") : word;
            return { word: read, key: keys.key(read, own), folded: keys.fold(read, own) };
          });
        }).catch((error) => { spellings.delete(name); throw error; }));
      }
      return spelling;
    };
    /** @type {(key: string) => Promise<Spelt[]>} */
    const words = async (key) => {
      const n = Math.min(3, Math.max(key.length >> 1, 1)); // `spelling.py` puts them together by three letters
      /** @type {(first: string[], start: string, letter: string) => string[]} */
      const beside = (first, start, letter) => {
        const from = place(first, start), to = place(first, `${start}\uffff`);
        return Array.from({ length: to - from + 1 }, (_, i) => `${letter}${from + i}`);
      };
      const names = beside(beginnings, key.slice(0, n), "w");
      if (manifest.e) names.push(...beside(ends, [...key].reverse().join("").slice(0, n), "e"));
      const known = (await Promise.all(names.map(spelt))).flat();
      return [...new Map(known.map((one) => [one.key, one])).values()];
    };

    // The practices that a word of another language names, and its page: all of them, or where they are listed.
    /** @type {(foreign: string) => Promise<number[][]>} */
    const named = async (foreign) => {
      const listed = (/** @type {string} */ said) => { let at = -1; return numbers(said).map((gap) => (at += gap + 1)); };
      if (foreign[0] === "~") return [listed(foreign.slice(1))];
      return Promise.all(foreign.split(".").map(async (n) => {
        const k = place(manifest.g, Number(n));
        return listed((await part(`g${k}`)).split("|")[Number(n) - manifest.g[k]]);
      }));
    };

    // Whether a term leads to practices, and not only to other pages.
    /** @type {(term: Term) => boolean} */
    const isPractical = ({ postings }) => Boolean(postings) && numbers(postings.slice(0, 8))[0] >> 3 < manifest.n;

    // Everything that one word of a query may mean: terms and names, each with what it counts.
    /** @type {(word: string, isLast: boolean) => Promise<{ hits: Hit[], instead: string } | null>} */
    const meanings = async (word, isLast) => {
      const key = keys.key(word, own), folded = keys.fold(word, own);
      if (manifest.stop.includes(key)) return null;
      /** @type {Hit[]} */
      const hits = [];
      /** @type {(entry: Term | undefined, weight: number) => void} */
      const add = (entry, weight) => { if (entry?.postings && !hits.some((hit) => hit.postings === entry.postings && hit.term === entry.term)) hits.push({ term: entry.term, postings: entry.postings, weight }); };
      /** @type {(entry: Term | undefined, weight: number) => void} */
      const addNamed = (entry, weight) => { if (entry?.foreign) hits.push({ term: entry.term, postings: "", foreign: entry.foreign, weight }); };
      const starts = isLast && folded.length > 2
        ? [folded, folded.replace(/[aeiou]$/, ""), folded.replace(/i?j$/, ""), key.length > 3 ? key : folded] : [];
      // All scripts of terms are asked for at once.
      const [same, begun] = await Promise.all([exactly(key), beginning([...new Set(starts)].filter((start) => start.length > 2))]);
      add(same, 1);
      for (const entry of begun.flat()) add(entry, PREFIX);
      if (!same || !isPractical(same)) {
        const others = [...new Set([own, ...manifest.others])].map((profile) => keys.key(word, profile));
        const also = manifest.also.map((profile) => keys.key(word, profile));
        const [here, there] = await Promise.all([also, [...new Set(others)]].map((all) => Promise.all(all.map(exactly))));
        for (const entry of here) add(entry, 1);
        for (const entry of there) addNamed(entry, 1);
        if (!hits.length && isLast && folded.length > 3) for (const entry of begun[0]) addNamed(entry, PREFIX);
      }
      let instead = "";
      if (!hits.length && key.length > 3 && !/\d/.test(word)) {
        const most = folded.length > 7 ? 2 : 1;
        /** @type {(Spelt & { far: number })[]} */
        const near = [];
        for (const known of await words(key)) {
          const far = Math.min(distance(key, known.key, most), distance(folded, known.folded, most));
          if (far <= most) near.push({ ...known, far });
        }
        near.sort((one, other) => one.far - other.far);
        /** @type {Set<number>} */
        const held = new Set();
        const best = near.filter((known) => known.far === near[0].far).slice(0, 8).filter((known) => {
          const n = place(first, known.key);
          if (held.size < NEAR_SHARDS) held.add(n);
          return held.has(n);
        });
        const found = await Promise.all(best.map((known) => exactly(known.key)));
        found.forEach((entry, i) => add(entry, best[i].far === 1 ? NEAR : FAR));
        instead = best[0]?.word ?? "";
        if (!hits.length) {
          const others = manifest.others.map((profile) => keys.key(word, profile));
          for (const terms of await Promise.all(shards.values())) {
            for (const entry of terms.values()) if (others.some((other) => distance(other, entry.term, 1) <= 1)) addNamed(entry, NEAR);
          }
        }
      }
      return { hits, instead };
    };

    // Adds up what each word gives each page; a page is worth most that has most of the words.
    const score = async (/** @type {{ hits: Hit[] }[]} */ asked) => {
      /** @type {Set<number>} */
      const concepts = new Set();
      const total = new Float32Array(manifest.m), n = new Uint8Array(manifest.m);
      const lists = await Promise.all(asked.map(({ hits }) => Promise.all(hits.map(async ({ postings, foreign, weight }) => {
        /** @type {[page: number, impact: number][]} */
        const text = [];
        let at = -1;
        for (const value of numbers(postings)) text.push([at += (value >> 3) + 1, value & 7]);
        return { weight, text, under: foreign ? await named(foreign) : [] };
      }))));
      for (const found of lists) {
        const best = new Map();
        const exact = found.some(({ weight }) => weight === 1);
        const idf = (/** @type {number} */ n) => Math.log(1 + (manifest.m - n + 0.5) / (n + 0.5));
        const union = Math.min(manifest.m, found.reduce((sum, { text }) => sum + text.length, 0));
        for (const { weight: own, text, under } of found) {
          const weight = exact && own < 1 ? own / 2 : own, worth = weight * idf(union);
          for (const [page, impact] of text) best.set(page, Math.max(best.get(page) ?? 0, worth * (impact + 0.5)));
          for (const pages of under) {
            const standing = weight * idf(pages.length) * (CONCEPT + 0.5);
            for (const page of pages) {
              best.set(page, Math.max(best.get(page) ?? 0, standing));
              if (page >= manifest.n) concepts.add(page);
            }
          }
        }
        for (const [page, value] of best) { total[page] += value; n[page]++; }
      }
      return { total, n, concepts };
    };

    /** @type {Index["ask"]} */
    const ask = async (query) => {
      const said = keys.words(query).filter((word) => word.length > 1 || /\d/.test(word));
      const asked = (await Promise.all(said.map((word, i) => meanings(word, i === said.length - 1 && !/\s$/.test(query))))).filter((meant) => meant !== null);
      const { total, n, concepts } = await score(asked);
      /** @type {number[]} */
      const found = [];
      for (let page = 0; page < manifest.m; page++) if (n[page]) found.push(page);
      found.sort((one, other) => n[other] - n[one] || total[other] - total[one] || one - other);
      const all = found.filter((page) => n[page] === asked.length);
      const terms = new Set(asked.flatMap(({ hits }) => hits.map((hit) => hit.term)));
      const last = keys.fold(said.at(-1) ?? "", own);
      const whole = all.filter((page) => page < manifest.n).length;
      return {
        practices: found.filter((page) => page < manifest.n),
        // Where no practice has all words, it helps to see what words of other languages were taken for.
        pages: found.filter((page) => page >= manifest.n && (n[page] === asked.length || (!whole && concepts.has(page)))),
        whole,
        concepts,
        instead: asked.map(({ instead }) => instead).filter(Boolean),
        isEmpty: !said.length,
        marks: { terms, last },
      };
    };

    /** @type {Index["cards"]} */
    const cards = (pages) => Promise.all(pages.map(async (page) => komsiluk.card(manifest, page, await part(`c${Math.floor(page / komsiluk.CARDS)}`))));

    // The words of what a query has named in another language are what to look for in a text, if they are few:
    // a long name speaks of much else.
    /** @type {Index["learn"]} */
    const learn = (marks, name) => {
      const said = keys.words(name);
      if (said.length > NAME) return;
      said.forEach((word, i) => { if (!i || word.length > 4) marks.terms.add(keys.key(word, own)); });
    };

    // A text in pieces: what was looked for and what was not, by turns.
    /** @type {Index["pieces"]} */
    const pieces = (text, { terms, last }, language = "") => {
      /** @type {Pieces} */
      const found = [];
      let end = 0;
      for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const word = match[0];
        const isHit = terms.has(keys.key(word, own)) || (language && terms.has(keys.key(word, keys.profile(language)))) ||
          (last.length > 2 && keys.fold(word, own).startsWith(last));
        if (!isHit || (word.length < 3 && word === word.toLowerCase() && !/\d/.test(word))) continue;
        found.push([text.slice(end, match.index), false], [word, true]);
        end = match.index + word.length;
      }
      found.push([text.slice(end), false]);
      return found.filter(([piece]) => piece);
    };

    // The part of a long text in which the first of the words stands.
    /** @type {Index["passage"]} */
    const passage = (text, marks, language, room = 170) => {
      const all = pieces(text, marks, language);
      const first = all.findIndex(([, isHit]) => isHit);
      const before = all.slice(0, Math.max(first, 0)).reduce((sum, [piece]) => sum + piece.length, 0);
      let start = before > room * 0.6 ? text.lastIndexOf(" ", before - room * 0.3) + 1 : 0;
      if (start < 0) start = 0;
      let end = start + room;
      if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
      return pieces(`${start ? "… " : ""}${text.slice(start, end)}${end < text.length && !text.endsWith("…", end) ? " …" : ""}`, marks, language);
    };

    // Words near to those of a query that found nothing.
    /** @type {Index["near"]} */
    const near = async (query) => {
      /** @type {Map<string, number>} */
      const found = new Map();
      for (const word of keys.words(query)) {
        const folded = keys.fold(word, own);
        for (const known of await words(keys.key(word, own))) {
          const isBegun = folded.length > 4 && known.folded.startsWith(folded.slice(0, Math.max(4, folded.length >> 1)));
          const far = Math.min(distance(folded, known.folded, 3), isBegun ? 3 : 9);
          if (far <= (isBegun ? 3 : Math.min(3, Math.ceil(folded.length / 3)))) found.set(known.word, Math.min(far, found.get(known.word) ?? 9));
        }
      }
      return [...found].sort((one, other) => one[1] - other[1]).slice(0, 5).map(([word]) => word);
    };

    return { manifest, part, ask, cards, learn, pieces, passage, near };
  };

  // The index of a language, opened once; a second time when a new one has been published meanwhile.
  /** @type {Map<string, Promise<Index>>} */
  const indexes = new Map();
  /** @type {(tag: string, opening: Promise<Index>) => Promise<Index>} */
  const noted = (tag, opening) => { indexes.set(tag, opening); return opening; };
  komsiluk.index = (tag) => indexes.get(tag) ?? noted(tag, open(tag).catch((error) => { indexes.delete(tag); throw error; }));
  komsiluk.reindex = (tag) => noted(tag, open(tag, true));
})();
