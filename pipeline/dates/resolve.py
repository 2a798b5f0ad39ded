"""From an expression to its period: one function for each of `pipeline.dates.expressions`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.dates import relative
from pipeline.dates.context import Context
from pipeline.dates.expressions import Hit
from pipeline.dates.periods import (
    Period,
    month_of,
    months_from,
    night_after,
    one_day,
    season_of,
    shift,
    unknown,
)
from pipeline.dates.relative import turn_of
from pipeline.dates.years import day_of_month, weekday_near, year_near
from pipeline.quantities.numbers import number_value
from pipeline.records import Precision

Match = re.Match[str]


def resolve(hit: Hit, context: Context) -> Period | None:
    """The period an expression means: without days if the text does not say which, None if it is
    no date at all (« mardi gras », « le 31 février »).

    Args:
        hit: the expression.
        context: what it is resolved against.
    """
    try:
        return RESOLVERS[hit.name](hit.match, context)
    except (ValueError, OverflowError):  # no such day, or beyond the years 1 to 9999
        return None


def resolve_day(match: Match, context: Context) -> datetime.date | None:
    """The day of a match with the groups `day`, `month` and `year`; None if there is none."""
    try:
        return _day(match, context).day
    except (ValueError, OverflowError):
        return None


def _none(_match: Match, _context: Context) -> None:
    return None


def _figures(match: Match, _context: Context) -> Period:
    return one_day(datetime.date(*(int(match[part]) for part in ("year", "month", "day"))))


def _number(match: Match, group: str) -> int | None:
    """« 1er » and « 12 » as numbers."""
    found = match.groupdict().get(group)
    return int(found.removesuffix("er")) if found else None


def _day(match: Match, context: Context) -> Period:
    month, day = context.calendar.number("month", match["month"]), _number(match, "day") or 1
    groups = match.groupdict()
    said = groups.get("year") or groups.get("later")
    if said:
        return one_day(datetime.date(int(said), month, day))
    wanted = None
    if groups.get("weekday"):
        wanted = context.calendar.number("weekday", match["weekday"])
    year = year_near(context, (month, day), turn_of(match, context), wanted)
    if year is None:
        datetime.date(2024, month, day)  # raises for « le 31 février »
        return unknown("day")
    return one_day(datetime.date(year, month, day))


def _days(match: Match, context: Context) -> Period:
    """« du 12 au 15 novembre »: the month and the year said last hold for both days."""
    month2 = context.calendar.number("month", match["month2"])
    day2, day = _number(match, "day2") or 1, _number(match, "day") or _number(match, "first") or 1
    month = context.calendar.number("month", match["month"]) if match["month"] else month2
    year2: int | None = int(match["year2"]) if match["year2"] else None
    if year2 is None:
        year2 = year_near(context, (month2, day2), turn_of(match, context))
    if year2 is None:
        return unknown("day")
    end = datetime.date(year2, month2, day2)
    year = int(match["year"]) if match["year"] else year2 - ((month, day) > (month2, day2))
    return _ordered(datetime.date(year, month, day), end, "day")


def _ordered(start: datetime.date, end: datetime.date, precision: Precision) -> Period:
    if start > end:
        raise ValueError("a period that ends before it begins")
    return Period(start, end, precision)


def _weekday(match: Match, context: Context) -> Period | None:
    turn = turn_of(match, context)
    if match["article"] == "le" and turn is None and not match["day"]:
        return None  # « le lundi »: every Monday
    wanted = context.calendar.number("weekday", match["weekday"])
    if match["day"]:
        found = day_of_month(context, _number(match, "day") or 1, wanted)
        return one_day(found) if found else unknown("day")
    found = weekday_near(context, wanted, turn, this=match["article"] == "ce")
    return one_day(found) if found else unknown("day")


def _weekdays(match: Match, context: Context) -> Period:
    first = context.calendar.number("weekday", match["first"])
    end = weekday_near(context, context.calendar.number("weekday", match["weekday"]), None)
    if end is None:
        return unknown("day")
    return Period(shift(end, -((end.weekday() - first) % 7)), end, "day")


def _night(match: Match, context: Context) -> Period | None:
    """« dans la nuit de jeudi à vendredi »: the day named last, and the one before."""
    end: datetime.date | None
    if match["month"]:
        end = _day(match, context).start if match["day"] else None
    elif match["day"]:
        end = day_of_month(context, _number(match, "day") or 1, None)
    elif match["weekday"]:
        wanted = context.calendar.number("weekday", match["weekday"])
        end = weekday_near(context, wanted, None)
    else:
        return None
    return night_after(shift(end, -1)) if end else unknown("night")


def _month(match: Match, context: Context) -> Period:
    month = context.calendar.number("month", match["month"])
    said = match["year"] or match["later"]
    year = int(said) if said else year_near(context, (month, None), turn_of(match, context))
    if year is None:
        return unknown("month")
    return replace(month_of(year, month), modifier="middle" if match["mi"] else None)


def _months(match: Match, context: Context) -> Period:
    month = context.calendar.number("month", match["month"])
    month2 = context.calendar.number("month", match["month2"])
    year2 = int(match["year2"]) if match["year2"] else None
    if year2 is None:
        year2 = year_near(context, (month2, None), turn_of(match, context))
    if year2 is None:
        return unknown("month")
    start = month_of(int(match["year"]) if match["year"] else year2 - (month > month2), month)
    end = month_of(year2, month2)
    assert start.start is not None
    assert end.end is not None
    return _ordered(start.start, end.end, "month")


def _year(match: Match, _context: Context) -> Period:
    return months_from(int(match["year"]), 1, "year")


def _years(match: Match, _context: Context) -> Period:
    first = datetime.date(int(match["year"] or match["from"] or match["first"]), 1, 1)
    return _ordered(first, datetime.date(int(match["year2"]), 12, 31), "year")


def _decade(match: Match, context: Context) -> Period | None:
    value = number_value(match["count"], context.numbers)
    if value is None or value % 10 or not (value < 100 or 1000 <= value < 2200):
        return None
    return months_from(int(value) if value >= 1000 else 1900 + int(value), 1, "decade")


def _season(match: Match, context: Context) -> Period | None:
    """« l'été » without a year or « dernier » is any summer, or the participle."""
    article = match["article"] or ""
    turn = turn_of(match, context)
    summer = match["season"] == "été"
    if match["year"]:
        if summer and not article and match.string.startswith("a ", match.start() - 2):
            return None  # « il a été 2014 fois »
    elif turn is None and article not in {"cet ", "au ", "à l'"}:
        return None
    span = context.calendar.value("season", match["season"])
    first = (int(span[:2]), int(span[3:5]))
    year = int(match["year"]) if match["year"] else year_near(context, first, turn)
    return season_of(year, span) if year is not None else unknown("season")


