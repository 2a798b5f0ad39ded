"""Quotations after a colon: « X a déclaré : « … » », « Général X : « … » »."""

from __future__ import annotations

from pipeline.article import Article, Marks
from pipeline.quotes.content import has_finite_verb, is_utterance
from pipeline.quotes.cues import Cue, place
from pipeline.quotes.phrases import is_finite, phrase_end, phrase_start
from pipeline.quotes.said import Said, neighbour, phrase_around, said_with

MAIN = {"ROOT", "conj", "parataxis"}
NEAR_COLON = 5  # tokens between a cue and the colon before a mere word or two


def colon_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« X a déclaré : « … » », « Général X : « … » », or a line that ends with a colon above."""
    at = neighbour(article, pair, -1)
    if at is None:
        at = article.tokens_within(pair.start, pair.end).start - 1
        while at >= 0 and article.token_is_space[at]:
            at -= 1
    if at < 0 or article.token_texts[at] != ":":
        return None
    colon = article.token_starts[at]
    line = article.tokens_within(article.segment_at(colon).start, colon + 1)
    start = max(article.unit_at(at)[0], line.start)
    intro = [cue for cue in cues if start <= cue.first and cue.last < at and not cue.negated]
    if intro and not is_utterance(article, pair) and not has_finite_verb(article, pair):
        intro = [cue for cue in intro if cue.last >= at - NEAR_COLON]  # « le surnom de : « X » »
    if intro:
        main = [cue for cue in intro if article.token_dep[cue.verb] in MAIN]
        speaking = [cue for cue in main or intro if cue.takes("incise") or cue.takes("que")]
        cue = (speaking or main or intro)[-1]
        return said_with(article, cue, "direct.colon", after_quote=False)
    return _no_speech_verb(article, start, at, pair)


def _no_speech_verb(article: Article, start: int, colon: int, pair: Marks) -> Said | None:
    """A colon after another verb (« se montre moins lyrique : « … » ») or after a bare name."""
    if not is_utterance(article, pair) and not has_finite_verb(article, pair):
        return None
    named = _named_before(article, start, colon)
    if named is not None:
        return Said(None, place(article, named), "direct.label")
    verb = next((i for i in range(start, colon) if is_finite(article, i)), None)
    if verb is None:
        end = phrase_end(article, start, colon)
        proper = "PROPN" in article.token_pos[start:end]
        speaker = (start, end) if proper and end == colon and colon - start < 14 else None
        return Said(None, place(article, speaker), "direct.label")
    roots = (i for i in range(start, colon) if article.token_dep[i] == "ROOT")
    root = next(roots, verb)
    children = (i for i in article.token_children[root] if i < colon)
    subject = next((i for i in children if article.token_dep[i] == "nsubj"), None)
    speaker = phrase_around(article, subject, root) if subject is not None else None
    return Said(place(article, (root, root + 1)), place(article, speaker), "direct.colon")


def _named_before(article: Article, start: int, colon: int) -> tuple[int, int] | None:
    """The person named right before a colon: « celle d'Anna Petrova, une analyste : « … » »."""
    people = [t.i for t in article.doc[start:colon] if t.ent_type_ == "PER"]
    if not people:
        return None
    first = people[-1]
    while first - 1 in people:
        first -= 1
    first = phrase_start(article, first, start)
    return (first, colon) if phrase_end(article, first, colon) == colon else None
