"""The day that the text itself gives: « PARIS, 4 juillet 2012 – », « 1er janvier 2016. – »."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from pipeline.article import Article
from pipeline.dates.context import Context
from pipeline.dates.expressions import DAY, YEAR
from pipeline.dates.resolve import resolve_day
from pipeline.lexicons.calendar import Calendar
from pipeline.plain import compiled

LINES = 5  # how far down a dateline stands: below a title and a headline
PLACE = r"(?:[^\n.!?«»]{1,40}[,(] ?)?"  # « BEYROUTH, »; « PARIS (Agence), »
DATELINE = (
    PLACE + r"(?:le )?(?:{weekday} )?(?P<day>{DAY}) (?P<month>{month}) (?P<year>{YEAR})"
    r"(?: ?\([^)\n]{1,40}\)|, ?\d\d? ?[h:] ?(?:\d\d)?(?: utc)?)? ?[.:]? ?(?:[–—-]|\n|$)"
)


def dateline_of(article: Article, context: Context) -> datetime.date | None:
    """The day of an article's dateline, if it has one with its year.

    Args:
        article: the article.
        context: the words to read it with.
    """
    pattern = _pattern(context.calendar)
    for segment in article.segments[:LINES]:
        found = pattern.match(article.plain, segment.start, segment.end)
        if found and (day := resolve_day(found, context)):
            return day
    return None


@lru_cache(maxsize=4)
def _pattern(calendar: Calendar) -> re.Pattern[str]:
    forms = {
        "weekday": calendar.pattern("weekday"),
        "month": calendar.pattern("month"),
        "DAY": DAY,
        "YEAR": YEAR,
    }
    return compiled(DATELINE, forms, end="")
