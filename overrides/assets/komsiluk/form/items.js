// The items of lists: one more, one less, in another order; all by keyboard, and what is removed can be had back.
// The page holds one item of each list, which is taken out here and copied for each that is wanted.
komsiluk.form.items = (() => {
  const { all, element, find, need, say, tell } = komsiluk.form;
  /** @type {WeakMap<Element, HTMLElement>} */
  const models = new WeakMap();
  let n_made = 0;

  const itemsOf = (/** @type {Element} */ list) => /** @type {HTMLElement[]} */ ([...need(".k-many__items", list).children]);
  const buttonOf = (/** @type {Element} */ list) => list.querySelector(":scope > button[data-do=add]");

  // A star in an id stands for the number of the item; the first is the item's own, others are of lists in it.
  /** @type {(item: HTMLElement, number: number) => HTMLElement} */
  const numbered = (item, number) => {
    for (const one of [item, ...item.querySelectorAll("*")]) {
      for (const { name, value } of [...one.attributes]) {
        if (value.includes("*")) one.setAttribute(name, value.split(" ").map((id) => id.replace("*", String(number))).join(" "));
      }
    }
    return item;
  };
  const prepare = (/** @type {HTMLElement | null} */ holder) => {
    for (const list of all("fieldset.k-many", holder ?? document).filter((one) => one.parentElement?.closest(".k-item") === holder)) {
      const [model] = itemsOf(list);
      if (!model) continue;
      model.remove();
      models.set(list, model);
      const button = buttonOf(list);
      if (button) button.hidden = false;
    }
  };
  const renumber = (/** @type {HTMLElement} */ list) => {
    const held = itemsOf(list), most = Number(list.dataset.most) || Infinity;
    held.forEach((item, place) => {
      const name = need(".k-item__name", item), tools = find(".k-item__tools", item);
      name.dataset.word ??= name.textContent;
      if (tools) name.textContent = say("form.item", { name: name.dataset.word, n: place + 1 });
      for (const tool of tools ? all("button", tools) : []) {
        tool.setAttribute("aria-label", `${say(`form.${tool.dataset.do}`)}: ${name.textContent}`);
        tool.title = say(`form.${tool.dataset.do}`);
        if (tool.dataset.do !== "remove") tool.disabled = place === (tool.dataset.do === "up" ? 0 : held.length - 1);
      }
      if (tools) tools.hidden = false;
    });
    const button = buttonOf(list);
    if (button) button.hidden = held.length >= most;
  };
  const add = (/** @type {HTMLElement} */ list) => {
    const item = numbered(/** @type {HTMLElement} */ (model(list).cloneNode(true)), n_made += 1);
    prepare(item);
    need(".k-many__items", list).append(item);
    renumber(list);
    return item;
  };
  const empty = (/** @type {HTMLElement} */ list) => { need(".k-many__items", list).replaceChildren(); renumber(list); };
  const changed = (/** @type {HTMLElement} */ list) => list.dispatchEvent(new Event("input", { bubbles: true }));
  const firstOf = (/** @type {HTMLElement} */ item) => find("input:not([type=hidden]), textarea, select", item);

  /** @type {(list: HTMLElement, item: HTMLElement) => void} */
  const remove = (list, item) => {
    const after = item.nextElementSibling, before = item.previousElementSibling;
    item.remove();
    renumber(list);
    const back = element("button", { type: "button", className: "k-form__small" }, say("form.undo"));
    back.addEventListener("click", () => {
      need(".k-many__items", list).insertBefore(item, after?.isConnected ? after : null);
      renumber(list);
      tell("");
      firstOf(item)?.focus();
      changed(list);
    });
    tell(`${say("form.say.removed")} `, back);
    (find("[data-do=remove]", after ?? before ?? list) ?? buttonOf(list))?.focus();
  };
  /** @type {(list: HTMLElement, item: HTMLElement, tool: HTMLButtonElement) => void} */
  const move = (list, item, tool) => {
    if (tool.dataset.do === "up") item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    renumber(list);
    (tool.disabled ? need("[data-do]:not(:disabled)", item) : tool).focus();
    tell(say("form.say.moved", { n: itemsOf(list).indexOf(item) + 1 }));
  };
  document.addEventListener("click", (event) => {
    const tool = komsiluk.around(event, "button[data-do=add], button[data-do=remove], button[data-do=up], button[data-do=down]");
    const list = tool?.closest(".k-many"), item = tool?.closest(".k-item");
    if (!tool || !list || !models.has(list)) return;
    if (tool.dataset.do === "add") {
      const added = add(list);
      added.dispatchEvent(new CustomEvent("added", { bubbles: true }));
      firstOf(added)?.focus();
    } else if (item) {
      if (tool.dataset.do === "remove") remove(list, item); else move(list, item, tool);
    }
    changed(list);
  });
  prepare(null);
  // The item of a list that all are copied from.
  /** @type {FormItems["model"]} */
  const model = (list) => models.get(list) ?? itemsOf(list)[0];
  return { add, empty, model, of: itemsOf };
})();
