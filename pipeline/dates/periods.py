"""Periods of the calendar: pure arithmetic on dates."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

from pipeline.records import Modifier, Precision

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120}  # months in a unit


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted in; either is None if open or not known."""

    start: datetime.date | None
    end: datetime.date | None
    precision: Precision
    modifier: Modifier | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day, if the period is one or a part of one."""
        return self.start if self.start == self.end else None


def unknown(precision: Precision) -> Period:
    """A period that the text does not place."""
    return Period(None, None, precision)


def one_day(date: datetime.date, precision: Precision = "day") -> Period:
    return Period(date, date, precision)


def night_after(date: datetime.date) -> Period:
    """The night that begins on that day: « dans la nuit de jeudi à vendredi » touches both."""
    return Period(date, shift(date, 1), "night")


def shift(date: datetime.date, days: int) -> datetime.date:
    """Raises OverflowError beyond the years 1 to 9999."""
    return date + datetime.timedelta(days=days)


def month_of(year: int, month: int) -> Period:
    last = calendar.monthrange(year, month)[1]
    return Period(datetime.date(year, month, 1), datetime.date(year, month, last), "month")


def months_from(year: int, month: int, unit: Precision) -> Period:
    """The unit (month to decade) that begins with that month; `month` may lie outside 1..12."""
    first, last = month_of(*_month(year, month)), month_of(*_month(year, month + MONTHS[unit] - 1))
    return Period(first.start, last.end, unit)


def _month(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def unit_of(date: datetime.date, unit: Precision, turn: int = 0) -> Period:
    """The unit (day to decade) that holds the day, or the one `turn` units after it."""
    if unit == "day":
        return one_day(shift(date, turn))
    if unit in {"week", "weekend"}:
        monday = shift(date, 7 * turn - date.weekday())
        return Period(shift(monday, 5 if unit == "weekend" else 0), shift(monday, 6), unit)
    length = MONTHS[unit]
    if unit == "decade":
        return months_from(date.year // 10 * 10 + 10 * turn, 1, unit)
    first = (date.month - 1) // length * length + 1
    return months_from(date.year, first + length * turn, unit)


def moved(date: datetime.date, count: int, unit: Precision) -> Period:
    """What lies `count` units from the day, as exact as one speaks of it: « il y a trois semaines »
    is a day, « il y a trois mois » a month, « il y a vingt ans » a year."""
    if unit in {"day", "week", "weekend"}:
        return one_day(shift(date, count * (1 if unit == "day" else 7)))
    period = months_from(date.year, date.month + MONTHS[unit] * count, "month")
    if unit == "year" and abs(count) > 2:
        assert period.start is not None
        return unit_of(period.start, "year")
    return period


def season_of(year: int, span: str) -> Period:
    """The season that begins in that year.

    Args:
        year: the year.
        span: its first and last day, as in calendar.csv: "12-21..03-19".
    """
    first, last = ((int(day[:2]), int(day[3:])) for day in span.split(".."))
    end = datetime.date(year + (last < first), *last)
    return Period(datetime.date(year, *first), end, "season")


def bounded(period: Period, modifier: Modifier) -> Period:
    """The period open on one side: « depuis » from its start on, « d'ici » up to its end.

    An inner modifier moves the bound: « depuis la fin de mars » begins at its end.
    """
    bound = period.end if modifier == "until" else period.start
    if period.modifier == "start":
        bound = period.start
    elif period.modifier == "end":
        bound = period.end
    elif period.modifier == "middle" and period.start and period.end:
        bound = period.start + (period.end - period.start) // 2
    if modifier == "since":
        return replace(period, start=bound, end=None, modifier=modifier)
    return replace(period, start=None, end=bound, modifier=modifier)
