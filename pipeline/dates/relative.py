"""Periods counted in units from today, or from the day told last: « il y a trois jours »."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from pipeline.dates.context import Context
from pipeline.dates.periods import (
    Period,
    bounded,
    months_from,
    moved,
    night_after,
    one_day,
    shift,
    unit_of,
    unknown,
)
from pipeline.quantities.numbers import number_value
from pipeline.records import Modifier, Precision

Match = re.Match[str]


def turn_of(match: Match, context: Context, group: str = "turn") -> str | None:
    """The value of « dernier », « prochain » in a match."""
    form = match.groupdict().get(group)
    return context.calendar.value("turn", form) if form else None


def part_period(match: Match, context: Context) -> Period | None:
    """« ce matin », « dans la soirée »; « cette nuit » is the last one if the verb is past. « Cette
    soirée » is a party."""
    if match["article"] == "cette" and match["part"] != "nuit":
        return None
    if match["night"]:
        precision: Precision = "night"
        past = turn_of(match, context) in {"last", "before"}
        day = context.today
    else:
        precision = cast(Precision, context.calendar.value("part", match["part"]))
        past = context.tense == "past"
        this = match["article"] in {"ce", "cet", "cette"}
        day = context.today if this else context.told or context.today
        past = past and this
    if day is None:
        return unknown(precision)
    if precision == "night":
        return night_after(shift(day, -1) if past else day)
    return one_day(day, precision)


def _unit(match: Match, context: Context, group: str = "unit") -> Precision:
    """The unit of a match; hours are exact to no day."""
    unit = context.calendar.value("unit", match[group])
    return "vague" if unit == "hour" else cast(Precision, unit)


TURNS = {"last": -1, "before": -1, "next": 1, "after": 1}


def _told(context: Context, unit: Precision) -> datetime.date | None:
    """The day told last; for years, a day of the year told last, whatever else was said of it."""
    if unit == "year" and context.told_year is not None:
        return datetime.date(context.told_year, 1, 1)
    return context.told


def turned_period(match: Match, context: Context) -> Period | None:
    """« la semaine dernière » from today, « l'année suivante » from the day told last."""
    unit, turn = _unit(match, context), turn_of(match, context)
    if turn is None or unit == "vague" or (match["unit"].endswith("s") and match["unit"] != "mois"):
        return None
    today = _told(context, unit) if turn in {"before", "after"} else context.today
    if today is None:
        return unknown(unit)
    past_weekend = unit == "weekend" and turn == "next" and today.weekday() < 5
    return unit_of(today, unit, 0 if past_weekend else TURNS[turn])


def this_period(match: Match, context: Context) -> Period | None:
    unit = _unit(match, context)
    if unit == "vague":
        return None
    told = match["there"] == "-là" or match["same"]
    day = _told(context, unit) if told else context.today
    if day is None:
        return unknown(unit)
    # « Ce week-end » in the past tense, on a Monday, is the one before.
    over = unit == "weekend" and context.tense == "past" and day.weekday() < 5
    return unit_of(day, unit, -1 if over else 0)


def edge_period(match: Match, context: Context) -> Period | None:
    unit, turn = _unit(match, context), turn_of(match, context)
    if unit in {"vague", "day"}:
        return None
    modifier = cast(Modifier, context.calendar.value("edge", match["edge"]))
    if match["year"]:
        return replace(months_from(int(match["year"]), 1, "year"), modifier=modifier)
    if context.today is None:
        return replace(unknown(unit), modifier=modifier)
    period = unit_of(context.today, unit, TURNS[turn] if turn else 0)
    return replace(period, modifier=modifier)


def rank_period(match: Match, context: Context) -> Period | None:
    unit, rank = _unit(match, context), context.calendar.number("rank", match["rank"])
    length = 3 if unit == "quarter" else 6
    if match["year"] is None and context.today is None:
        return unknown(unit)
    if match["rank"] == "dernier" and unit == "half_year":
        rank = 2
    if rank * length > 12:
        return None
    today = context.today or datetime.date.min
    year = int(match["year"]) if match["year"] else today.year
    period = months_from(year, (rank - 1) * length + 1, unit)
    late = not match["year"] and context.tense == "past" and period.start and period.start > today
    return months_from(year - 1, (rank - 1) * length + 1, unit) if late else period


