"""Quotes compared: the content, then the speaker of those whose content was found."""

from __future__ import annotations

from pipeline.review.evaluate.annotations import Annotations, Quote, Span
from pipeline.review.evaluate.matching import characters, covered, pairs, same_name, shared
from pipeline.review.evaluate.tally import Compared, Disagreement, Page, Tally, count, together

SAME_CONTENT = 0.5  # the least share of characters that two contents have in common
LOOSE, TIGHT = 0.3, 0.8  # the shares of the gold content that other scorers of quotes ask for


def compare_quotes(page: Page, gold: Annotations, found: Annotations) -> Compared:
    """Whether each quote was found, and with its speaker."""
    wanted = [characters(page.text, quote.parts) for quote in gold.quotes]
    given = [characters(page.text, quote.parts) for quote in found.quotes]
    matched = pairs(wanted, given, shared, SAME_CONTENT)
    counts = count(
        "quotes",
        gold=len(wanted),
        found=len(given),
        matched=len(matched),
        loose=len(pairs(wanted, given, covered, LOOSE)),
        tight=len(pairs(wanted, given, covered, TIGHT)),
    )
    compared = [Compared(counts, ())]
    for i, quote in enumerate(gold.quotes):
        if i in matched:
            other = found.quotes[matched[i]]
            compared.append(_matched(page, quote, other, exact=wanted[i] == given[matched[i]]))
        else:
            compared.append(_missing(page, quote))
    spurious = sorted(set(range(len(given))) - set(matched.values()))
    wrong = tuple(_disagreement(page, "quote spurious", None, found.quotes[j]) for j in spurious)
    return together([*compared, Compared(Tally(), wrong)])


def _missing(page: Page, gold: Quote) -> Compared:
    missing = _disagreement(page, "quote missing", gold, None)
    return Compared(count(f"quotes.{gold.kind}", gold=1), (missing,))


def _matched(page: Page, gold: Quote, found: Quote, *, exact: bool) -> Compared:
    named = same_name(gold.speaker_name, found.speaker_name, gold.speaker_kind)
    tally = count(
        "quotes",
        exact=exact,
        named=named,
        mention=_touch(gold.speaker, found.speaker),
        kind=gold.kind == found.kind,
        speaker_kind=gold.speaker_kind == found.speaker_kind,
    )
    tally.update(count(f"quotes.{gold.kind}", gold=1, matched=1, named=named))
    wrong = () if named else (_disagreement(page, "speaker", gold, found),)
    return Compared(tally, wrong)


def _touch(one: Span | None, other: Span | None) -> bool:
    """Whether two speakers' phrases have a character in common, or there are none."""
    if one is None or other is None:
        return one is other
    return min(one[1], other[1]) > max(one[0], other[0])


def _disagreement(page: Page, sort: str, gold: Quote | None, found: Quote | None) -> Disagreement:
    shown = next(quote for quote in (gold, found) if quote)
    return page.disagreement(sort, shown.span, gold=_told(gold), found=_told(found))


def _told(quote: Quote | None) -> str | None:
    if quote is None:
        return None
    return f"{quote.kind}, {quote.speaker_name or 'no speaker'}"
