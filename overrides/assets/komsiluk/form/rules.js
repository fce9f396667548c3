// The rules across fields: values of a file to what is wrong with them. All that is known stands in `rules/table.yml`;
// this file and `rules/table.py` only interpret it, in the same way.
// A value of a file, and what a rule compares it with, are `any`: what they may be, the table says and no type.
/**
 * @typedef {string | number | boolean | null | undefined | Values | Value[]} Value
 * @typedef {{ [name: string]: Value }} Values
 * @typedef {{ protected: string[], hidden: string[], towns: string[], mapped: string[], called: string[], today: string }} Known
 *   ids of groups and places, names that are no person's, and the day: `rules/known.py` says more
 * @typedef {{ field: string, as?: string, [kind: string]: any }} Condition
 * @typedef {{ record: string | string[], each?: string, when: Condition[], at: string, beside?: string, at_key?: boolean,
 *   fill?: Record<string, string>, severity?: string, say?: string, message?: string, hint?: string, form?: string }} Rule
 * @typedef {{ rule: string, severity: string, at: (string | number)[], beside: (string | number)[], at_key: boolean,
 *   message: string, hint: string, form: string, values: Record<string, unknown> }} Finding
 */
/**
 * @param {{ findings: Record<string, Rule[]>, records: Record<string, Record<string, string>> }} table
 * @param {{ isFewPeople: (result: any) => boolean, names: (text: string, language: string) => string[] }} dangers
 * @returns {(record: string, values: Values, known: Known) => Finding[]}
 */