def _count(match: Match, context: Context, group: str = "count") -> int | None:
    """The number of units, or None for « quelques »; raises ValueError if it is no whole number."""
    words = match[group]
    if words in {None, "des", "quelques", "plusieurs"}:
        dozens = match.groupdict().get("dozens")
        return context.numbers.number("collective", dozens.split()[1]) if dozens else None
    value = number_value(words, context.numbers)
    if value is None or value != int(value):
        raise ValueError(f"no whole number: {words}")
    return int(value)


def away_period(sign: int) -> Callable[[Match, Context], Period | None]:
    """« il y a trois jours » (-1), « dans trois jours » (1)."""

    def away(match: Match, context: Context) -> Period | None:
        if sign < 0 and re.match(
            r" {1,3}(?:de|du|d'|dans)(?!\w)", match.string[match.end() : match.end() + 8]
        ):
            return None  # « il y a trois jours de fête »: how many there are
        return _moved(match, context, context.today, sign)

    return away


def _moved(
    match: Match, context: Context, origin: datetime.date | None, sign: int
) -> Period | None:
    hours = context.calendar.value("unit", match["unit"]) == "hour"
    unit, count = _unit(match, context), _count(match, context)
    if hours and count is not None and count % 24 == 0:
        unit, count = "day", count // 24
    if count is None or (hours and unit == "vague"):
        return Period(None, origin, "vague") if sign < 0 else Period(origin, None, "vague")
    if origin is None:
        return unknown(unit)
    groups = match.groupdict()
    period = moved(origin, sign * count, unit)
    return (
        replace(period, modifier="about") if groups.get("near") or groups.get("dozens") else period
    )


def since_period(match: Match, context: Context) -> Period | None:
    period = _moved(match, context, context.today, -1)
    if period is None or period.precision == "vague":
        return Period(None, None, "vague", "since")
    return bounded(period, "since")


def within_period(match: Match, context: Context) -> Period | None:
    """« d'ici trois mois »; « dans les 48 heures » begins today."""
    if match["soon"] is None:
        period = _moved(match, context, context.today, 1)
        return bounded(replace(period, modifier=None), "until") if period else None
    unit, count = context.calendar.value("unit", match["unit2"]), _count(match, context, "soon")
    if count is None or context.today is None:
        return Period(context.today, None, "vague")
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    end = moved(context.today, count, cast(Precision, unit))
    return Period(context.today, end.end, end.precision)


def span_period(match: Match, context: Context) -> Period | None:
    """« ces dix derniers jours » up to today, « dans les prochains jours » from today on."""
    group = "unit" if match["unit"] else "unit2"
    turn = turn_of(match, context, "turn" if match["turn"] else "turn2")
    form = match["turn"] or match["turn2"]
    named = match.string[match.end() : match.end() + 4].lstrip().startswith(("du", "de", "d'"))
    if not (form.endswith("s") or form == "à venir") or turn not in {"last", "next"} or named:
        return None  # « les derniers jours du régime », « le dernier mois »
    unit = _unit(match, context, group)
    count = _count(match, context, "count" if match["count"] else "count2")
    today = context.today
    if context.calendar.value("unit", match[group]) == "hour" and count and count % 24 == 0:
        unit, count = "day", count // 24
    if today is None or count is None or unit == "vague":
        return Period(None, today, "vague") if turn == "last" else Period(today, None, "vague")
    other = moved(today, -count if turn == "last" else count, unit)
    if turn == "last":
        return Period(other.start, today, other.precision)
    return Period(today, other.end, other.precision)


def told_shift_period(match: Match, context: Context) -> Period | None:
    """« trois jours plus tôt » from the day told last, « quatre ans plus tard » from its year."""
    unit, sign = _unit(match, context), 1 if match["turn"] == "tard" else -1
    origin, count = _told(context, unit), _count(match, context)
    if unit == "year" and origin and count is not None:
        return unit_of(origin, "year", sign * count)
    return _moved(match, context, origin, sign)
