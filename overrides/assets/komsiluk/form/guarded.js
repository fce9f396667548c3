// What answers tell together of people who must not be found, though no single one does: the rules of
// `komsiluk check` for results, pictures, towns and consents. Yields the name of the question, the rule, the
// part of the catalogue that says it, what fills its blanks, and the severity.
komsiluk.form.guarded = (dangers) => {
  const { held, all, find, form, fields, items, names, today } = komsiluk.form;
  const { numbers, places, towns, mapped } = held.guarded;
  const A_YEAR = 366, DAY = 86_400_000;
  const groupAmong = (groups, guarded) => guarded.find((group) => groups?.includes(group));
  const nameOf = (group) => find(`[data-name=groups] [value="${group}"]`, form)?.closest("label").textContent.trim() ?? group;
  const isNewTown = (id) => items.of(find("[data-folder=places]", form))
    .some((item) => item.dataset.id === id && fields.read(item)?.kind === "municipality");
  const known = (text) => all("#k-organisations option, #k-places option, [data-called]").some((one) => (one.value || one.dataset.called || "").includes(text));
  // Days since the last of a year, of a month, or since the day itself.
  const since = (day) => {
    const [year, month = 12, last] = day.split("-").map(Number);
    return (Date.parse(today()) - (last ? Date.UTC(year, month - 1, last) : Date.UTC(year, month, 0))) / DAY;
  };
  const JUDGE = {
    * result(values, practice) {
      const group = dangers.isFewPeople(values) && groupAmong(practice.groups, numbers);
      if (group && (practice.places ?? []).some((id) => towns.includes(id) || isNewTown(id))) {
        yield ["value", "small-number", "", { group: nameOf(group) }, "warning"];
      }
    },
    * image({ alt = "" }, { original_language: language }) {
      const name = dangers.names(alt, language).find((text) => !known(text));
      if (name) yield ["alt", "alt-names-person", "", { found: name }, "warning"];
    },
    * practice(values) {
      const group = groupAmong(values.groups, places), place = group && values.places?.find((id) => mapped.includes(id));
      if (place) yield ["places", "too-precise-place", "hidden.", { group: nameOf(group), place: names.nameOf("places", place) }, "error"];
    },
    * consent({ basis, review_by: day }) {
      const n = basis && basis !== "not-needed" && day ? since(day) : 0;
      if (n > 0) yield ["review_by", "consent-ended", "", { day, gone: n > A_YEAR }, n > A_YEAR ? "error" : "warning"];
    },
  };
  return (record, values, practice) => [...JUDGE[record]?.(values, practice) ?? []];
};
