// The filters: their choices, and the address of the page, which keeps what was asked.
const FILTERS = ["speaker", "country", "weapon", "label", "modality"];

function addChoices(select, choices) {
  select.append(...choices.map(([value, word]) => new Option(word, value)));
}

function fillFilters(form, articles, words) {
  const collator = new Intl.Collator(words.locale);
  for (const name of ["speaker", "country", "weapon"]) {
    const counts = new Map();
    for (const article of articles) {
      for (const value of article[name].keys()) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const sorted = [...counts].sort((one, other) => collator.compare(one[0], other[0]));
    addChoices(form[name], sorted.map(([value, count]) => [value, `${value} (${count})`]));
  }
  const labels = [...new Set(articles.flatMap((article) => [...article.labels]))].sort();
  addChoices(form.label, labels.map((label) => [label, words.labels[label] ?? label]));
  addChoices(form.modality, words.modalities.map(([, word], place) => [String(place + 1), word]));
}

function readForm(form, sort) {
  const wanted = { q: form.q.value, sort: sort.value };
  for (const name of FILTERS) wanted[name] = form[name].value;
  wanted.words = queryWords(wanted.q);
  return wanted;
}

function keepInAddress(wanted) {
  const asked = [...FILTERS, "q", "sort"].filter((name) => wanted[name] && wanted[name] !== "date");
  const kept = new URLSearchParams(asked.map((name) => [name, wanted[name]])).toString();
  if (`#${kept}` !== location.hash && (kept || location.hash.includes("="))) {
    history.replaceState(null, "", `#${kept}`);
  }
}

function restoreFromAddress(form, sort) {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const name of ["q", ...FILTERS]) form[name].value = kept.get(name) ?? "";
  sort.value = kept.get("sort") ?? "date";
}
