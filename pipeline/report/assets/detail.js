// Point at, focus or tap a marked passage: its cards are copied beside the text, and whatever
// belongs to them (the parts of a quote, its speaker, the same entity elsewhere) is lit.
const detail = document.getElementById("detail");
const shown = detail.querySelector(".shown");
const closeButton = detail.querySelector(".close");
const passages = ".text [data-k]";
const atFoot = matchMedia("(max-width: 66rem)"); // as in article.css: the detail lies over the text
let pinned = null;
let current = null;

function light(article, keys) {
  for (const key of keys) {
    for (const piece of article.querySelectorAll(`[data-k~="${key}"]`)) {
      piece.classList.add("lit");
      piece.classList.toggle("speaking", (piece.dataset.s ?? "").split(" ").includes(key)
        || piece.classList.contains("speaking"));
    }
  }
}

function unlight() {
  for (const piece of document.querySelectorAll(".lit")) piece.classList.remove("lit", "speaking");
}

function copyOf(key) {
  const source = document.getElementById(key);
  const card = document.createElement("div");
  card.className = "card";
  card.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  card.querySelector(".jump")?.remove();
  return card;
}

function show(piece) {
  if (piece === current) return;
  current = piece;
  unlight();
  const keys = piece.dataset.k.split(" ");
  light(piece.closest(".text"), keys);
  shown.replaceChildren(...keys.map(copyOf));
  detail.classList.add("open");
  closeButton.hidden = false;
}

// On a small screen the detail lies over the foot of the text: the passage moves up from under it.
function uncover(piece) {
  const hidden = piece.getBoundingClientRect().bottom + 24 - detail.getBoundingClientRect().top;
  if (atFoot.matches && hidden > 0) scrollBy(0, hidden);
}

function hide() {
  pinned = current = null;
  unlight();
  shown.replaceChildren();
  detail.classList.remove("open");
  closeButton.hidden = true;
}

// The pieces where something starts are the stops of the Tab key; a button without JavaScript would
// be an empty promise, so that they become buttons here.
for (const piece of document.querySelectorAll(".text .opens")) {
  piece.tabIndex = 0;
  piece.setAttribute("role", "button");
  piece.setAttribute("aria-controls", "detail");
}

document.addEventListener("mouseover", (event) => {
  const piece = event.target.closest(passages);
  if (piece && !pinned && !atFoot.matches) show(piece);
});
// By the keyboard only: with a mouse or a finger, the click that follows would meet a page that has
// moved.
document.addEventListener("focusin", (event) => {
  const piece = event.target.closest(passages);
  if (!piece?.matches(":focus-visible")) return;
  show(piece);
  uncover(piece);
});
document.addEventListener("click", (event) => {
  const piece = event.target.closest(passages);
  if (piece) {
    pinned = piece;
    show(piece);
    uncover(piece);
  } else if (!event.target.closest("#detail, .jump")) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  const piece = event.target.closest?.(passages);
  if (piece && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    pinned = piece;
  }
});
closeButton.addEventListener("click", () => {
  const piece = current;
  hide();
  piece?.focus({ preventScroll: true });
  hide();
});

// From a card in the lists to its passage; the buttons are shown to those who can use them.
document.documentElement.classList.add("scripted");
document.addEventListener("click", (event) => {
  const card = event.target.closest(".jump")?.closest(".card");
  const piece = card?.closest("article").querySelector(`.text [data-k~="${card.id}"]`);
  if (!piece) return;
  piece.scrollIntoView({ block: "center" });
  piece.tabIndex = 0;
  piece.focus({ preventScroll: true });
  pinned = piece;
  show(piece);
});
