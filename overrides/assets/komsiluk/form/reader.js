// YAML to values, as far as people write it: fields, lists, texts in each of YAML's five ways.
// Every value stays text, as in Python. What is not plain is refused, with its line: nothing is guessed.
komsiluk.yaml.read = (whole) => {
  const lines = whole.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  let at = 0;
  /** @type {(line?: number) => never} */
  const refuse = (line = at) => { throw Object.assign(new Error(`line ${line + 1}`), { line: line + 1 }); };
  const depth = (/** @type {string} */ line) => line.search(/[^ ]|$/);
  // The indentation of the next line that says something; -1 behind the last.
  const next = () => {
    while (at < lines.length && /^\s*(?:#.*)?$/.test(lines[at])) at += 1;
    return at < lines.length ? depth(lines[at]) : -1;
  };
  /** @type {Record<string, string>} */
  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", N: "\x85",
    _: "\xa0", L: "\u2028", P: "\u2029", "\n": "" };
  const unescaped = (/** @type {string} */ text) => text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([^]))/g,
    (_, four, two, eight, one) => one === undefined
      ? String.fromCodePoint(parseInt(four ?? two ?? eight, 16)) : ESCAPES[one] ?? one);
  // Lines that go on are one line, an empty one between them is the end of a paragraph.
  const folded = (/** @type {string} */ text) => text.replace(/[ \t]*\n[ \t]*((?:\n[ \t]*)*)/g,
    (_, more) => more ? more.replace(/[^\n]/g, "") : " ");
  const isNothing = (/** @type {string} */ text) => text === "" || text === "~" || text === "null";

  // A value that stands on its line, or goes on to later ones until it is closed.
  /** @type {(first: string, indent: number) => Value} */
  const inline = (first, indent) => {
    const start = at;
    let text = first, here = 0;
    const more = () => {
      at += 1;
      if (at >= lines.length || (lines[at].trim() && depth(lines[at]) <= indent)) refuse(start);
      text += `\n${lines[at]}`;
    };
    const taken = (/** @type {RegExp} */ pattern) => {
      pattern.lastIndex = here;
      const found = pattern.exec(text);
      if (found) here = pattern.lastIndex;
      return found;
    };
    const space = () => { for (;;) { taken(/(?:\s|(?<=\s)#.*)*/y); if (here < text.length) return; more(); } };
    const closed = (/** @type {RegExp} */ pattern) => { let found; while (!(found = taken(pattern))) more(); return found[0].slice(1, -1); };
    /** @type {() => Value} */
    const one = () => {
      if (text[here] === '"') return unescaped(folded(closed(/"(?:[^"\\]|\\[^])*"/y).replace(/\\\n[ \t]*/g, "\\\n")));
      if (text[here] === "'") return folded(closed(/'(?:[^']|'')*'/y)).replaceAll("''", "'");
      if (text[here] === "[" || text[here] === "{") return many(text[here] === "[" ? "]" : "}");
      const plain = taken(/[^\s\][{},:#&*!|>%@`"'?-](?:[^\][{},:#]|:(?!\s)|(?<!\s)#)*|-(?=[^\s])[^\][{},:#]*/y) ?? refuse(start);
      const said = folded(plain[0].trim());
      return isNothing(said) ? null : said;
    };
    const many = (/** @type {"]" | "}"} */ end) => {
      here += 1;
      /** @type {Value[]} */
      const items = [];
      /** @type {Values} */
      const found = {};
      for (;;) {
        space();
        if (text[here] === end) { here += 1; return end === "]" ? items : found; }
        const value = one();
        if (end === "]") items.push(value);
        else {
          space();
          const name = String(value);
          if (text[here] !== ":" || name in found) refuse(start);
          here += 1;
          space();
          found[name] = one();
        }
        space();
        if (text[here] === ",") here += 1; else if (text[here] !== end) refuse(start);
      }
    };
    const found = one();
    if (!/^\s*(?:\s#.*)?$/.test(text.slice(here))) refuse(start);
    at += 1;
    return found;
  };

  /** @type {(first: string, indent: number) => Value} */
  const plain = (first, indent) => {
    // What stands behind "#1" would be lost: nobody meant a remark by it.
    let text = first.replace(/\s#(?=\s|$).*$/, "").trimEnd();
    const cut = text !== first.trimEnd();
    if (/^[&*!%@`|>?,\]}]|^- |: |:$|\s#/.test(text)) refuse();
    at += 1;
    for (let start = at; next() > indent; start = at) {
      if (cut || /: |:$|\s#/.test(lines[at])) refuse();
      text += (at > start ? "\n".repeat(at - start) : " ") + lines[at].trim();
      at += 1;
    }
    return isNothing(text) ? null : text;
  };

  /** @type {(mark: string, indent: number) => string} */
  const block = (mark, indent) => {
    at += 1;
    /** @type {string[]} */
    const held = [];
    while (at < lines.length && (!lines[at].trim() || depth(lines[at]) > indent)) held.push(lines[at++]);
    const width = depth(held.find((line) => line.trim()) ?? "");
    const cut = held.map((line) => line.slice(width));
    let text = cut.join("\n");
    if (mark[0] === ">") {
      text = cut.reduce((said, line, place) => {
        const before = cut[place - 1];
        if (!place) return line;
        if (!line) return `${said}\n`;
        const isSpaced = /^\s/.test(line) || /^\s/.test(cut.slice(0, place).findLast(Boolean) ?? "");
        return said + (before && !isSpaced ? " " : isSpaced ? "\n" : "") + line;
      }, "");
    }
    const end = text.trimEnd() === "" ? "" : text.replace(/\n+$/, "");
    return mark[1] === "-" ? end : mark[1] === "+" ? `${text}\n` : end && `${end}\n`;
  };

  // What stands behind a name or a dash; `indent` is that of the name or dash.
  /** @type {(rest: string, indent: number, isItem?: boolean) => Value} */
  const value = (rest, indent, isItem = false) => {
    const header = /^([|>][-+]?)\s*(?:#.*)?$/.exec(rest);
    if (header) return block(header[1], indent);
    if (!/^\s*(?:#.*)?$/.test(rest)) return /^["'[{]/.test(rest) ? inline(rest, indent) : plain(rest, indent);
    at += 1;
    const deeper = next();
    if (deeper > indent) return node(deeper);
    return deeper === indent && !isItem && /^- |^-$/.test(lines[at].trimStart()) ? list(deeper) : null;
  };
  const NAME = /^( *)(?:([^\s"'#&*!|>%@`[\]{},?:-][^\s:]*)|"([^"\\]+)"|'([^']+)'):(?:\s+(.*)|)$/;
  /** @type {(indent: number) => Values} */
  const fields = (indent) => {
    /** @type {Values} */
    const found = {};
    while (next() === indent) {
      const [, , bare, quoted, single, rest = ""] = NAME.exec(lines[at]) ?? refuse();
      const name = bare ?? quoted ?? single;
      if (Object.hasOwn(found, name)) refuse();
      found[name] = value(rest, indent);
    }
    if (at < lines.length && depth(lines[at]) > indent) refuse();
    return found;
  };
  /** @type {(indent: number) => Value[]} */
  const list = (indent) => {
    const found = [];
    while (next() === indent && /^- |^-$/.test(lines[at].trimStart())) {
      const rest = lines[at].slice(indent + 1).trimStart();
      if (NAME.test(rest) && !/^["'][^"']*$/.test(rest)) {
        const inner = lines[at].length - rest.length;
        lines[at] = " ".repeat(inner) + rest;
        found.push(fields(inner));
      } else found.push(value(rest, indent, true));
    }
    return found;
  };
  /** @type {(indent: number) => Value[] | Values} */
  const node = (indent) => /^- |^-$/.test(lines[at].trimStart()) ? list(indent) : fields(indent);

  if (lines[0] === "---") lines[0] = "";
  if (next() < 0 || lines.some((line) => /^\t/.test(line))) refuse();
  const found = node(depth(lines[at]));
  if (next() >= 0) refuse();
  return /** @type {Answers} */ (found);
};
