// What somebody typed to a value, and what is wrong with a value by itself. The limits are those of the JSON Schema,
// which the page has on each question; `tests/cases/answers.json` holds this file and the model to the same judgement.
komsiluk.answers = (() => {
  // White space as Python's `str.split` knows it.
  const GAP = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
  /** @param {string} text @returns {string[]} */
  const words = (text) => text.split(GAP).filter(Boolean);
  /** @param {string} text @returns {number} characters, as Unicode counts them */
  const length = (text) => [...text].length;

  /**
   * 17.5.2023 and 5/2023, as people write a day, to 2023-05-17 and 2023-05.
   * @param {string} text
   * @returns {string} what is no day as it is
   */
  const day = (text) => {
    const [, first, month, year] = /^(?:(\d{1,2})[./]\s?)?(\d{1,2})[./]\s?(\d{4})\.?$/.exec(text) ?? [];
    return year ? [year, month, first].filter(Boolean).map((part) => part.padStart(2, "0")).join("-") : text.replace(/\.$/, "");
  };
  /**
   * 1 200 and 12,5, as people write a number.
   * @param {string} text
   * @returns {number | string} what is no number, or may be two, as it is
   */
  const number = (text) => {
    const plain = text.replace(/(?<=\d)[\s\u00a0'’](?=\d{3}(?!\d))/g, "");
    const spoken = /^-?\d+,\d{1,2}$/.test(plain) ? plain.replace(",", ".") : plain;
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(spoken) && !/^-?[1-9]\d{0,2}\.\d{3}$/.test(spoken) ? Number(spoken) : plain;
  };

  /**
   * A question, as the page or `pages/questions.py` has it.
   * @typedef {{ kind: string, pattern?: string, characters?: number | string | null, words?: number | string | null,
   *   least?: number | string | null, most?: number | string | null }} Question
   * @typedef {[fault: string, values?: Record<string, unknown>]} Fault a phrase `form.fault.…`, and what fills its blanks
   */
  /** @param {unknown} value @param {Question} question */
  const isOfForm = (value, { pattern }) => new RegExp(pattern ?? "").test(String(value));
  /** @param {unknown} value @param {Question} question */
  const isDay = (value, question) => {
    const text = String(value);
    if (!isOfForm(text, question)) return false;
    const date = new Date(text);
    return text.length < 10 || (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text);
  };
  /** @type {Record<string, (value: any, question: Question) => Fault | false>} The kind says what a value is. */
  const OF_KIND = {
    number: (value) => typeof value !== "number" && ["number"],
    whole: (value) => !Number.isInteger(value) && ["whole"],
    currency: (value, question) => !isOfForm(value, question) && ["currency"],
    day: (value, question) => !isDay(value, question) && ["day"],
    web: (value, question) => !isOfForm(value, question) && ["web"],
    mailbox: (value, question) => !isOfForm(value, question) && ["mailbox"],
    concepts: (value, { most }) => value.length > Number(most ?? Infinity) && ["too-many", { n: most }],
  };
  /**
   * @param {Question} question
   * @param {unknown} value
   * @returns {Fault | undefined}
   */
  const wrong = (question, value) => {
    const { kind, characters, words: most_words, least, most } = question;
    const fault = OF_KIND[kind]?.(value, question);
    if (fault) return fault;
    if (typeof value === "number" && (value < Number(least ?? -Infinity) || value > Number(most ?? Infinity))) {
      return ["range", { least: least ?? "…", most: most ?? "…" }];
    }
    if (typeof value !== "string" || !["line", "text", "web", "mailbox"].includes(kind)) return undefined;
    if (characters && length(value) > Number(characters)) return ["characters", { n: length(value) - Number(characters) }];
    if (most_words && words(value).length > Number(most_words)) return ["words", { n: words(value).length - Number(most_words) }];
    return undefined;
  };
  return { day, number, words, length, wrong };
})();
