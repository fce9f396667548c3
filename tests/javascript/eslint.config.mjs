// A short list: each rule has its reason, and what TypeScript finds is left to TypeScript.
const wrong = {
  "array-callback-return": "error", // a `map` that gives nothing
  "no-cond-assign": ["error", "except-parens"], // `=` where `===` was meant
  "no-constant-condition": ["error", { checkLoops: false }], // a branch that is never taken
  "no-dupe-else-if": "error", // the same
  "no-loss-of-precision": "error", // a number that is not what it says
  "no-misleading-character-class": "error", // a pattern that cuts a letter of several code points
  "no-self-compare": "error", // one of the two was to be another
  "no-template-curly-in-string": "error", // "${…}" in a string that is no template
  "no-unmodified-loop-condition": "error", // a loop that never ends
  "no-unreachable-loop": "error", // a loop that is none
  "no-unused-vars": ["error", { argsIgnorePattern: "^_" }], // what was left behind
  "no-useless-assignment": "error", // a value that nobody reads
  "no-useless-escape": "error", // a sign in a pattern that says less than it seems
};
const plain = {
  "eqeqeq": "error", // `==` follows rules that nobody remembers
  "no-var": "error", // a variable that is there before and after its block
  "object-shorthand": "error", // { list }, not { list: list }
  "prefer-const": "error", // what never changes says so
  "prefer-template": "error", // one way to put texts together
};
const safe = {
  // A strict Content-Security-Policy refuses these, in the reader's browser and not before.
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  // Pages load classic scripts: what one leaves at its top is everybody's.
  "no-implicit-globals": "error",
  // Contributors' texts are put into pages as text.
  "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) =>
    ({ property, message: "This makes markup of a text; use textContent or append." }))],
};

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" }, rules: { ...wrong, ...plain } },
  { files: ["overrides/**/*.js"], languageOptions: { sourceType: "script" }, rules: safe },
];
