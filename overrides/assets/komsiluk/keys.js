// A word to the key under which the search finds it: says of `search/keys.js` (the package's
// `text/keys.json`) what `text/keys.py` says of it. Whoever changes one changes the other.
(globalThis.komsiluk ??= /** @type {Komsiluk} */ ({})).keys = (table) => {
  /** @type {(pairs?: Respelling[]) => [RegExp, string][]} */
  const compiled = (pairs = []) => pairs.map(([pattern, put]) => [new RegExp(pattern, "g"), put]);
  /** @type {(word: string, pairs: [RegExp, string][]) => string} */
  const respelt = (word, pairs) => pairs.reduce((now, [pattern, put]) => now.replace(pattern, put), word);
  const marks = new RegExp(table.marks, "g");
  const letters = new Map(Object.entries(table.letters));

  /** @typedef {(word: string, regions: number[]) => string} Step takes an ending off, in the regions of a word */
  /** @typedef {{ region: number, stem: RegExp | "", then: Step | "", put: string }} Rule */
  /** @type {(tables: Record<string, EndingRule[]>, name: string, strict?: boolean) => Step} */
  const step = (tables, name, strict) => {
    /** @type {Map<string, Rule[]>} */
    const rules = new Map();
    for (const [endings, put = "", region = 0, stem = "", then = ""] of tables[name]) {
      const rule = { region, stem: stem && new RegExp(stem), then: then && step(tables, then, strict) };
      for (const ending of endings.split(" ")) {
        const kept = put === "-" ? ending.slice(1) : put;
        rules.set(ending, [...rules.get(ending) ?? [], { ...rule, put: kept }]);
      }
    }
    const sizes = [...new Set([...rules.keys()].map((ending) => ending.length))].sort((a, b) => b - a);
    return (word, regions) => {
      for (const size of sizes) {
        const end = word.length - size;
        const found = end >= 0 && rules.get(word.slice(end));
        if (!found) continue;
        const stem = word.slice(0, end);
        for (const rule of found) {
          if (end < regions[rule.region] || (rule.region === 3 && end > regions[3])) continue;
          if (rule.stem && !rule.stem.test(stem)) continue;
          return rule.then ? rule.then(stem + rule.put, regions) : stem + rule.put;
        }
        if (strict) break;
      }
      return word;
    };
  };

  /** @type {(rules: KeyProfile) => Pick<Keys, "fold" | "key">} */
  const made = (rules) => {
    const spelt = compiled(rules.spelt), folded = compiled(rules.folded);
    const before = compiled(rules.before), after = compiled(rules.after);
    const whole = new Map(Object.entries(rules.whole ?? {}));
    const pattern = rules.regions && new RegExp(rules.regions), least = rules.least ?? 0;
    const steps = (rules.steps ?? []).map((name) => step(rules.tables ?? {}, name, rules.strict));
    /** @type {Keys["fold"]} */
    const fold = (word) => {
      let latin = "";
      for (const one of word.toLowerCase().normalize()) latin += letters.get(one) ?? one;
      return respelt(respelt(latin, spelt).normalize("NFD").replace(marks, ""), folded) || word;
    };
    /** @type {Keys["key"]} */
    const key = (given) => {
      const word = fold(given);
      const known = whole.get(word);
      if (known !== undefined) return known;
      if (!pattern || word.length < (rules.shortest ?? 0) || /[^a-z]/.test(word)) return word;
      let stem = respelt(word, before);
      const found = stem.match(pattern);
      const second = found?.[1] ? found[0].length : stem.length;
      const first = Math.max(found ? found[0].length - (found[1] ?? "").length : stem.length, least);
      for (const take of steps) stem = take(stem, [0, first, second, first]);
      return respelt(stem, after);
    };
    return { fold, key };
  };

  /** @type {Map<string | undefined, ReturnType<typeof made>>} */
  const profiles = new Map();
  /** @type {(name?: string) => ReturnType<typeof made>} */
  const profile = (name) => {
    let keys = profiles.get(name);
    if (!keys) profiles.set(name, keys = made(/** @type {KeyProfile} */ ((name && table[name]) || {})));
    return keys;
  };
  return {
    fold: (word, name) => profile(name).fold(word),
    key: (word, name) => profile(name).key(word),
    profile: (tag) => table.profiles[tag.split("-")[0].toLowerCase()] ?? "",
    words: (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200c\u200d]*/gu) ?? [],
  };
};