komsiluk.rules = (table, dangers) => {
  const DAY = 86_400_000, { words } = komsiluk.answers;
  /** @typedef {{ record: Values, root: Values, item?: Value }} Holder */
  /** @param {Value} value */
  const some = (value) => value === "" || value === null || (Array.isArray(value) && !value.length) ? undefined : value;
  /** @param {Holder} holder @param {string} field @returns {any} */
  const valueOf = (holder, field) => {
    if (field === ".") return holder.item;
    const way = field.replace(/^\//, "").split(".");
    return some(way.reduce((/** @type {any} */ value, name) => value?.[name], field.startsWith("/") ? holder.root : holder.record));
  };
  /** @param {Holder} holder @param {string} field @returns {any[]} */
  const valuesOf = (holder, field) => {
    const [name, inner] = field.split("."), value = valueOf(holder, name || ".");
    const items = value === undefined ? [] : [value].flat();
    return inner ? items.map((item) => item?.[inner]) : items;
  };
  // A date as far as both say; a number as it is.
  const PARTIAL = /^\d{4}(?:-\d\d){0,2}$/;
  /** @param {any} one @param {any} other */
  const isBefore = (one, other) => {
    if (typeof one === "number" && typeof other === "number") return one < other;
    if (!PARTIAL.test(one) || !PARTIAL.test(other)) return false;
    const length = Math.min(one.length, other.length);
    return one.slice(0, length) < other.slice(0, length);
  };
  // Days since the last of a year, of a month, or since the day itself.
  /** @param {string} day @param {string} today */
  const daysSince = (day, today) => {
    const [year, month = 12, last] = day.split("-").map(Number);
    return (Date.parse(today) - (last ? Date.UTC(year, month - 1, last) : Date.UTC(year, month, 0))) / DAY;
  };

  // What holds gives a value, which the message may name.
  /** @type {Record<string, (holder: Holder, field: string, argument: any, known: Known) => any>} */
  const CONDITIONS = {
    is: (holder, field, choices) => choices.includes(valueOf(holder, field)) ? valueOf(holder, field) : undefined,
    is_not: (holder, field, choices) => choices.includes(valueOf(holder, field)) ? undefined : valueOf(holder, field),
    given: (holder, field, wanted) => (valueOf(holder, field) !== undefined) === wanted || undefined,
    lacks: (holder, field, needed) => needed.filter((/** @type {string} */ name) => valueOf(holder, `${field}.${name}`) === undefined).join(", ") || undefined,
    before: (holder, field, other) => isBefore(valueOf(holder, field), valueOf(holder, other)) ? valueOf(holder, field) : undefined,
    not_sum_of: (holder, field, parts) => {
      const value = valueOf(holder, field), numbers = valuesOf(holder, parts);
      if (typeof value !== "number" || !numbers.every((one) => typeof one === "number")) return undefined;
      const total = numbers.reduce((sum, one) => sum + one, 0);
      return total === value ? undefined : total;
    },
    days_past: (holder, field, [least, most], { today }) => {
      const value = valueOf(holder, field);
      if (!today || !PARTIAL.test(value)) return undefined;
      const n_days = daysSince(value, today);
      return least <= n_days && n_days <= most ? n_days : undefined;
    },
    words_over: (holder, field, limit) => {
      const found = words(valueOf(holder, field) ?? "");
      return found.length > limit ? { n: found.length, limit, words: found.slice(0, limit).join(" ") } : undefined;
    },
    among: (holder, field, name, known) => valuesOf(holder, field).find((value) => /** @type {any} */ (known)[name].includes(value)),
    counts: (holder, field) => dangers.isFewPeople(holder.record) ? valueOf(holder, field) : undefined,
    names: (holder, field, _, known) => dangers.names(valueOf(holder, field) ?? "", valueOf(holder, "/original_language") ?? "")
      .find((found) => !known.called.some((name) => name.includes(found))),
  };

  /** @param {(string | number)[]} path @param {string} field */
  const place = (path, field) => field === "." ? path : [...field.startsWith("/") ? [] : path, ...field.replace(/^\//, "").split(".")];
  /** @param {string} name @param {Rule} rule @param {(string | number)[]} path @param {Holder} holder @param {Known} known @returns {Finding[]} */
  const judge = (name, rule, path, holder, known) => {
    const values = Object.fromEntries(Object.entries(rule.fill ?? {}).map(([blank, field]) => [blank, valueOf(holder, field)]));
    for (const condition of rule.when) {
      const kind = Object.keys(condition).find((one) => one in CONDITIONS) ?? "";
      const bound = CONDITIONS[kind](holder, condition.field, condition[kind], known);
      if (bound === undefined) return [];
      if (bound?.constructor === Object) Object.assign(values, bound);
      else if (condition.as) values[condition.as] = bound;
    }
    const at = place(path, rule.at), say = rule.say ?? name;
    return [{
      rule: name, severity: rule.severity ?? "error", at, beside: rule.beside ? place(path, rule.beside) : at, at_key: rule.at_key ?? false,
      message: rule.message ?? `${say}.message`, hint: rule.hint ?? `${say}.hint`, form: rule.form ?? "", values: { name: at.at(-1), ...values },
    }];
  };
  /** @param {Rule} rule @param {(string | number)[]} path @param {Values} record @param {Values} root @returns {[(string | number)[], Holder][]} */
  const holders = ({ each }, path, record, root) => each
    ? valuesOf({ record, root }, each).map((item, n) => [[...path, each, n], { record, root, item }]) : [[path, { record, root }]];
  const rules = Object.entries(table.findings).flatMap(([name, found]) => found.map((rule) => /** @type {[string, Rule]} */ ([name, rule])));
  /** @param {string} kind @param {(string | number)[]} path @param {Values} record @param {Values} root @param {Known} known @returns {Finding[]} */
  const walk = (kind, path, record, root, known) => [
    ...rules.filter(([, rule]) => [rule.record].flat().includes(kind))
      .flatMap(([name, rule]) => holders(rule, path, record, root).flatMap(([at, holder]) => judge(name, rule, at, holder, known))),
    ...Object.entries(table.records[kind] ?? {}).flatMap(([field, inner]) => {
      const value = record[field];
      if (Array.isArray(value)) return value.flatMap((item, n) => walk(inner, [...path, field, n], /** @type {Values} */ (item), root, known));
      return value ? walk(inner, [...path, field], /** @type {Values} */ (value), root, known) : [];
    }),
  ];
  return (record, values, known) => walk(record, [], values, values, known);
};
