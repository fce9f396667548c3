// Names of organisations, places, projects and sources to their ids. Names that the collection does not know yet
// get an id, and a few questions of their own further down; each becomes a file beside the practice.
komsiluk.form.names = (() => {
  const { form, held, all, element, need, slug, free, items } = komsiluk.form;
  const FRESH = ["organisations", "places", "projects", "sources"];
  /** @type {Record<string, { ids: Map<string, string>, names: Map<string, string> }>} */
  const known = {};
  for (const [folder, list] of Object.entries(held.names)) {
    const twice = new Set(list.map(([, name]) => name).filter((name, n, names) => names.indexOf(name) !== n));
    /** @type {[id: string, name: string][]} */
    const named = list.map(([id, name]) => [id, twice.has(name) ? `${name} (${id})` : name]);
    need(`#k-${folder}`).append(...named.map(([, value]) => element("option", { value })));
    known[folder] = { ids: new Map(named), names: new Map(named.map(([id, name]) => [name.toLowerCase(), id])) };
  }
  // What has been asked about new names, by folder and id; it outlives a name that is taken away and comes back.
  /** @type {Record<string, Map<string, { name: string, values?: Values }>>} */
  const told = Object.fromEntries(FRESH.map((folder) => [folder, new Map()]));
  /** @type {Record<string, Map<string, string>>} The ids of new names in small letters. */
  const fresh = Object.fromEntries(FRESH.map((folder) => [folder, new Map()]));

  const canBeNew = (/** @type {string} */ folder) => FRESH.includes(folder);
  // The id of a name; a new one is made where there may be new ones, else nothing.
  /** @type {FormNames["idOf"]} */
  const idOf = (folder, name) => {
    const key = name.trim().toLowerCase();
    if (!key) return "";
    const id = known[folder]?.names.get(key) ?? (known[folder]?.ids.has(key) ? key : fresh[folder]?.get(key));
    if (id || !canBeNew(folder)) return id ?? "";
    const made = free(slug(name) || folder.slice(0, -1), new Set([...known[folder].ids.keys(), ...fresh[folder].values()]));
    fresh[folder].set(key, made);
    return made;
  };
  /** @type {FormNames["nameOf"]} */
  const nameOf = (folder, id) => known[folder]?.ids.get(id)
    ?? told[folder]?.get(id)?.name ?? [...fresh[folder] ?? []].find(([, made]) => made === id)?.[0] ?? id;
  /** @type {FormNames["isKnown"]} */
  const isKnown = (folder, name) => Boolean(idOf(folder, name));

  // Every name that stands in the form: [folder, name].
  /** @type {(within: Element, name?: string) => [folder: string, name: string]} */
  const asked = (within, name = "") => [within.closest(".k-ask")?.dataset.of ?? "", name];
  const said = () => [
    ...all(".k-ask--reference input", form).map((input) => asked(input, input.value.trim())),
    ...all(".k-ask--references .k-ask__chosen li", form).map((chip) => asked(chip, chip.dataset.called)),
  ].filter(([folder, name]) => name && canBeNew(folder) && !known[folder].names.has(name.toLowerCase()) && !known[folder].ids.has(name));

  const listOf = (/** @type {string} */ folder) => need(`[data-folder=${folder}]`, form);
  // The items of new names: each has the id, and what is called so.
  const freshOf = (/** @type {string} */ folder) => /** @type {Named[]} */ (items.of(listOf(folder)));
  // The questions about new names follow the names.
  const refresh = () => {
    /** @type {Record<string, Map<string, string>>} */
    const wanted = Object.fromEntries(FRESH.map((folder) => [folder, new Map()]));
    for (const [folder, name] of said()) wanted[folder].set(idOf(folder, name), name);
    for (const folder of FRESH) {
      const list = listOf(folder), names = wanted[folder];
      for (const item of freshOf(folder)) {
        if (names.has(item.dataset.id)) continue;
        told[folder].set(item.dataset.id, { name: item.dataset.called, values: komsiluk.form.fields.read(item) });
        item.remove();
      }
      for (const [id, name] of names) {
        let item = items.of(list).find((one) => one.dataset.id === id);
        if (!item) {
          item = items.add(list);
          item.dataset.id = id;
          komsiluk.form.fields.write(item, told[folder].get(id)?.values ?? {});
        }
        item.dataset.called = name;
        need(".k-item__name", item).textContent = name;
      }
      list.hidden = !names.size;
    }
    need("#part-names").hidden = FRESH.every((folder) => listOf(folder).hidden);
  };
  // The files of the new names: folder, id, and what stands in each.
  /** @type {FormNames["files"]} */
  const files = (language) => FRESH.flatMap((folder) => freshOf(folder).map((item) => {
    const { called: name, id } = item.dataset;
    const said = folder === "places" ? { name: { [language]: name } } : folder === "sources" ? { title: name } : { name };
    return { folder, id, values: { ...said, ...komsiluk.form.fields.read(item) } };
  }));
  // What a file says of a name: it is new here, and already described.
  /** @type {FormNames["bring"]} */
  const bring = (folder, id, { name, title, ...values }) => {
    const called = String(typeof name === "object" && name ? Object.values(name)[0] : name ?? title ?? id);
    if (known[folder].ids.has(id)) return;
    fresh[folder].set(called.toLowerCase(), id);
    told[folder].set(id, { name: called, values });
  };
  const forget = () => { for (const folder of FRESH) { told[folder].clear(); fresh[folder].clear(); } };
  return { FRESH, idOf, nameOf, isKnown, canBeNew, refresh, files, bring, forget };
})();
