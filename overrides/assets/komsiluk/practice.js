// A link beside each heading of a practice, so that a part of it can be handed on.
(() => {
  const practice = document.querySelector(".k-practice[data-here]");
  if (!practice) return;
  const { here } = /** @type {Words<"here">} */ (practice.dataset);
  for (const heading of practice.querySelectorAll("h2[id]")) {
    if (heading.closest("aside")) continue;
    const link = document.createElement("a");
    link.className = "headerlink";
    link.href = `#${heading.id}`;
    link.setAttribute("aria-label", here.replace("*", heading.textContent));
    heading.append(" ", link);
  }
})();
