// Before anything is drawn: that scripts run, and light or dark, as the reader chose here or on the device.
(() => {
  document.documentElement.classList.replace("no-js", "js");
  let chosen = null;
  try { chosen = localStorage.getItem("komsiluk.scheme"); } catch { /* a reader may forbid storage */ }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
})();
// What Material keeps on the device, and where; it has these in an inline script, which a strict
// Content-Security-Policy forbids.
(() => {
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {(storage?: Storage) => Storage} */
  const stored = (storage) => storage ?? localStorage;
  Object.assign(window, {
    __md_scope: root,
    __md_hash: (/** @type {string} */ text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0),
    /** @type {(key: string, storage?: Storage, scope?: URL) => unknown} */
    __md_get: (key, storage, scope = root) => {
      try { return JSON.parse(stored(storage).getItem(`${scope.pathname}.${key}`) ?? "null"); } catch { return null; }
    },
    /** @type {(key: string, value: unknown, storage?: Storage, scope?: URL) => void} */
    __md_set: (key, value, storage, scope = root) => {
      try { stored(storage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value)); } catch { /* forbidden */ }
    },
  });
})();
