"""The passage that a drawn row is read in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

CONTEXT = 200  # characters on each side
FAR = 600  # a speaker further from its quote is not shown
PARTS = ("cue", "speaker", "predicate")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the passage: the `row`, or its `cue`, `speaker` or `predicate`. Offsets are those
    of the document."""

    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document, from the character `start` on, and what is marked in it."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    def around(self) -> tuple[str, str, str]:
        """What stands before the row, the row, what stands behind it."""
        first, last = self.marks[0].start - self.start, self.marks[0].end - self.start
        return self.text[:first], self.text[first:last], self.text[last:]


def passage_of(row: Mapping[str, Any], text: str) -> Passage:
    """The passage of a row: the row and its parts, with some words on each side.

    Args:
        row: a row of a table.
        text: the text of its document.
    """
    marks = tuple(_marks(row))
    first = _word_start(text, min(mark.start for mark in marks) - CONTEXT)
    last = _word_end(text, max(mark.end for mark in marks) + CONTEXT)
    return Passage(start=first, text=text[first:last], marks=marks)


def _marks(row: Mapping[str, Any]) -> Iterator[Mark]:
    start, end = int(row["start"]), int(row["end"])
    yield Mark("row", start, end)
    for what in PARTS:
        if row.get(f"{what}_start") is not None and row.get(f"{what}_end") is not None:
            mark = Mark(what, int(row[f"{what}_start"]), int(row[f"{what}_end"]))
            if start - FAR <= mark.start and mark.end <= end + FAR:
                yield mark


def _word_start(text: str, at: int) -> int:
    """The offset itself, or where the next word begins if it falls within one."""
    if at <= 0:
        return 0
    while at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    while at > 0 and not text[at].isspace():
        at -= 1
    return at
