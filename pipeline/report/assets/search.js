// The data of the index: packed in the page as JSON, gzip, base 64 (see search.py).
async function readData(element) {
  const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function makeArticle([text, entities, speakers, modalities], place, row, data) {
  const article = { place, row, text, modalities, labels: new Set(), country: new Map(), weapon: new Map(), speaker: new Map() };
  const names = [];
  for (const number of entities) {
    const [label, name, code] = data.entities[number];
    article.labels.add(label);
    names.push(name);
    if (label === "COUNTRY") article.country.set(name, code);
    if (label === "WEAPON") article.weapon.set(name, "");
  }
  for (let pair = 0; pair < speakers.length; pair += 2) {
    const [name, kind] = data.speakers[speakers[pair]];
    const before = article.speaker.get(name)?.count ?? 0;
    article.speaker.set(name, { kind, count: before + speakers[pair + 1] });
    names.push(name);
  }
  article.title = row.querySelector("a").textContent;
  article.folded = fold(text);
  article.foldedNames = fold([article.title, ...names].join("\n"));
  return article;
}

// The words of a query, folded; what stands in quotation marks is one phrase.
function queryWords(query) {
  const parts = query.match(/"[^"]+"|«[^»]+»|“[^”]+”|[^\s"«»“”]+/g) ?? [];
  return parts.map((part) => fold(part.replace(/["«»“”]/g, "").trim())).filter(Boolean);
}

function matches(article, wanted) {
  return wanted.words.every((word) => article.folded.includes(word) || article.foldedNames.includes(word))
    && (!wanted.label || article.labels.has(wanted.label))
    && (!wanted.speaker || article.speaker.has(wanted.speaker))
    && (!wanted.country || article.country.has(wanted.country))
    && (!wanted.weapon || article.weapon.has(wanted.weapon))
    && (!wanted.modality || article.modalities[wanted.modality - 1] > 0);
}
