// How an index is read: numbers, places in sorted lists, and how far words are apart.
komsiluk.lookup = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

  // The numbers that `script.number` wrote one after the other.
  /** @type {Lookup["numbers"]} */
  const numbers = (said) => {
    const found = [];
    for (let i = 0, value = 0, shift = 0; i < said.length; i++) {
      const digit = VALUE.get(said[i]) ?? 0;
      value += (digit & 31) * 2 ** shift;
      shift += 5;
      if (digit < 32) { found.push(value); value = shift = 0; }
    }
    return found;
  };

  // The last place of a sorted list whose value is not above the one wanted.
  /** @type {Lookup["place"]} */
  const place = (list, wanted) => {
    let low = 0, high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle] <= wanted) low = middle; else high = middle - 1;
    }
    return low;
  };

  // Optimal string alignment: how many letters were left out, added, changed or swapped with the next; 9 beyond `most`.
  /** @type {Lookup["distance"]} */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return 9;
    /** @type {number[]} */
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
  return { numbers, place, distance };
})();
