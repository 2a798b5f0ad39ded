"""Where each clause of a unit begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from pipeline.article import Article
from pipeline.claims.coordination import Clause
from pipeline.claims.tokens import is_punct
from pipeline.claims.units import Unit

BORDERS = frozenset({",", ";", ":", "—", "–", "…", "...", "(", ")"})


class Placed(NamedTuple):
    """A clause in its unit: it goes from position `begin` to `end` (one past its last token)."""

    unit: Unit
    clause: Clause
    begin: int
    end: int

    @property
    def before(self) -> tuple[int, ...]:
        """The clause's tokens before its verb."""
        return self.unit.places[self.begin : self.clause.at]

    @property
    def words_before(self) -> tuple[str, ...]:
        """The clause's words before its verb, in small letters."""
        return self.unit.words[self.begin : self.clause.at]

    @property
    def tags_before(self) -> tuple[str, ...]:
        """The parts of speech of the clause's tokens before its verb."""
        return self.unit.tags[self.begin : self.clause.at]

    @property
    def words_after(self) -> tuple[str, ...]:
        """The clause's words after its verb, in small letters."""
        return self.unit.words[self.clause.at + 1 : self.end]


def place_clauses(unit: Unit, clauses: tuple[Clause, ...]) -> tuple[Placed, ...]:
    """Each clause with its range in the unit, punctuation and « et » at its ends left outside.

    Two neighbours part at the semicolon or colon between their verbs, else at the last comma or
    coordination: what stands before the second verb without a border is its own subject.

    Args:
        clauses: in the order of the text.
    """
    begin, placed = 0, []
    for number, clause in enumerate(clauses):
        if number + 1 < len(clauses):
            last = max(clause.at, *(_position(unit, token) for token in clause.group.chain))
            border = max(begin + 1, _border(unit, clause.at + 1, last, clauses[number + 1].at))
        else:
            border = len(unit.places)
        first, end = _trimmed(unit, begin, border)
        placed.append(Placed(unit, clause, min(first, clause.at), max(end, clause.at + 1)))
        begin = border
    return tuple(placed)


def _position(unit: Unit, token: int) -> int:
    """The position of a token in the unit, 0 if it is elsewhere."""
    at = bisect_left(unit.places, token)
    return at if at < len(unit.places) and unit.places[at] == token else 0


def _border(unit: Unit, low: int, last: int, high: int) -> int:
    """Where the second of two clauses begins: between the positions `low` and `high`, if possible
    after `last`, where the first one's predicate is."""
    weak = None
    low = last + 1 if last < high else low
    for i in range(high - 1, low - 1, -1):
        word = unit.words[i]
        if word in {";", ":"}:
            return i
        if weak is None and (word in BORDERS or unit.tags[i] == "CCONJ"):
            weak = i
    return high if weak is None else weak


def _trimmed(unit: Unit, begin: int, end: int) -> tuple[int, int]:
    """The range without punctuation and coordination at its ends."""
    first, last = begin, end
    while first < last - 1 and (unit.tags[first] == "CCONJ" or is_punct(unit.words[first])):
        first += 1
    while last - 1 > first and is_punct(unit.words[last - 1]):
        last -= 1
    return first, last


def with_marks(article: Article, start: int, end: int) -> tuple[int, int]:
    """The characters `start`..`end` of a clause with both quotation marks of a pair or neither.

    « Beyrouth « n'avait plus d'excuse » » takes the last mark in. A pair whose other mark is
    farther off than the marks and spaces beside the clause stays as it is.
    """
    if not article.marks:
        return start, end
    around = tuple(article.marks_around(start))
    for pair in (*reversed(around), *article.marks_within(start, end)):
        if pair.start >= end or pair.end <= start or not pair.closed:
            continue
        if start <= pair.start < end < pair.end and not article.text[end : pair.inner_end].strip():
            end = pair.end
        if pair.start < start < pair.end <= end:
            start = start if article.text[pair.inner_start : start].strip() else pair.start
    return start, end
