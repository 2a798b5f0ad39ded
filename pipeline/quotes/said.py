"""What tells who says a quotation: the places of its cue and its speaker."""

from __future__ import annotations

from dataclasses import dataclass

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
    tokens = article.tokens_within(pair.start, pair.end)
    segment = article.segment_at(pair.start)
    starts = article.token_starts
    at = tokens.start - 1 if step < 0 else tokens.stop
    while 0 <= at < len(starts) and article.token_is_space[at]:
        at += step
    if not (0 <= at < len(starts) and segment.start <= starts[at] < segment.end):
        return None
    return at


def said_with(article: Article, cue: Cue, rule: str, *, after_quote: bool) -> Said:
    return Said(
        place(article, (cue.first, cue.last + 1)),
        place(article, speaker_of(article, cue, after_quote=after_quote)),
        f"{rule}:{cue.entry.verb}",
    )


def phrase_around(article: Article, head: int, verb: int) -> tuple[int, int]:
    opening, ending = article.unit_at(head)
    start = phrase_start(article, head, opening)
    stop = verb if head < verb else ending
    return start, max(phrase_end(article, start, stop), head + 1)
