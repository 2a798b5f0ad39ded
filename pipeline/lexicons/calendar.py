"""The words of the calendar: months, days, seasons, units, and those that place them in time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicons.files import LexiconError, read_entries

KINDS = frozenset(
    "month weekday season part day told_day unit turn edge frame rank none coming dated".split()
)


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A line of calendar.csv: the forms of one word, in lower case.

    `kind` says what `value` is: the number of a `month`, `weekday` (Monday is 0) or `rank`; the
    days from today (`day`) or from the day the text last told (`told_day`); the first and last day
    of a `season`; a precision (`part` of the day, `unit`); the direction of a `turn` (« dernier »);
    a modifier (`edge`, `frame`). Three kinds have none: a name that is no date (`none`: « mardi
    gras »), a participle or verb, in the infinitive, that speaks of what is `coming`, a noun that a
    year follows (`dated`: « la saison 2014 »).
    """

    form: tuple[str, ...]
    kind: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The words of calendar.csv: kind → form → value.

    Two are equal if they are one: patterns made of its words are kept by it.
    """

    words: Mapping[str, Mapping[str, str]]

    def value(self, kind: str, form: str) -> str:
        """The value of a form of that kind. Raises KeyError if there is none."""
        return self.words[kind][form]

    def number(self, kind: str, form: str) -> int:
        """The same as a number: of a month, a weekday, a rank or a count of days."""
        return int(self.value(kind, form))

    def pattern(self, kind: str) -> str:
        """A regular expression, without groups, of all forms of that kind."""
        forms = sorted(self.words[kind], key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(re.escape, forms)) + ")"


def load_calendar() -> Calendar:
    """Read calendar.csv.

    Raises:
        LexiconError: a line cannot be read, or its kind is not known.
    """
    words: dict[str, dict[str, str]] = {kind: {} for kind in sorted(KINDS)}
    for entry in read_entries("calendar.csv", CalendarWord):
        if entry.kind not in KINDS:
            raise LexiconError(f"calendar.csv: {entry.form[0]} has the unknown kind {entry.kind!r}")
        words[entry.kind] |= dict.fromkeys(entry.form, entry.value)
    return Calendar(words)
