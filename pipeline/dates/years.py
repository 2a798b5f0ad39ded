"""Which year, month or week is meant where the text leaves it out."""

from __future__ import annotations

import datetime
from itertools import chain

from pipeline.dates.context import Context
from pipeline.dates.periods import shift

AHEAD, BEHIND = 183, 300  # days from today within which the year of publication is meant


def year_near(
    context: Context, wanted: tuple[int, int | None], turn: str | None, weekday: int | None = None
) -> int | None:
    """The year of a month, or of a day of a month, named without it.

    A day that the text named before with its year keeps that year. Else a past tense (or
    « dernier ») makes it the last one, a future tense (or « prochain ») the next; without either
    it is that of the publication, unless that lies more than half a year ahead (« le 29 décembre »
    in January) or ten months behind.

    Args:
        context: what is known.
        wanted: the month, and the day or None.
        turn: "last", "next" or None.
        weekday: the day of the week, if it is named: only a year that has it will do.
    """
    today, (month, day) = context.today, wanted
    if turn is None and day is not None and (month, day) in context.years:
        return context.years[month, day]
    if today is None:
        return None
    # A month is over, or to come, as a whole: « juin dernier » is not the present one.
    first = {year: _date(year, month, day or 1) for year in range(today.year - 2, today.year + 3)}
    fits = {
        year: date for year, date in first.items() if date and weekday in {None, date.weekday()}
    }
    dates = fits or {year: date for year, date in first.items() if date}
    here = today if day is not None else today.replace(day=1)
    if turn in {"last", "before"} or (turn is None and context.tense == "past"):
        past = [year for year, date in dates.items() if date < here or (date == here and not turn)]
        return max(past, default=None)
    if turn or context.tense == "future":
        coming = [
            year for year, date in dates.items() if date > here or (date == here and not turn)
        ]
        return min(coming, default=None)
    near = [year for year, date in dates.items() if -BEHIND <= (date - here).days <= AHEAD]
    return min(near or dates, key=lambda year: (abs(year - today.year), year), default=None)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # the 29th of February, or beyond the years 1 to 9999
        return None


def weekday_near(
    context: Context, weekday: int, turn: str | None, *, this: bool = False
) -> datetime.date | None:
    """The day meant by « vendredi »: the last one, or the next if the clause speaks of the future.

    The day of publication itself is meant by its own name (« mercredi » in a text of Wednesday),
    but not by « mercredi dernier » or « mercredi prochain ».

    Args:
        context: what is known.
        weekday: 0 for Monday.
        turn: "last", "next", "before", "after" or None; the latter two count from the day told.
        this: whether « ce » stands before it.
    """
    told = turn in {"before", "after"}
    today = context.told if told else context.today
    if today is None:
        return None
    ahead = (weekday - today.weekday()) % 7
    if turn in {"next", "after"}:
        return shift(today, ahead or 7)
    if turn in {"last", "before"}:
        return shift(today, ahead - 7)
    if context.tense == "future" or (this and context.tense is None and ahead <= 3):
        return shift(today, ahead)
    return shift(today, ahead - 7 if ahead else 0)


def day_of_month(context: Context, day: int, weekday: int | None) -> datetime.date | None:
    """The day meant by « mardi 19 »: the nearest such day, before today if the clause is past."""
    today = context.today
    if today is None:
        return None
    behind, ahead = (range(0, -63, -1), range(63))
    days = {
        "past": behind,
        "future": ahead,
        None: chain.from_iterable(zip(behind, ahead, strict=False)),
    }[context.tense]
    dates = (shift(today, count) for count in days)
    return next(
        (date for date in dates if date.day == day and weekday in {None, date.weekday()}), None
    )
