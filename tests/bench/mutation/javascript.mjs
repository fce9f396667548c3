// Writes every change of scripts that a test should notice: a JSON list, places counted in UTF-16.
// node javascript.mjs TOOLS FILE…
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [tools, ...files] = process.argv.slice(2);
const { parse } = createRequire(`${tools}/package.json`)("acorn");

const OPERATORS = {
  "===": "!==", "!==": "===", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
  "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "&": "|", "|": "&", "<<": ">>", ">>": "<<",
  "&&": "||", "||": "&&", "??": "&&", "+=": "-=", "-=": "+=", "*=": "/=", "|=": "&=", "&=": "|=",
};
const METHODS = {
  startsWith: "endsWith", endsWith: "startsWith", toLowerCase: "toUpperCase", some: "every", every: "some",
  toUpperCase: "toLowerCase", trim: "trimEnd", indexOf: "lastIndexOf", min: "max", max: "min",
};
const CHAINED = new Set(["sort", "filter", "reverse", "slice"]);

function mutants(file, text) {
  const made = [];
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "script", allowReturnOutsideFunction: true });
  const put = (start, end, replacement, operator) => made.push({ file, start, end, replacement, operator });
  const around = (node) => put(node.start, node.end, `!(${text.slice(node.start, node.end)})`, "condition negated");
  const between = (left, right, operator) => {
    const swap = OPERATORS[operator];
    const at = text.indexOf(operator, left.end);
    if (swap && at >= 0 && at < right.start) put(at, at + operator.length, swap, "operator");
  };
  const changes = {
    BinaryExpression: (node) => between(node.left, node.right, node.operator),
    LogicalExpression: (node) => between(node.left, node.right, node.operator),
    AssignmentExpression: (node) => between(node.left, node.right, node.operator),
    IfStatement: (node) => around(node.test),
    WhileStatement: (node) => around(node.test),
    ConditionalExpression: (node) => around(node.test),
    UnaryExpression: (node) => {
      if (node.operator === "!" || node.operator === "-") put(node.start, node.start + 1, "", "not, minus left out");
    },
    UpdateExpression: (node) => {
      const at = node.prefix ? node.start : node.end - 2;
      put(at, at + 2, node.operator === "++" ? "--" : "++", "operator");
    },
    BreakStatement: (node) => { if (!node.label) put(node.start, node.end, ";", "break left out"); },
    ContinueStatement: (node) => { if (!node.label) put(node.start, node.end, ";", "continue left out"); },
    ReturnStatement: (node) => {
      if (node.argument) put(node.argument.start, node.argument.end, "undefined", "nothing returned");
    },
    ArrowFunctionExpression: (node) => {
      if (node.expression) put(node.body.start, node.body.end, "(undefined)", "nothing returned");
    },
    ExpressionStatement: (node) => {
      if (node.expression.type === "CallExpression" && node.end - node.start < 2000) {
        put(node.start, node.end, ";", "call left out");
      }
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || callee.computed) return;
      const { name, start, end } = callee.property;
      if (METHODS[name]) put(start, end, METHODS[name], "method");
      if (CHAINED.has(name)) put(callee.object.end, node.end, "", "call left out");
    },
    Literal: (node) => {
      if (typeof node.value === "boolean") put(node.start, node.end, String(!node.value), "constant");
      else if (typeof node.value === "number") put(node.start, node.end, String(node.value + 1), "number");
      else if (typeof node.value === "string") put(node.start, node.end, JSON.stringify(`XX${node.value}XX`), "text");
    },
    TemplateLiteral: (node) => put(node.start, node.end, '"XX"', "text"),
  };
  const walk = (node, above) => {
    if (node.directive) return; // "use strict"
    const isName = above?.type === "Property" && above.key === node && !above.computed;
    if (!isName) changes[node.type]?.(node);
    for (const [key, value] of Object.entries(node)) {
      if (key === "type" || (node.type === "TemplateLiteral" && key === "quasis")) continue;
      for (const child of [value].flat()) if (typeof child?.type === "string") walk(child, node);
    }
  };
  walk(tree);
  return made.filter((one) => {
    try {
      const changed = text.slice(0, one.start) + one.replacement + text.slice(one.end);
      return parse(changed, { ecmaVersion: "latest", allowReturnOutsideFunction: true }) !== null;
    } catch {
      return false;
    }
  });
}

console.log(JSON.stringify(files.flatMap((file) => mutants(file, readFileSync(file, "utf8")))));
