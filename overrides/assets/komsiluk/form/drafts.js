// A draft to what can stand in an address or on the device, and back.
komsiluk.drafts = (() => {
  const { through } = komsiluk.zip;
  // Deflated JSON in base64url.
  /** @type {Drafts["toLetters"]} */
  const toLetters = async (draft) => {
    const bytes = await through(new TextEncoder().encode(JSON.stringify(draft)), new CompressionStream("deflate-raw"));
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };
  /** @type {Drafts["fromLetters"]} */
  const fromLetters = async (letters) => {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  };
  /** @type {Drafts["parse"]} */
  const parse = (text) => {
    try {
      const draft = JSON.parse(text ?? "null");
      return draft?.values && typeof draft.values === "object" ? draft : null;
    } catch { return null; }
  };
  return { toLetters, fromLetters, parse };
})();
