"""Overlaps: two rules that see one quote give one quote."""

from __future__ import annotations

from pipeline.quotes.found import FoundQuote


def settle(found: tuple[FoundQuote, ...]) -> tuple[FoundQuote, ...]:
    """The quotes without doubles, in the order of the text, outer ones before inner ones.

    The finders are given from the surest to the least sure. A later quote is a double if it covers
    nearly the same characters as an earlier one, or crosses its border; a quote inside another is
    kept where it has a cue of its own (a source within a source), dropped where it shares it.
    """
    kept: list[FoundQuote] = []
    for quote in found:
        if quote.end > quote.start and not any(_double(quote, other) for other in kept):
            kept.append(quote)
    return tuple(sorted(kept, key=lambda quote: (quote.start, -quote.end, quote.rule)))


def _double(quote: FoundQuote, other: FoundQuote) -> bool:
    if quote.cue is not None and quote.cue == other.cue:
        return True
    both = min(quote.end, other.end) - max(quote.start, other.start)
    if both <= 0:
        return False
    if both * 10 >= 9 * (max(quote.end, other.end) - min(quote.start, other.start)):
        return True
    nested = quote.start >= other.start and quote.end <= other.end
    around = other.start >= quote.start and other.end <= quote.end
    return not (nested or around)
