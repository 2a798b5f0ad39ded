// The index: what is asked in the form decides which articles are listed and counted.
const SNIPPETS = 50; // articles whose passage is shown
const TYPING = 300; // milliseconds until the address says what was asked: browsers are slow at that

function snippet({ text, folded }, word) {
  const place = placeOf(word, text, folded);
  if (!place) return null;
  const [start, end] = place;
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, start - 60)) + 1);
  const to = text.indexOf(" ", end + 90) < 0 ? text.length : text.indexOf(" ", end + 90);
  const passage = document.createElement("p");
  passage.className = "snippet";
  passage.lang = "fr";
  const mark = document.createElement("mark");
  mark.textContent = text.slice(start, end);
  passage.append(from > 0 ? "… " : "", text.slice(from, start), mark, text.slice(end, to), to < text.length ? " …" : "");
  return passage;
}

function showSnippets(found, words) {
  for (const old of document.querySelectorAll(".snippet")) old.remove();
  if (!words.length) return;
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  for (const article of found.slice(0, SNIPPETS)) {
    const passage = snippet(article, longest);
    if (passage) article.row.append(passage);
  }
}

const ORDERS = {
  date: (one, other) => one.place - other.place,
  title: (one, other) => one.title.localeCompare(other.title, "fr"),
  quotes: (one, other) => other.row.dataset.quotes - one.row.dataset.quotes,
  unconfirmed: (one, other) => other.row.dataset.unconfirmed - one.row.dataset.unconfirmed,
};

function tell(status, found, total, words) {
  const { all, some, none } = status.dataset;
  const said = found === total ? all : found ? some : none;
  status.textContent = said.replace("{shown}", found.toLocaleString(words.locale))
    .replace("{total}", total.toLocaleString(words.locale));
}

function startIndex(data, words) {
  const form = document.querySelector(".search");
  const sort = document.querySelector(".sort select");
  const list = document.querySelector(".list");
  const status = document.querySelector(".status");
  const sections = document.querySelectorAll(".counts");
  const rows = [...list.children];
  const articles = data.articles.map((entry, place) => makeArticle(entry, place, rows[place], data));
  let order = "date";
  let keeping = 0;

  const update = () => {
    performance.mark("asked");
    const wanted = readForm(form, sort);
    if (wanted.sort !== order) {
      order = wanted.sort;
      articles.sort(ORDERS[order]);
      list.append(...articles.map((article) => article.row));
    }
    const found = articles.filter((article) => matches(article, wanted));
    const kept = new Set(found);
    for (const article of articles) article.row.hidden = !kept.has(article);
    showSnippets(found, wanted.words);
    for (const section of sections) drawCounts(section, found, words);
    tell(status, found.length, articles.length, words);
    clearTimeout(keeping);
    keeping = setTimeout(keepInAddress, TYPING, wanted);
    performance.measure("search", "asked");
  };

  fillFilters(form, articles, words);
  restoreFromAddress(form, sort);
  form.hidden = sort.parentElement.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  sort.addEventListener("change", update);
  document.querySelector(".overview").addEventListener("click", (event) => {
    const more = event.target.closest(".more");
    const line = event.target.closest("[data-facet]");
    if (more) toggleMore(more);
    if (line) choose(form, line.dataset.facet, line.dataset.value, words);
    if (more || line) update();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && form.contains(event.target)) form.reset();
  });
  update();
}

// A line of the overview is a filter; a second time, it lifts it.
function choose(form, facet, value, words) {
  const place = words.modalities.findIndex(([name]) => name === value) + 1;
  const chosen = facet === "modality" ? String(place) : value;
  form[facet].value = form[facet].value === chosen ? "" : chosen;
}

const dataElement = document.getElementById("data");
if ("DecompressionStream" in window) {
  const words = JSON.parse(dataElement.dataset.words);
  readData(dataElement).then((data) => {
    startIndex(data, words);
    document.documentElement.dataset.ready = "true";
  });
} else document.querySelector(".old").hidden = false;
