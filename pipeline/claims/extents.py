"""How far each clause of a unit goes."""

from __future__ import annotations

from pipeline.claims.clauses import Clause
from pipeline.claims.units import Unit

BORDERS = frozenset({",", ";", ":", "—", "–", "…", "...", "(", ")"})


def clause_ranges(unit: Unit, clauses: tuple[Clause, ...]) -> tuple[tuple[int, int], ...]:
    """The positions (first, one past last) of each clause in its unit, punctuation left outside.

    Two neighbours part at the last strong border between their verbs, else at the coordination or
    comma from which only the second's own words lead to its verb.

    Args:
        clauses: in the order of the text.
    """
    position = {token.i: i for i, token in enumerate(unit.tokens)}
    cores = []
    for clause in clauses:
        places = [position[token.i] for token in clause.group.chain if token.i in position]
        cores.append((min([clause.at, *places]), max([clause.at, *places])))
    ranges = []
    begin = 0
    for number, (_, last) in enumerate(cores):
        if number + 1 < len(cores):
            border = _border(unit, last + 1, max(last + 1, cores[number + 1][0]))
        else:
            border = len(unit.tokens)
        ranges.append(_trimmed(unit, begin, border))
        begin = border
    return tuple(ranges)


def _border(unit: Unit, low: int, high: int) -> int:
    """Where the second of two clauses begins, between the positions `low` and `high`."""
    weak = None
    for i in range(high - 1, low - 1, -1):
        token = unit.tokens[i]
        if token.text in {";", ":"}:
            return i
        if weak is None and (token.text in BORDERS or token.pos_ == "CCONJ"):
            weak = i
    return high if weak is None else weak


def _trimmed(unit: Unit, begin: int, end: int) -> tuple[int, int]:
    """The range without punctuation and coordination at its ends."""
    first, last = begin, end
    while first < last - 1 and (unit.tokens[first].is_punct or unit.tokens[first].pos_ == "CCONJ"):
        first += 1
    while last - 1 > first and unit.tokens[last - 1].is_punct:
        last -= 1
    return first, last