def _day_word(match: Match, context: Context) -> Period:
    if match["month"]:  # « hier, le 2 janvier »
        return _day(match, context)
    if context.today is None:
        return unknown("day")
    return one_day(shift(context.today, context.calendar.number("day", match["word"])))


def _told_day(match: Match, context: Context) -> Period:
    """« la veille » is counted from the day told last; the eve also from that of publication."""
    count = context.calendar.number("told_day", match["word"])
    origin = context.told or (context.today if count < 0 else None)
    return one_day(shift(origin, count)) if origin else unknown("day")


RESOLVERS: dict[str, Callable[[Match, Context], Period | None]] = {
    "none": _none,
    "iso": _figures,
    "figures": _figures,
    "days": _days,
    "weekdays": _weekdays,
    "months": _months,
    "years": _years,
    "night": _night,
    "day": _day,
    "weekday": _weekday,
    "month": _month,
    "season": _season,
    "year": _year,
    "decade": _decade,
    "day_word": _day_word,
    "told_day": _told_day,
    "part": relative.part_period,
    "turned": relative.turned_period,
    "this": relative.this_period,
    "edge": relative.edge_period,
    "rank": relative.rank_period,
    "ago": relative.away_period(-1),
    "in": relative.away_period(1),
    "since": relative.since_period,
    "within": relative.within_period,
    "span": relative.span_period,
    "told_shift": relative.told_shift_period,
}
