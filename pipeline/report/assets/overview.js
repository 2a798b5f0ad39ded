// The lists of the overview, counted over the articles that are shown.
function countsOf(name, articles, words) {
  const counts = new Map();
  const add = (value, count, note) => {
    const before = counts.get(value)?.count ?? 0;
    counts.set(value, { count: before + count, note });
  };
  for (const article of articles) {
    if (name === "modality") words.modalities.forEach(([value], place) => add(value, article.modalities[place], ""));
    else if (name === "speaker") article.speaker.forEach(({ kind, count }, value) => add(value, count, words.kinds[kind] ?? kind));
    else article[name].forEach((code, value) => add(value, 1, code));
  }
  const entries = [...counts].filter(([, { count }]) => count > 0);
  return name === "modality" ? entries : entries.sort((one, other) => other[1].count - one[1].count);
}

function makeLine(model, value, word, { count, note }, most, words) {
  const line = model.cloneNode(true);
  line.hidden = false;
  line.querySelector("button").dataset.value = value;
  const name = line.querySelector(".name");
  name.textContent = word;
  if (note) {
    const small = document.createElement("small");
    small.textContent = note;
    name.append(" ", small);
  }
  line.querySelector(".count").textContent = count.toLocaleString(words.locale);
  line.querySelector("rect").setAttribute("width", `${((100 * count) / most).toFixed(1)}%`);
  return line;
}

function drawCounts(section, articles, words) {
  const list = section.querySelector("ol");
  if (!list) return;
  const name = section.dataset.counts;
  section.model ??= list.firstElementChild.cloneNode(true);
  const entries = countsOf(name, articles, words);
  const most = Math.max(1, ...entries.map(([, entry]) => entry.count));
  const more = section.querySelector(".more");
  const all = more.getAttribute("aria-expanded") === "true";
  const labels = new Map(words.modalities);
  list.replaceChildren(...(all ? entries : entries.slice(0, words.limit)).map(([value, entry]) =>
    makeLine(section.model, value, name === "modality" ? labels.get(value) : value, entry, most, words)));
  more.hidden = entries.length <= words.limit;
}

function toggleMore(button) {
  const all = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(all));
  [button.textContent, button.dataset.fewer] = [button.dataset.fewer, button.textContent];
}
