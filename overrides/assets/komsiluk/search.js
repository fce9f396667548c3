// What readers look for, found without a server: of the index each query loads a few small scripts.
// How they are written: scripts/komsiluk/search/index.py.
(() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
  const PREFIX = 0.6, NEAR = 0.5, FAR = 0.3;  // what a hit counts that is not the word itself
  const CONCEPT = 6;                          // the impact of standing under a concept
  const SHARDS = 8;                           // most scripts of terms that a beginning of a word loads

  // The numbers that `script.number` wrote one after the other.
  const numbers = (said) => {
    const found = [];
    for (let i = 0, value = 0, shift = 0; i < said.length; i++) {
      const digit = VALUE.get(said[i]);
      value += (digit & 31) * 2 ** shift;
      shift += 5;
      if (digit < 32) { found.push(value); value = shift = 0; }
    }
    return found;
  };

  // The last place of a sorted list whose value is not above the one wanted.
  const place = (list, wanted) => {
    let low = 0, high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle] <= wanted) low = middle; else high = middle - 1;
    }
    return low;
  };

  // Optimal string alignment: how many letters were left out, added, changed or swapped with the next; 9 beyond `most`.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return 9;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) return 9;
      before = row;
      row = next;
    }
    return row[other.length];
  };

  const open = async (tag, again = false) => {
    const [manifest, table] = await Promise.all([komsiluk.load(`${tag}/m`, again ? `?${Date.now()}` : ""), komsiluk.load("keys")]);
    const keys = komsiluk.keys(table);
    const own = manifest.profile;
    const part = (name) => komsiluk.load(`${tag}/${manifest.v}/${name}`);
    const shards = new Map();

    // The terms of a script: each with its postings and the concepts it points to.
    const shard = async (n) => {
      if (!shards.has(n)) {
        shards.set(n, part(`t${n}`).then((said) => new Map(said.split("|").map((entry) => {
          const [term, postings, concepts] = entry.split(" ");
          return [term, { term, postings, concepts: concepts ? concepts.split(".").map(Number) : [] }];
        }))));
      }
      return shards.get(n);
    };
    const exactly = async (term) => (await shard(place(manifest.t, term))).get(term);
    const beginning = async (start) => {
      const first = place(manifest.t, start), last = Math.min(place(manifest.t, `${start}\uffff`), first + SHARDS - 1);
      const found = [];
      for (let n = first; n <= last; n++) {
        for (const [term, entry] of await shard(n)) if (term.startsWith(start)) found.push(entry);
      }
      return found;
    };

    let foreignWords, spelling;
    const foreign = async () => (foreignWords ??= new Map((await part("a")).split("|").map((entry) => {
      const [term, concepts] = entry.split(" ");
      return [term, (concepts ?? "").split(".").map(Number)];
    })));
    const words = async () => (spelling ??= (await part("w")).split(" ").map((word) => ({ word, key: keys.key(word, own), folded: keys.fold(word, own) })));

    const practices = new Map();
    const ofConcept = async (n) => {
      if (!practices.has(n)) {
        const k = place(manifest.g, n);
        const lists = (await part(`g${k}`)).split("|");
        lists.forEach((said, i) => {
          let at = -1;
          practices.set(manifest.g[k] + i, numbers(said).map((gap) => (at += gap + 1)));
        });
      }
      return practices.get(n);
    };

    // Whether a term leads to practices, and not only to other pages.
    const isPractical = ({ postings, concepts }) => concepts.length > 0 || (postings && numbers(postings.slice(0, 8))[0] >> 3 < manifest.n);

    // Everything that one word of a query may mean: terms and concepts, each with what it counts.
    const meanings = async (word, isLast) => {
      const key = keys.key(word, own), folded = keys.fold(word, own);
      if (manifest.stop.includes(key)) return null;
      const hits = [];
      const add = (entry, weight) => { if (entry && !hits.some((hit) => hit.entry === entry)) hits.push({ entry, weight }); };
      add(await exactly(key), 1);
      if (isLast && folded.length > 2) {
        const starts = [folded, folded.replace(/[aeiou]$/, ""), folded.replace(/i?j$/, ""), key.length > 3 ? key : folded];
        for (const start of new Set(starts.filter((start) => start.length > 2))) {
          for (const entry of await beginning(start)) add(entry, PREFIX);
        }
      }
      if (!hits.some(({ entry, weight }) => weight === 1 && isPractical(entry))) {
        for (const profile of manifest.also) add(await exactly(keys.key(word, profile)), 1);
        const known = await foreign();
        for (const profile of new Set([own, ...manifest.others])) {
          const other = keys.key(word, profile);
          if (known.has(other)) add({ term: other, postings: "", concepts: known.get(other) }, 1);
        }
        if (!hits.length && isLast && folded.length > 3) {
          for (const [term, concepts] of known) if (term.startsWith(folded)) add({ term, postings: "", concepts }, PREFIX);
        }
      }
      let instead = "";
      if (!hits.length && key.length > 3 && !/\d/.test(word)) {
        const most = folded.length > 7 ? 2 : 1;
        const near = [];
        for (const known of await words()) {
          const far = Math.min(distance(key, known.key, most), distance(folded, known.folded, most));
          if (far <= most) near.push({ ...known, far });
        }
        near.sort((one, other) => one.far - other.far);
        const best = near.filter((known) => known.far === near[0].far).slice(0, 8);
        for (const known of best) add(await exactly(known.key), known.far === 1 ? NEAR : FAR);
        instead = best[0]?.word ?? "";
        if (!hits.length) {
          const known = await foreign();
          for (const [term, concepts] of known) {
            if (manifest.others.some((profile) => distance(keys.key(word, profile), term, 1) <= 1)) add({ term, postings: "", concepts }, NEAR);
          }
        }
      }
      return { hits, instead };
    };

    // Adds up what each word gives each page; a page is worth most that has most of the words.
    const score = async (asked) => {
      const total = new Float32Array(manifest.m), n = new Uint8Array(manifest.m);
      for (const { hits } of asked) {
        const best = new Map();
        const exact = hits.some((hit) => hit.weight === 1);
        const lists = await Promise.all(hits.map(async ({ entry, weight }) => {
          const text = [];
          let at = -1;
          for (const value of numbers(entry.postings)) text.push([at += (value >> 3) + 1, value & 7]);
          const under = await Promise.all(entry.concepts.map(ofConcept));
          return { weight: exact && weight < 1 ? weight / 2 : weight, text, under };
        }));
        const idf = (found) => Math.log(1 + (manifest.m - found + 0.5) / (found + 0.5));
        const union = Math.min(manifest.m, lists.reduce((sum, list) => sum + list.text.length, 0));
        for (const { weight, text, under } of lists) {
          const worth = weight * idf(union);
          for (const [page, impact] of text) best.set(page, Math.max(best.get(page) ?? 0, worth * (impact + 0.5)));
          for (const found of under) {
            const standing = weight * idf(found.length) * (CONCEPT + 0.5);
            for (const page of found) best.set(page, Math.max(best.get(page) ?? 0, standing));
          }
        }
        for (const [page, value] of best) { total[page] += value; n[page]++; }
      }
      return { total, n };
    };

    const ask = async (query) => {
      const said = keys.words(query).filter((word) => word.length > 1 || /\d/.test(word));
      const asked = (await Promise.all(said.map((word, i) => meanings(word, i === said.length - 1 && !/\s$/.test(query))))).filter(Boolean);
      const { total, n } = await score(asked);
      const found = [];
      for (let page = 0; page < manifest.m; page++) if (n[page]) found.push(page);
      found.sort((one, other) => n[other] - n[one] || total[other] - total[one] || one - other);
      const all = found.filter((page) => n[page] === asked.length);
      const terms = new Set(asked.flatMap(({ hits }) => hits.map((hit) => hit.entry.term)));
      const last = said.length ? keys.fold(said.at(-1), own) : "";
      return {
        practices: found.filter((page) => page < manifest.n),
        pages: found.filter((page) => page >= manifest.n && n[page] === asked.length),
        whole: all.filter((page) => page < manifest.n).length,
        instead: asked.map(({ instead }) => instead).filter(Boolean),
        isEmpty: !said.length,
        marks: { terms, last },
      };
    };

    const cards = (pages) => Promise.all(pages.map(async (page) => komsiluk.card(manifest, page, await part(`c${Math.floor(page / komsiluk.CARDS)}`))));

    // A text in pieces: what was looked for and what was not, by turns.
    const pieces = (text, { terms, last }, language = "") => {
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
    const near = async (query) => {
      const found = new Map();
      for (const word of keys.words(query)) {
        const folded = keys.fold(word, own);
        for (const known of await words()) {
          const isBegun = folded.length > 4 && known.folded.startsWith(folded.slice(0, Math.max(4, folded.length >> 1)));
          const far = Math.min(distance(folded, known.folded, 3), isBegun ? 3 : 9);
          if (far <= (isBegun ? 3 : Math.min(3, Math.ceil(folded.length / 3)))) found.set(known.word, Math.min(far, found.get(known.word) ?? 9));
        }
      }
      return [...found].sort((one, other) => one[1] - other[1]).slice(0, 5).map(([word]) => word);
    };

    return { manifest, part, ask, cards, pieces, passage, near };
  };

  // The index of a language, opened once; a second time when a new one has been published meanwhile.
  const indexes = new Map();
  komsiluk.index = (tag) => {
    if (!indexes.has(tag)) indexes.set(tag, open(tag).catch((error) => { indexes.delete(tag); throw error; }));
    return indexes.get(tag);
  };
  komsiluk.reindex = (tag) => { indexes.set(tag, open(tag, true)); return indexes.get(tag); };
})();
