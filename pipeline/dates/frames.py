"""What stands around an expression and changes its period: « depuis », « fin », « au soir »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, cast

from pipeline.dates.expressions import YEAR
from pipeline.dates.periods import Period, bounded, night_after
from pipeline.lexicons.calendar import Calendar
from pipeline.plain import compiled
from pipeline.records import Modifier, Precision

REACH = 48  # characters beside an expression in which its frame is looked for

# « à la fin de », « début », « mi- »; after « jusqu'à » the article is that one's
EDGE = (
    r"(?:(?:(?<!jusqu')au|(?<!jusqu')à la|la|le|en) )?"
    r"(?P<edge>{edge})(?:-| (?:de la |de l'|des |du |de |d')?)"
)
# « dans la soirée de », « au matin du », « en fin de matinée de »
PART_BEFORE = (
    r"(?:(?:dans|durant|pendant|au cours de|à|en|au|ce|cette) )?(?:la |l'|le )?"
    r"(?:(?:début|fin|milieu) de (?:la |l')?)?(?P<part>{part}) (?:de |du |d')"
)
# « vendredi soir », « mardi dans la soirée », « le 12 au matin », « en début d'après-midi »
PART_AFTER = (
    r" (?:(?:au|dans la|dans le|en|à la|le) |dans l')?(?:(?:en )?(?:début|fin|milieu) (?:de |d')"
    r"(?:la |l')?)?(?P<part>{part})"
)
PREPOSITION = r"(?:en|à) "
# What must stand before a month or a year on its own: « en 2014 », « de mars », « (2014) », « la
# saison 2014 », or one before it (« en 2013 et 2014 »)
EVIDENCE = (
    r"(?:en|de|du|dès|avant|après|pour|{dated}|(?:{YEAR}|{month})(?:,| et| ou| à)) "
    r"|(?<![^ \n(])d'|[(] ?"
)


class Patterns(NamedTuple):
    """What is looked for beside an expression; all but `part_after` end where it begins."""

    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    edge: re.Pattern[str]
    bound: re.Pattern[str]
    preposition: re.Pattern[str]
    evidence: re.Pattern[str]


class Frame(NamedTuple):
    """The words around an expression: where the whole begins and ends, and what they say."""

    start: int
    end: int
    edge: Modifier | None
    bound: Modifier | None
    part: Precision | None


def frame_of(
    text: str, floor: int, place: tuple[int, int], calendar: Calendar, *, is_day: bool
) -> Frame:
    """The frame of an expression.

    Args:
        text: the text, as `Article.plain` gives it.
        floor: the first character that no other date has.
        place: first character of the expression, one past its last.
        calendar: the words of the calendar.
        is_day: whether it is one day, which may have parts.
    """
    patterns = _patterns(calendar)
    start, end = place
    part: str | None = None
    edge: str | None = None
    bound: str | None = None
    if is_day:
        found = patterns.part_after.match(text, end, end + REACH)
        if found:
            end, part = found.end(), found["part"]
        elif found := _before(patterns.part_before, text, floor, start):
            start, part = found.start(), found["part"]
    elif found := _before(patterns.edge, text, floor, start):
        start, edge = found.start(), found["edge"]
    if found := _before(patterns.bound, text, floor, start):
        start, bound = found.start(), found["bound"]
    elif not is_day and (found := _before(patterns.preposition, text, floor, start)):
        start = found.start()
    return Frame(
        start=start,
        end=end,
        edge=cast(Modifier, calendar.value("edge", edge)) if edge else None,
        bound=_modifier(bound, calendar) if bound else None,
        part=cast(Precision, calendar.value("part", part)) if part else None,
    )


def is_introduced(text: str, start: int, calendar: Calendar) -> bool:
    """Whether the words before a month or a year say that it is one."""
    return _before(_patterns(calendar).evidence, text, 0, start) is not None


def _before(pattern: re.Pattern[str], text: str, floor: int, start: int) -> re.Match[str] | None:
    """The match that ends where the expression begins, the earliest that does."""
    return pattern.search(text, max(floor, start - REACH), start)


@lru_cache(maxsize=4)
def _patterns(calendar: Calendar) -> Patterns:
    bounds = sorted(calendar.words["frame"], key=len, reverse=True)
    forms = {
        "edge": calendar.pattern("edge"),
        "part": calendar.pattern("part"),
        "month": calendar.pattern("month"),
        "dated": calendar.pattern("dated"),
        "YEAR": YEAR,
        "bound": "(?:" + "|".join(map(_contracted, bounds)) + ")",
    }
    return Patterns(
        part_before=compiled(PART_BEFORE, forms, end=r"\Z"),
        part_after=compiled(PART_AFTER, forms, begin=""),
        edge=compiled(EDGE, forms, end=r"\Z"),
        bound=compiled("(?P<bound>{bound})", forms, end=r"\Z"),
        preposition=compiled(PREPOSITION, forms, end=r"\Z"),
        evidence=compiled(EVIDENCE, forms, begin=r"(?<!\w)", end=r"\Z"),
    )


def _contracted(form: str) -> str:
    """A preposition with the article it may run into: « à partir du », « jusqu'en »."""
    if form.endswith(" de"):
        return re.escape(form[:-2]) + r"(?:de la |de l'|des |du |de |d')"
    if form.endswith("à"):
        return re.escape(form[:-1]) + r"(?:à la |à l'|aux |au |à |en )"
    return re.escape(form) + r" (?:la |l'|le |les )?"


def _modifier(words: str, calendar: Calendar) -> Modifier:
    """The modifier of a contracted preposition: that of the longest form it begins as."""
    bare = words.strip()
    forms = [form for form in calendar.words["frame"] if bare.startswith(form.rstrip("eà"))]
    return cast(Modifier, calendar.value("frame", max(forms, key=len)))


def framed(period: Period, frame: Frame) -> Period:
    """The period with what its frame says of it."""
    if frame.part == "night" and period.day:
        period = night_after(period.day)
    elif frame.part:
        period = replace(period, precision=frame.part)
    if frame.edge:
        period = replace(period, modifier=frame.edge)
    if frame.bound == "about":
        return replace(period, modifier=period.modifier or "about")
    return bounded(period, frame.bound) if frame.bound else period
