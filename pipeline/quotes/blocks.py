"""Speech told by the layout: block quotations and the answers of an interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.quotes.found import FoundQuote, Place
from pipeline.records import Mention, Segment
from pipeline.segment.layout import DASH, TRAILING_SOURCE, TURN

ANSWER = re.compile(r"(?:R|Réponse)\s*[.:–-]\s*")
ARTICLE_OF_SOURCE = re.compile(r"[-–—―]+\s*")
FEWEST_TURNS = 4


def find_blocks(article: Article) -> Iterator[FoundQuote]:
    """Segments of kind `quote`, with the source on the next line or at the end of their own."""
    for i, segment in enumerate(article.segments):
        if segment.kind != "quote":
            continue
        start, end = _without_marks(article, segment.start, segment.end)
        after = article.segments[i + 1] if i + 1 < len(article.segments) else None
        speaker = None
        if after is not None and after.kind == "attribution":
            speaker = _source_line(after)
        else:
            trailing = TRAILING_SOURCE.search(segment.text)
            if trailing:
                dash = ARTICLE_OF_SOURCE.search(trailing.group())
                at = segment.start + trailing.start()
                speaker = (at + (dash.end() if dash else 0), segment.end)
                start, end = _without_marks(article, segment.start, at)
        yield FoundQuote(
            start=start, end=end, kind="block", cue=None, speaker=speaker, rule="block"
        )


def _source_line(segment: Segment) -> Place:
    dash = ARTICLE_OF_SOURCE.match(segment.text)
    return segment.start + (dash.end() if dash else 0), segment.end


def _without_marks(article: Article, start: int, end: int) -> Place:
    """A block without the white space, the final stop and the marks that hold the whole of it."""
    text = article.text
    while end > start and text[end - 1].isspace():
        end -= 1
    for pair in article.marks_within(start, start + 1):
        if pair.depth == 0 and pair.end >= end - 1:
            return pair.inner_start, pair.inner_end
    while end > start and text[end - 1] in ".!?… ":
        end -= 1
    return start, end


def find_answers(article: Article, mentions: tuple[Mention, ...]) -> Iterator[FoundQuote]:
    """The answers of an interview: every second turn, or the lines that open with « R : ».

    The interviewee is the person of the headline's « X : « … » », else the first person named
    before the first question.
    """
    turns = [s for s in article.segments if s.kind == "paragraph" and _is_turn(s)]
    if len(turns) < FEWEST_TURNS or not _alternates(turns):
        return
    speaker = _interviewee(mentions, turns[0].start)
    for number, turn in enumerate(turns):
        opening = ANSWER.match(turn.text) or DASH.match(turn.text)
        if opening is None or not (ANSWER.match(turn.text) or number % 2):
            continue
        start, end = _without_marks(article, turn.start + opening.end(), turn.end)
        yield FoundQuote(
            start=start, end=end, kind="direct", cue=None, speaker=speaker, rule="interview.answer"
        )


def _is_turn(segment: Segment) -> bool:
    text = segment.text
    return bool(DASH.match(text) or TURN.match(text))


def _alternates(turns: list[Segment]) -> bool:
    """Most of the odd turns ask: they end with a question mark or trail off."""
    questions = turns[::2]
    asking = sum(turn.text.rstrip(' »”"').endswith(("?", "…")) for turn in questions)
    return asking * 3 >= len(questions) * 2


def _interviewee(mentions: tuple[Mention, ...], start: int) -> Place | None:
    people = [m for m in mentions if m.label == "PERSON" and m.end <= start]
    if not people:
        return None
    named = [m for m in people if m.name == people[0].name]
    return named[-1].start, named[-1].end
