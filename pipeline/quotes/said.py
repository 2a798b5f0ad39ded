"""What tells who says a quotation: the places of its cue and its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.article import Article, Marks
from pipeline.quotes.cues import Cue, place
from pipeline.quotes.found import Place
from pipeline.quotes.phrases import phrase_end, phrase_start
from pipeline.quotes.subjects import speaker_of


@dataclass(frozen=True, slots=True)
class Said:
    """Where a quotation's cue and speaker stand, and the rule that saw them."""

    cue: Place | None
    speaker: Place | None
    rule: str


def neighbour(article: Article, pair: Marks, step: int) -> int | None:
    """The token before (-1) or after (1) a pair of marks in its segment, white space skipped."""
    doc = article.doc
    span = article.span(pair.start, pair.end)
    segment = article.segment_at(pair.start)
    at = span.start - 1 if step < 0 else span.end
    while 0 <= at < len(doc) and doc[at].is_space:
        at += step
    if not (0 <= at < len(doc) and segment.start <= doc[at].idx < segment.end):
        return None
    return at


def said_with(doc: Doc, cue: Cue, rule: str, *, after_quote: bool) -> Said:
    return Said(
        place(doc, (cue.first, cue.last + 1)),
        place(doc, speaker_of(doc, cue, after_quote=after_quote)),
        f"{rule}:{cue.entry.verb}",
    )


def phrase_around(doc: Doc, head: int, verb: int) -> tuple[int, int]:
    start = phrase_start(doc, head, doc[head].sent.start)
    stop = verb if head < verb else doc[head].sent.end
    return start, max(phrase_end(doc, start, stop), head + 1)
