// A text to what in it could hurt somebody. All that is known stands in `dangers.json`; this file and
// `text/dangers.py`, which says how, only interpret it, in the same way. Starts and ends count characters.
komsiluk.dangers = (table) => {
  const small = (/** @type {string} */ text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  /** @type {Record<string, string>} */
  const classes = {};
  const expanded = (/** @type {string} */ pattern) => Object.entries(classes).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), pattern);
  for (const [name, value] of Object.entries(table.classes)) classes[name] = expanded(value);

  const isInternational = (/** @type {string} */ digits) => {
    const held = table.telephone;
    for (const [code, least, most] of Object.values(held.countries)) {
      if (!digits.startsWith(code)) continue;
      const length = digits.length - code.length - (digits[code.length] === "0" ? 1 : 0);
      return least <= length && length <= most;
    }
    const [least, most] = held.other_digits;
    return held.others.some((code) => digits.startsWith(code) && least <= digits.length - code.length && digits.length - code.length <= most);
  };
  /** @type {(least: number, value: number, most: number) => boolean} */
  const between = (least, value, most) => least <= value && value <= most;
  const mailbox = (/** @type {string} */ found) => small(found).split(/[ \u00a0]?(?:@|[[(](?:at|et)[\])])[ \u00a0]?(.*)/su);
  const isPrivate = (/** @type {string} */ found) => {
    const [name, host] = mailbox(found);
    const parts = name.split(/[0-9._%+-]+/).filter(Boolean);
    if (!parts.length || table.mailboxes.includes(parts[0]) || table.mailboxes.includes(parts[parts.length - 1])) return false;
    const whole = parts.join("");
    return table.free_mail.includes(host) || [...whole].length < 3 || !host.split(".").includes(whole);
  };
  const bare = (/** @type {string} */ host) => small(host).replace(/^www\./, "");
  const HOST = /(?:https?:\/\/|(?<![A-Za-z0-9.-])(?=www\.))([A-Za-z0-9.-]+)/;
  /** @type {Record<string, (found: string) => boolean>} */
  const checks = {
    "citizen-number": (found) => {
      const { weights, modulus, days } = table.citizen_number;
      const [day, month, year] = [found.slice(0, 2), found.slice(2, 4), found.slice(4, 7)].map(Number);
      if (!between(1, month, 12) || !between(1, day, days[month - 1]) || between(100, year, 889)) return false;
      const control = modulus - weights.reduce((sum, weight, n) => sum + weight * Number(found[n]), 0) % modulus;
      return Number(found[12]) === (control < 10 ? control : 0);
    },
    "albanian-number": (found) => {
      const women = table.albanian_number.months_of_women, told = Number(found.slice(2, 4));
      const month = told > women ? told - women : told;
      return between(1, month, 12) && between(1, Number(found.slice(4, 6)), table.citizen_number.days[month - 1]);
    },
    telephone: (found) => {
      const digits = found.replace(/[^0-9]/g, "");
      if (found.replace(/^\(+/, "").startsWith("+")) return isInternational(digits);
      if (digits.startsWith("00")) return isInternational(digits.slice(2));
      return between(table.telephone.national_digits[0], digits.length, table.telephone.national_digits[1]);
    },
    "private-mailbox": isPrivate,
    "role-at-free-mail": (found) => !isPrivate(found) && table.free_mail.includes(mailbox(found)[1]),
    "unsafe-scheme": (found) => !table.schemes.includes(small(found.split(":")[0])),
    shortener: (found) => table.shorteners.includes(bare(found)),
    "another-host": (found) => {
      const cut = found.indexOf("](");
      const [one, other] = (cut < 0 ? [found, ""] : [found.slice(0, cut), found.slice(cut + 2)])
        .map((part) => bare(HOST.exec(part)?.[1] ?? ""));
      return Boolean(one && other) && !(one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));
    },
  };
  const compiled = (/** @type {string[]} */ patterns = []) => patterns.map((pattern) => new RegExp(expanded(pattern), "gu"));
  const finders = table.finders.map((held) => ({
    rule: held.rule, severity: held.severity, say: held.say ?? held.rule, contexts: held.contexts ?? ["text", "contact"],
    check: held.check ? checks[held.check] : undefined, patterns: compiled(held.pattern), innocent: compiled(held.innocent),
  }));

  /** @type {(finder: (typeof finders)[number], text: string) => { start: number, end: number, n_pattern: number }[]} */
  const matches = (finder, text) => {
    /** @type {RegExpExecArray[] | undefined} */
    let innocent;
    return finder.patterns.flatMap((pattern, n_pattern) => [...text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const start = match.length > 1 ? end - (match[1] ?? "").length : match.index;
      if (finder.check && !finder.check(text.slice(start, end))) return [];
      innocent ??= finder.innocent.flatMap((passes) => [...text.matchAll(passes)]);
      const isInnocent = innocent.some((other) => start < other.index + other[0].length && other.index < end);
      return isInnocent ? [] : [{ start, end, n_pattern }];
    }));
  };
  /** @type {Dangers["isFewPeople"]} */
  const isFewPeople = ({ status, value, unit, claim }) => {
    const { below, statuses, people } = table.small_number;
    if (!(Number(value) > 0 && Number(value) < below && statuses.includes(String(status)))) return false;
    const words = String(unit || claim || "").toLowerCase().match(new RegExp(`[${classes.letter}]+`, "gu")) ?? [];
    return words.some((word) => people.some((stem) => word.startsWith(stem.toLowerCase())));
  };
  const person = new RegExp(expanded(table.person.pattern), "gu");
  /** @type {Dangers["names"]} */
  const names = (text, language) => table.person.nouns_are_capital.includes(language) ? [] : text.match(person) ?? [];

  // What the rules object to in a text: `context` is text, contact, address or degrees.
  /** @type {(text: string, context?: DangerContext) => Danger[]} */
  const dangers = (text, context = "text") => {
    const found = finders.flatMap((finder, n_finder) => finder.contexts.includes(context)
      ? matches(finder, text).map((match) => ({ ...match, n_finder })) : [])
      .sort((one, other) => one.start - other.start || one.n_finder - other.n_finder
        || one.n_pattern - other.n_pattern || one.end - other.end);
    /** @type {Record<string, number>} */
    const reached = {};
    const length = (/** @type {number} */ end) => [...text.slice(0, end)].length;
    return found.flatMap(({ start, end, n_finder }) => {
      const { rule, severity, say } = finders[n_finder];
      if (start < (reached[rule] ?? 0)) return [];
      reached[rule] = end;
      return [{ rule, severity, say, start: length(start), end: length(end), found: text.slice(start, end) }];
    });
  };
  return Object.assign(dangers, { isFewPeople, names });
};
