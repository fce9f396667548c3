// Values to YAML: names in their order, ids bare, lines quoted, paragraphs as blocks. `reader.js` is its inverse.
komsiluk.yaml = (() => {
  // What nobody sees: control characters, marks of direction, what is no letter.
  const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
  const BARE = /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[a-z]{2,3}-[A-Z][a-z]{3}|[A-Z]{2,3})$/;
  const MEANS_MORE = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
  /** @type {(text: string) => string} */
  const sound = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");
  const escaped = (/** @type {string} */ letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const isBare = (/** @type {string} */ text) => BARE.test(text) && !MEANS_MORE.test(text);
  const isBlock = (/** @type {string} */ text) => text.includes("\n") && !text.includes("\t") && text.search(UNSEEN) < 0
    && !/^\s|\s$|\n[^\S\n]|[^\S\n]\n/.test(text) && !/^(?:<{7}|={7}|>{7}|\|{7})/m.test(text);
  const scalar = (/** @type {string} */ text) => isBare(text) ? text : JSON.stringify(text).replace(UNSEEN, escaped);

  /** @type {(text: string, indent: string) => string} */
  const said = (text, indent) => isBlock(text)
    ? ` |-\n${text.split("\n").map((line) => line && `${indent}  ${line}`).join("\n")}\n` : ` ${scalar(text)}\n`;
  /** @type {(value: Value, indent: string) => string} */
  const item = (value, indent) => typeof value === "object"
    ? `${indent}- ${fields(/** @type {Values} */ (value), `${indent}  `).slice(indent.length + 2)}` : `${indent}-${entry(value, indent)}`;
  /** @type {(value: Value, indent: string) => string} */
  const entry = (value, indent) => {
    if (typeof value === "string") return said(sound(value), indent);
    if (typeof value !== "object") return ` ${value}\n`;
    if (!Array.isArray(value)) return `\n${fields(/** @type {Values} */ (value), `${indent}  `)}`;
    if (value.every((one) => typeof one === "string" && isBare(one))) return ` [${value.join(", ")}]\n`;
    return `\n${value.map((one) => item(one, `${indent}  `)).join("")}`;
  };
  /** @type {(values: Values, indent: string) => string} */
  const fields = (values, indent) => Object.entries(values)
    .map(([name, value]) => `${indent}${name}:${entry(value, indent)}`).join("");

  // `head` is what stands above the fields, a remark for editors that know the schema.
  /** @type {Yaml["write"]} */
  const write = (values, head = "") => head + fields(values, "");
  return /** @type {Yaml} */ ({ write, UNSEEN });
})();
