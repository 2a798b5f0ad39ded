"""Quotations after a colon: « X a déclaré : « … » », « Général X : « … » »."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.article import Article, Marks
from pipeline.quotes.content import has_finite_verb, is_utterance
from pipeline.quotes.cues import Cue, place
from pipeline.quotes.phrases import is_finite, phrase_end, phrase_start
from pipeline.quotes.said import Said, neighbour, phrase_around, said_with

NEAR_COLON = 5  # tokens between a cue and the colon before a mere word or two


def colon_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« X a déclaré : « … » », « Général X : « … » », or a line that ends with a colon above."""
    doc = article.doc
    at = neighbour(article, pair, -1)
    if at is None:
        at = article.span(pair.start, pair.end).start - 1
        while at >= 0 and doc[at].is_space:
            at -= 1
    if at < 0 or doc[at].text != ":":
        return None
    start = max(
        doc[at].sent.start,
        article.span(article.segment_at(doc[at].idx).start, doc[at].idx + 1).start,
    )
    intro = [cue for cue in cues if start <= cue.first and cue.last < at and not cue.negated]
    if intro and not is_utterance(article, pair) and not has_finite_verb(article, pair):
        intro = [cue for cue in intro if cue.last >= at - NEAR_COLON]  # « le surnom de : « X » »
    if intro:
        main = [cue for cue in intro if doc[cue.verb].dep_ in {"ROOT", "conj", "parataxis"}]
        speaking = [cue for cue in main or intro if cue.takes("incise") or cue.takes("que")]
        return said_with(doc, (speaking or main or intro)[-1], "direct.colon", after_quote=False)
    return _no_speech_verb(article, start, at, pair)


def _no_speech_verb(article: Article, start: int, colon: int, pair: Marks) -> Said | None:
    """A colon after another verb (« se montre moins lyrique : « … » ») or after a bare name."""
    doc = article.doc
    if not is_utterance(article, pair) and not has_finite_verb(article, pair):
        return None
    named = _named_before(doc, start, colon)
    if named is not None:
        return Said(None, place(doc, named), "direct.label")
    verbs = [t for t in doc[start:colon] if is_finite(t)]
    if not verbs:
        end = phrase_end(doc, start, colon)
        proper = any(t.pos_ == "PROPN" for t in doc[start:end])
        speaker = (start, end) if proper and end == colon and colon - start < 14 else None
        return Said(None, place(doc, speaker), "direct.label")
    root = next((t for t in doc[start:colon] if t.dep_ == "ROOT"), verbs[0])
    subject = next((t for t in root.children if t.dep_ == "nsubj" and t.i < colon), None)
    speaker = phrase_around(doc, subject.i, root.i) if subject is not None else None
    return Said(place(doc, (root.i, root.i + 1)), place(doc, speaker), "direct.colon")


def _named_before(doc: Doc, start: int, colon: int) -> tuple[int, int] | None:
    """The person named right before a colon: « celle d'Anna Petrova, une analyste : « … » »."""
    people = [t.i for t in doc[start:colon] if t.ent_type_ == "PER"]
    if not people:
        return None
    first = people[-1]
    while first - 1 in people:
        first -= 1
    first = phrase_start(doc, first, start)
    return (first, colon) if phrase_end(doc, first, colon) == colon else None
