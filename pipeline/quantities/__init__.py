"""Numbers of things and of units, tied to what they count.

A row covers the words of the number alone; « environ » beside it makes it `approximate`. What names
things (« F-16 », « article 5 »), places them in time or in an order (« 2014 », « 3e ») is no
quantity.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quantities.counted import Counted, counted_by
from pipeline.quantities.readers import Written
from pipeline.quantities.refused import is_refused
from pipeline.quantities.written import find_written, with_approximation
from pipeline.records import Date, Mention, Quantity


def find_quantities(
    article: Article, mentions: tuple[Mention, ...], dates: tuple[Date, ...], lexicons: Lexicons
) -> tuple[Quantity, ...]:
    """The quantities of an article, in the order of the text.

    Args:
        article: the article, parsed.
        mentions: its mentions: a number inside one (« T-72 ») belongs to a name, and a number may
            count one (« 47 drones »).
        dates: its dates, whose numbers count nothing.
        lexicons: the lexicons.
    """
    if not article.sentences:
        return ()
    taken = _merged([*map(_place, mentions), *map(_place, dates)])
    found = _find(article, taken, lexicons)
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    return tuple(
        _row(article, written, counted, _mention(counted, ordered), number)
        for number, (written, counted) in enumerate(found, start=1)
    )


def _find(
    article: Article, taken: Sequence[tuple[int, int]], lexicons: Lexicons
) -> Iterator[tuple[Written, Counted]]:
    text = article.plain
    for number in find_written(text, article.words, lexicons.numbers):
        if _overlaps(number, taken):
            continue
        written = with_approximation(text, number, lexicons.numbers)
        counted = counted_by(article, text, written, lexicons.numbers)
        if not is_refused(article, text, written, counted, lexicons.numbers):
            yield written, counted


def _place(row: Mention | Date) -> tuple[int, int]:
    return row.start, row.end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans as spans that do not overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _overlaps(written: Written, taken: Sequence[tuple[int, int]]) -> bool:
    before = bisect_left(taken, written.end, key=lambda span: span[0])
    return before > 0 and taken[before - 1][1] > written.start


def _mention(counted: Counted, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that begins where the counted words do, the longest; or else where their first
    noun does (« trois nouveaux drones »)."""
    if counted.start is None or counted.end is None:
        return None
    first = bisect_left(mentions, counted.start, key=lambda mention: mention.start)
    for mention in mentions[first : first + 3]:
        if mention.start < counted.end and _is_head(mention, counted):
            return mention
    return None


def _is_head(mention: Mention, counted: Counted) -> bool:
    unit = (counted.unit or "").lower()
    return mention.start == counted.start or mention.text.lower().startswith(unit)


def _row(
    article: Article, written: Written, counted: Counted, mention: Mention | None, number: int
) -> Quantity:
    doc_id = article.document.doc_id
    words = None
    if counted.start is not None and counted.end is not None:
        end = max(counted.end, mention.end) if mention else counted.end
        words = article.text[counted.start : end]
    return Quantity(
        doc_id=doc_id,
        quantity_id=f"{doc_id}-n{number}",
        sentence_id=article.sentence_at(written.start).sentence_id,
        mention_id=mention.mention_id if mention else None,
        start=written.start,
        end=written.end,
        text=article.text[written.start : written.end],
        value=written.value,
        value_max=written.value_max,
        approximate=written.approximate,
        unit=counted.unit,
        counted=words,
        rule=written.rule,
    )
