// Names of organisations, places, projects and sources to their ids. Names that the collection does not know yet
// get an id, and a few questions of their own further down; each becomes a file beside the practice.
komsiluk.form.names = (() => {
  const { form, held, all, element, find, slug, free, items } = komsiluk.form;
  const FRESH = ["organisations", "places", "projects", "sources"];
  const known = {};
  for (const [folder, list] of Object.entries(held.names)) {
    const twice = new Set(list.map(([, name]) => name).filter((name, n, names) => names.indexOf(name) !== n));
    const named = list.map(([id, name]) => [id, twice.has(name) ? `${name} (${id})` : name]);
    document.getElementById(`k-${folder}`).append(...named.map(([, value]) => element("option", { value })));
    known[folder] = { ids: new Map(named), names: new Map(named.map(([id, name]) => [name.toLowerCase(), id])) };
  }
  // What has been asked about new names, by folder and id; it outlives a name that is taken away and comes back.
  const told = Object.fromEntries(FRESH.map((folder) => [folder, new Map()]));
  const fresh = Object.fromEntries(FRESH.map((folder) => [folder, new Map()]));

  const canBeNew = (folder) => FRESH.includes(folder);
  // The id of a name; a new one is made where there may be new ones, else nothing.
  const idOf = (folder, name) => {
    const key = name.trim().toLowerCase();
    if (!key) return "";
    const id = known[folder]?.names.get(key) ?? (known[folder]?.ids.has(key) ? key : fresh[folder]?.get(key));
    if (id || !canBeNew(folder)) return id ?? "";
    const made = free(slug(name) || folder.slice(0, -1), new Set([...known[folder].ids.keys(), ...fresh[folder].values()]));
    fresh[folder].set(key, made);
    return made;
  };
  const nameOf = (folder, id) => known[folder]?.ids.get(id)
    ?? told[folder]?.get(id)?.name ?? [...fresh[folder] ?? []].find(([, made]) => made === id)?.[0] ?? id;
  const isKnown = (folder, name) => Boolean(idOf(folder, name));

  // Every name that stands in the form: [folder, name].
  const said = () => [
    ...all(".k-ask--reference input", form).map((input) => [input.closest(".k-ask").dataset.of, input.value.trim()]),
    ...all(".k-ask--references .k-ask__chosen li", form).map((chip) => [chip.closest(".k-ask").dataset.of, chip.dataset.called]),
  ].filter(([folder, name]) => name && canBeNew(folder) && !known[folder].names.has(name.toLowerCase()) && !known[folder].ids.has(name));

  const listOf = (folder) => find(`[data-folder=${folder}]`, form);
  // The questions about new names follow the names.
  const refresh = () => {
    const wanted = new Map(FRESH.map((folder) => [folder, new Map()]));
    for (const [folder, name] of said()) wanted.get(folder).set(idOf(folder, name), name);
    for (const folder of FRESH) {
      const list = listOf(folder), names = wanted.get(folder);
      for (const item of items.of(list)) {
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
        find(".k-item__name", item).textContent = name;
      }
      list.hidden = !names.size;
    }
    find("#part-names").hidden = FRESH.every((folder) => listOf(folder).hidden);
  };
  // The files of the new names: folder, id, and what stands in each.
  const files = (language) => FRESH.flatMap((folder) => items.of(listOf(folder)).map((item) => {
    const { called: name } = item.dataset;
    const said = folder === "places" ? { name: { [language]: name } } : folder === "sources" ? { title: name } : { name };
    return { folder, id: item.dataset.id, values: { ...said, ...komsiluk.form.fields.read(item) } };
  }));
  // What a file says of a name: it is new here, and already described.
  const bring = (folder, id, { name, title, ...values }) => {
    const called = typeof name === "object" && name ? Object.values(name)[0] : name ?? title ?? id;
    if (known[folder].ids.has(id)) return;
    fresh[folder].set(called.toLowerCase(), id);
    told[folder].set(id, { name: called, values });
  };
  const forget = () => { for (const folder of FRESH) { told[folder].clear(); fresh[folder].clear(); } };
  return { FRESH, idOf, nameOf, isKnown, canBeNew, refresh, files, bring, forget };
})();
