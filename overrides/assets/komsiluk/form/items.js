// The items of lists: one more, one less, in another order; all by keyboard, and what is removed can be had back.
// The page holds one item of each list, which is taken out here and copied for each that is wanted.
komsiluk.form.items = (() => {
  const { all, element, find, say, tell } = komsiluk.form;
  const models = new WeakMap();
  let n_made = 0;

  const itemsOf = (list) => [...find(".k-many__items", list).children];
  const buttonOf = (list) => [...list.children].find((one) => one.dataset.do === "add");

  // A star in an id stands for the number of the item; the first is the item's own, others are of lists in it.
  const numbered = (item, number) => {
    for (const one of [item, ...item.querySelectorAll("*")]) {
      for (const { name, value } of [...one.attributes]) {
        if (value.includes("*")) one.setAttribute(name, value.split(" ").map((id) => id.replace("*", number)).join(" "));
      }
    }
    return item;
  };
  const prepare = (within) => {
    const holder = within === document ? null : within;
    for (const list of all("fieldset.k-many", within).filter((one) => one.parentElement.closest(".k-item") === holder)) {
      const [model] = itemsOf(list);
      if (!model) continue;
      model.remove();
      models.set(list, model);
      const button = buttonOf(list);
      if (button) button.hidden = false;
    }
  };
  const renumber = (list) => {
    const held = itemsOf(list), most = Number(list.dataset.most) || Infinity;
    held.forEach((item, place) => {
      const name = find(".k-item__name", item), tools = find(".k-item__tools", item);
      name.dataset.word ??= name.textContent;
      if (tools) name.textContent = say("form.item", { name: name.dataset.word, n: place + 1 });
      for (const tool of tools?.children ?? []) {
        tool.setAttribute("aria-label", `${say(`form.${tool.dataset.do}`)}: ${name.textContent}`);
        tool.title = say(`form.${tool.dataset.do}`);
        if (tool.dataset.do !== "remove") tool.disabled = place === (tool.dataset.do === "up" ? 0 : held.length - 1);
      }
      if (tools) tools.hidden = false;
    });
    if (buttonOf(list)) buttonOf(list).hidden = held.length >= most;
  };
  const add = (list) => {
    const item = numbered(models.get(list).cloneNode(true), n_made += 1);
    prepare(item);
    find(".k-many__items", list).append(item);
    renumber(list);
    return item;
  };
  const empty = (list) => { find(".k-many__items", list).replaceChildren(); renumber(list); };
  const changed = (list) => list.dispatchEvent(new Event("input", { bubbles: true }));
  const firstOf = (item) => find("input:not([type=hidden]), textarea, select", item);

  const remove = (list, item) => {
    const after = item.nextElementSibling, before = item.previousElementSibling;
    item.remove();
    renumber(list);
    const back = element("button", { type: "button", className: "k-form__small" }, say("form.undo"));
    back.addEventListener("click", () => {
      find(".k-many__items", list).insertBefore(item, after?.isConnected ? after : null);
      renumber(list);
      tell("");
      firstOf(item).focus();
      changed(list);
    });
    tell(`${say("form.say.removed")} `, back);
    (find("[data-do=remove]", after ?? before ?? list) ?? buttonOf(list)).focus();
  };
  const move = (list, item, tool) => {
    if (tool.dataset.do === "up") item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    renumber(list);
    (tool.disabled ? find("[data-do]:not(:disabled)", item) : tool).focus();
    tell(say("form.say.moved", { n: itemsOf(list).indexOf(item) + 1 }));
  };
  document.addEventListener("click", (event) => {
    const tool = event.target.closest?.("[data-do=add], [data-do=remove], [data-do=up], [data-do=down]");
    const list = tool?.closest(".k-many");
    if (!list || !models.has(list)) return;
    if (tool.dataset.do === "add") {
      const item = add(list);
      item.dispatchEvent(new CustomEvent("added", { bubbles: true }));
      firstOf(item).focus();
    } else {
      const item = tool.closest(".k-item");
      if (tool.dataset.do === "remove") remove(list, item); else move(list, item, tool);
    }
    changed(list);
  });
  prepare(document);
  // The item of a list that all are copied from.
  const model = (list) => models.get(list) ?? itemsOf(list)[0];
  return { add, empty, model, of: itemsOf };
})();
