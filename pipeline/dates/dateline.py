"""The day that the text itself gives: « PARIS, 4 juillet 2012 – », « 1er janvier 2016. – »."""

from __future__ import annotations

import datetime

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


def dateline_of(article: Article, text: str, context: Context) -> datetime.date | None:
    """The day of an article's dateline, if it has one with its year.

    Args:
        article: the article.
        text: its text, as `plain_text` gives it.
        context: the words to read it with.
    """
    forms = _forms(context.calendar)
    for segment in article.segments[:LINES]:
        found = compiled(DATELINE, forms, end="").match(text, segment.start, segment.end)
        if found and (day := resolve_day(found, context)):
            return day
    return None


def _forms(calendar: Calendar) -> dict[str, str]:
    return {
        "weekday": calendar.pattern("weekday"),
        "month": calendar.pattern("month"),
        "DAY": DAY,
        "YEAR": YEAR,
    }
