"""Fragments: some words in quotation marks inside the author's own sentence.

Most marks around a word or two are no speech at all (scare quotes, titles, names of ships). A
fragment is a quote where a verb of speech governs it (« dénonce « une fuite en avant » », « promet
un « nouveau départ » »), or where it is too long to be a label.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.article import Article, Marks
from pipeline.quotes.content import has_finite_verb, is_name, trim, words_in
from pipeline.quotes.cues import FIRST_PERSONS, Cue, cues_between, place
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.inversion import skip_complement
from pipeline.quotes.overlaps import covered
from pipeline.quotes.phrases import phrase_end
from pipeline.quotes.subjects import speaker_of

NEAR = 12  # tokens between a verb and the fragment it governs
LONG = 8
NO_SOURCE = FIRST_PERSONS | {"on"}
OPENS_OBJECT = {"DET", "NOUN", "PROPN"}
ENDS_OBJECT = {",", ";", ".", ":", "»", "qui", "que"}
LONE_REACH = 4  # tokens between a verb and the one word that it takes in marks
TITLED = frozenset(
    "intitulé intitulée intitulés baptisé baptisée baptisés surnommé surnommée dénommé dénommée "
    "nommé nommée appelé appelée dit dite titre titré roman livre film album chanson ouvrage "
    "pièce émission série chronique essai poème tableau exposition opération missile navire "
    "frégate programme projet mission exercice slogan label site magazine journal revue "
    "spectacle comédie documentaire mot terme expression mots termes".split()
)


def find_fragments(
    article: Article, cues: tuple[Cue, ...], taken: tuple[FoundQuote, ...]
) -> Iterator[FoundQuote]:
    """The fragments that no quote of `taken` holds, where somebody is said to have said them."""
    held = covered(taken)
    verbs = {cue.verb for cue in cues if cue.first < cue.verb}
    for pair in article.marks:
        if (
            not pair.closed
            or not words_in(article, pair)
            or held(pair.inner_start, pair.inner_start + 1)
        ):
            continue
        if is_name(article, pair) or _titled(article, pair, verbs):
            continue
        quote = _governed(article, pair, cues) or _long(article, pair, taken)
        if quote is not None:
            yield quote


def _titled(article: Article, pair: Marks, verbs: set[int]) -> bool:
    """« une émission intitulée « … » », « l'opération « … » »: a name, whatever is in it.

    `verbs` are the tokens that speak (« l'avait appelée « la châtelaine » » does).
    """
    first = article.tokens_within(pair.start, pair.end).start
    return first > 0 and first - 1 not in verbs and article.token_lower[first - 1] in TITLED


def _governed(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> FoundQuote | None:
    """The fragment with the noun phrase that it stands in, if a verb of speech takes it.

    « juge(nt) désormais « possible » une confrontation » takes its object along, « traite sa fille
    de « petite-bourgeoise » » and « a promis un « nouveau départ » » begin after the verb.
    """
    lower = article.token_lower
    marks = article.tokens_within(pair.start, pair.end)
    sentence = article.sentence_at(pair.start)
    for cue in reversed(cues_between(cues, marks.start - NEAR - 6, marks.start)):
        near = cue.last < marks.start <= cue.last + NEAR
        if not near or article.token_starts[cue.verb] < sentence.start or cue.negated:
            continue
        if not (cue.takes("np") or cue.takes("attr")):
            continue
        between = range(cue.last + 1, marks.start)
        lone = len(_words_in(article, pair)) == 1
        asked = cue.takes("à") and "à" in lower[between.start : between.stop][-2:]
        if lone and len(between) > LONE_REACH and not (asked or cue.takes("attr")):
            return None  # « a annoncé la découverte d'étoiles dans un « proche » voisinage »
        if any(_breaks(article.token_texts[i], article.token_pos[i]) for i in between):
            return None
        speaker = speaker_of(article, cue)
        if speaker is None or lower[speaker[0]] in NO_SOURCE:
            return None
        if marks.start < speaker[1] and speaker[0] < marks.stop:
            return None
        start, end = _with_phrase(article, pair, cue)
        return FoundQuote(
            start=start,
            end=end,
            kind="mixed",
            cue=place(article, (cue.first, cue.last + 1)),
            speaker=place(article, speaker),
            rule=f"fragment:{cue.entry.verb}",
        )
    return None


def _words_in(article: Article, pair: Marks) -> list[int]:
    """The tokens inside a pair of marks that are words."""
    return [i for i in words_in(article, pair) if not article.token_is_punct[i]]


def _breaks(text: str, pos: str) -> bool:
    """What a verb's object does not reach over: another clause, another quotation."""
    if text == "comme":  # « décrit sa fille comme « petite-bourgeoise » »
        return False
    return text in {";", ":", "»", "(", "qui", "que", "qu'", "dont", "où"} or pos == "SCONJ"


def _with_phrase(article: Article, pair: Marks, cue: Cue) -> tuple[int, int]:
    """The place of the fragment with the words that complete it on both sides."""
    lower, pos = article.token_lower, article.token_pos
    marks = article.tokens_within(pair.start, pair.end)
    start, end = pair.start, pair.end
    first = cue.last + 1
    while first < marks.start and lower[first] in {"à", "au", "aux", "en"}:
        past = skip_complement(article, first, marks.start)
        if past >= marks.start and lower[first] != "en":
            break
        first = past  # « a confirmé à Reuters « la présence … »
    while first < marks.start and (
        pos[first] in {"ADV", "SPACE", "PUNCT"} or lower[first] in {"de", "d'", "à", "par", "comme"}
    ):
        first += 1
    linked = [i for i in range(first, marks.start) if cue.takes("à") and lower[i] == "à"]
    if linked:  # « a appelé Israël et le Liban à la « retenue » »: what is asked, not who is asked
        first = linked[-1] + 1
    if first < marks.start:
        start = article.token_starts[first]
    if cue.takes("attr") and first >= marks.start:
        end = _object_after(article, marks.stop, pair.end)
    elif marks.stop < len(lower) and lower[marks.stop] in {"de", "du", "des", "d'"}:
        # « a salué le « courage » des sauveteurs »
        after = phrase_end(article, marks.stop, article.unit_at(marks.stop)[1])
        end = max(end, article.token_ends[max(after, marks.stop) - 1])
    left, right = trim(article, start, end)
    if (left, right) == (pair.start, pair.end):
        return pair.inner_start, pair.inner_end
    return left, right


def _object_after(article: Article, at: int, end: int) -> int:
    """« « possible » une confrontation directe entre … »: to the end of the sentence's clause."""
    lower = article.token_lower
    stop = article.tokens_within(end - 1, article.sentence_at(end - 1).end).stop
    if at >= stop or (article.token_pos[at] not in OPENS_OBJECT and lower[at] != "l'"):
        return end
    for i in range(at, stop):
        if lower[i] in ENDS_OBJECT:
            return article.token_starts[i]
    return article.token_ends[stop - 1]


def _long(article: Article, pair: Marks, taken: tuple[FoundQuote, ...]) -> FoundQuote | None:
    """Words too many for a label, or with a verb: of the speaker that the sentence names for other
    words (« « Ces restes … » et « … », tranche-t-il »), else of nobody, and kept all the same."""
    words = _words_in(article, pair)
    sentence = article.sentence_at(pair.start)
    before = article.text[sentence.start : pair.start]
    bracketed = before.rfind("(") > before.rfind(")")
    if pair.depth or bracketed or len(words) < LONG - has_finite_verb(article, pair):
        return None
    first = bisect_left(taken, sentence.start, key=lambda quote: quote.start)
    last = bisect_left(taken, sentence.end, key=lambda quote: quote.start)
    shared = next((quote for quote in taken[first:last] if quote.speaker), None)
    return FoundQuote(
        start=pair.inner_start,
        end=pair.inner_end,
        kind="mixed",
        cue=None,
        speaker=shared.speaker if shared else None,
        rule="fragment.shared" if shared else "fragment.unattributed",
    )
