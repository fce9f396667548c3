// What all parts of the form lean on: the form itself, its phrases, and small ways with elements.
komsiluk.form = (() => {
  const form = komsiluk.need("form#form");
  /** @type {FormWords} */
  const held = komsiluk.taken(/** @type {`${string}/form`} */ ((form.dataset.script ?? "").replace("search/", "")));
  /** @type {FormBase["say"]} */
  const say = (key, values = {}) => (held.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  /** @type {FormBase["element"]} */
  const element = (name, properties = {}, ...content) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
  };
  const { need } = komsiluk;
  /** @type {FormBase["find"]} */
  const find = (selector, within = document) => within.querySelector(selector);
  /** @type {FormBase["all"]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  /** @type {FormBase["later"]} */
  const later = (wait, work) => {
    let waiting = 0;
    return (...given) => { clearTimeout(waiting); waiting = setTimeout(work, wait, ...given); };
  };
  // Told in words that a screen reader reads, with something to press where there is something to take back.
  /** @type {FormBase["tell"]} */
  const tell = (text, ...more) => need(".k-form__said").replaceChildren(...text ? [text] : [], ...more);
  // The day by the clock of the device: 2026-11-22.
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const slug = komsiluk.slugs(komsiluk.taken("form").slugs);
  // The first of "kitchen", "kitchen-2", "kitchen-3"… that is not taken.
  /** @type {FormBase["free"]} */
  const free = (wish, taken) => {
    let name = wish;
    for (let n = 2; taken.has(name); n += 1) name = `${wish}-${n}`;
    return name;
  };
  // The other scripts of the form add what is theirs.
  return /** @type {Form} */ ({ form, held, say, element, find, need, all, later, tell, today, slug, free });
})();
