// The legend: each button hides or shows what it names, in its article.
function layerParts(article, button) {
  const { layer, cards } = button.dataset;
  if (!cards) return article.querySelectorAll(`.${layer}, .${layer}-tag`);
  const parts = cards.split(" ").map((key) => `.mention[data-k~="${key}"]`);
  return article.querySelectorAll(parts.join(","));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".legend button");
  if (!button) return;
  const show = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(show));
  const { layer } = button.dataset;
  for (const part of layerParts(button.closest("article").querySelector(".text"), button)) {
    part.classList.toggle(`no-${layer}`, !show);
  }
});
