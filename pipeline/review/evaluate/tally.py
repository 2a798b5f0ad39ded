"""What comparing one document gives: counts, and the places where the two sides disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.review.evaluate.annotations import Span

BEFORE, BEHIND = 50, 30  # characters of context that are shown

Tally = Counter[tuple[str, str]]  # (section, what) → how often


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A place where gold and found differ. `sort` says how; what one side has not is null.

    `line` is that of the text, from 1; `before`, `text` and `behind` are what stands there.
    """

    sort: str
    doc_id: str
    line: int
    gold: str | None
    found: str | None
    before: str
    text: str
    behind: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The counts and the disagreements of one section of one document."""

    tally: Tally
    disagreements: tuple[Disagreement, ...]


def count(section: str, **counts: int) -> Tally:
    """Counts of a section: `count("quotes", gold=3)`."""
    return Counter({(section, what): int(number) for what, number in counts.items()})


def together(parts: Iterable[Compared]) -> Compared:
    """The counts added up, the disagreements in a row."""
    tally: Tally = Counter()
    disagreements: list[Disagreement] = []
    for part in parts:
        tally.update(part.tally)
        disagreements.extend(part.disagreements)
    return Compared(tally, tuple(disagreements))


@dataclass(frozen=True, slots=True)
class Page:
    """A document whose annotations are compared: what places are shown in."""

    doc_id: str
    text: str

    def disagreement(
        self, sort: str, span: Span, *, gold: str | None, found: str | None
    ) -> Disagreement:
        """A disagreement about a span, with its surroundings on one line."""
        start, end = span
        return Disagreement(
            sort=sort,
            doc_id=self.doc_id,
            line=self.text.count("\n", 0, start) + 1,
            gold=gold,
            found=found,
            before=_one_line(self.text[max(0, start - BEFORE) : start]),
            text=_one_line(self.text[start:end]),
            behind=_one_line(self.text[end : end + BEHIND]),
        )


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")
