// Before anything is drawn: light or dark, as the reader chose here or on the device.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("komsiluk.scheme"); } catch { /* a reader may forbid storage */ }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
})();
