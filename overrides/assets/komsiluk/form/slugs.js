// A title in any of our scripts to a name that can stand in an address. The letters stand in `text/slugs.json`
// and in the folders of languages; this file and `text/slugs.py` read them in the same way.
/**
 * @param {{ letters: Record<string, string>, spellings: { signs: string, letters: Record<string, string> }[] }} table
 * @returns {(text: string, longest?: number) => string} small ASCII letters, digits and single hyphens, cut at a
 *   word; nothing when nothing is left
 */
komsiluk.slugs = ({ letters, spellings }) => (text, longest = 60) => {
  const small = text.normalize("NFC").toLowerCase();
  const own = spellings.find(({ signs }) => [...signs].some((sign) => small.includes(sign)));
  const spelling = own ? { ...letters, ...own.letters } : letters;
  const plain = [...small].map((letter) => spelling[letter] ?? letter).join("").normalize("NFD").replace(/\p{M}/gu, "");
  let name = "";
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    if (name.length + word.length + 1 > longest) break;
    name += name ? `-${word}` : word;
  }
  return name;
};
