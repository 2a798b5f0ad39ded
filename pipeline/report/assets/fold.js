// Letters without accents, case and typography, so that « elysee » finds « Élysée ».
const LIGATURES = { "œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\n": " " };

function fold(text) {
  return text.toLowerCase().normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæß’‘\u00a0\u202f\n]/g, (letter) => LIGATURES[letter]);
}

// Where a folded word stands in a text: [start, end], or null. Folding seldom changes the length; if
// it does (« œ »), the text is folded letter by letter to know where each came from.
function placeOf(word, text, folded) {
  const [letters, places] = folded.length === text.length ? [folded, null] : foldedByLetter(text);
  const found = letters.indexOf(word);
  if (found < 0) return null;
  const last = found + word.length - 1;
  return places ? [places[found], places[last] + 1] : [found, last + 1];
}

function foldedByLetter(text) {
  let folded = "";
  const places = [];
  for (let index = 0; index < text.length; index += 1) {
    const letters = fold(text[index]);
    for (let count = 0; count < letters.length; count += 1) places.push(index);
    folded += letters;
  }
  return [folded, places];
}
