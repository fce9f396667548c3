// A link beside each heading of a practice, so that a part of it can be handed on.
(() => {
  const practice = document.querySelector(".k-practice[data-here]");
  for (const heading of practice?.querySelectorAll("h2[id]") ?? []) {
    if (heading.closest("aside")) continue;
    const link = document.createElement("a");
    link.className = "headerlink";
    link.href = `#${heading.id}`;
    link.setAttribute("aria-label", practice.dataset.here.replace("*", heading.textContent));
    heading.append(" ", link);
  }
})();
