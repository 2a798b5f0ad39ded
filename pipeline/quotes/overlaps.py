"""Overlaps: two rules that see one quote give one quote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from pipeline.quotes.found import FoundQuote, Place

WIDEST = 16  # quotes that may nest or stand side by side in one sentence


def settle(found: Iterable[FoundQuote]) -> tuple[FoundQuote, ...]:
    """The quotes without doubles, in the order of the text, outer ones before inner ones.

    The finders are given from the surest to the least sure. A later quote is a double if it has the
    cue of an earlier one, covers nearly the same characters, or crosses its border; a quote inside
    another is kept where it has a cue of its own (a source within a source).
    """
    kept: list[FoundQuote] = []  # by start
    cues: set[Place] = set()
    for quote in found:
        if quote.end <= quote.start or quote.cue in cues:
            continue
        at = bisect_right(kept, quote.start, key=lambda other: other.start)
        around = kept[max(at - WIDEST, 0) : at + WIDEST]
        if any(_double(quote, other) for other in around):
            continue
        kept.insert(at, quote)
        if quote.cue is not None:
            cues.add(quote.cue)
    return tuple(sorted(kept, key=lambda quote: (quote.start, -quote.end, quote.rule)))


def _double(quote: FoundQuote, other: FoundQuote) -> bool:
    both = min(quote.end, other.end) - max(quote.start, other.start)
    if both <= 0:
        return False
    if both * 10 >= 9 * (max(quote.end, other.end) - min(quote.start, other.start)):
        return True
    nested = quote.start >= other.start and quote.end <= other.end
    around = other.start >= quote.start and other.end <= quote.end
    return not (nested or around)


def covered(quotes: tuple[FoundQuote, ...]) -> Callable[[int, int], bool]:
    """A function that says whether characters `start`..`end` lie inside one of `quotes`."""
    starts = sorted(quotes, key=lambda quote: quote.start)
    reach: list[int] = []  # the furthest end of the quotes that start at or before each
    for quote in starts:
        reach.append(max(quote.end, reach[-1] if reach else 0))

    def holds(start: int, end: int) -> bool:
        at = bisect_right(starts, start, key=lambda quote: quote.start)
        return at > 0 and reach[at - 1] >= end

    return holds
