"""How dates and periods are written: one regular expression for each way of saying one.

The expressions are matched on a text in lower case (`Article.plain`); what stands around them
(« depuis », « fin », « dans la soirée de ») is read by `pipeline.dates.frames`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicons.calendar import Calendar
from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.numbers import number_pattern
from pipeline.searches import Search, Searches, find_matches, searches_of
from pipeline.words import Words, words_of

YEAR = r"(?:1\d{3}|20\d\d|21\d\d)(?![.,]?\d| \d{3}(?!\d))"
DAY = r"(?:1 ?er|0?[1-9]|[12]\d|3[01])(?![.,]?\d)"


class Expression(NamedTuple):
    """A way of saying a date.

    It is looked for where one of its words stands: `word` gives them, divided by "|" or as the kind
    of the lexicon whose forms have them, and `before` how many words of the expression may precede
    that form. In `pattern` « {weekday} », « {count} » and the like stand for the forms of the
    lexicon, a space for any run of up to three.
    """

    word: str
    before: int
    pattern: str


# An example of each, in the same order, is in tests/dates.
EXPRESSIONS = {
    "none": Expression("{none}", 0, "{none}"),
    "iso": Expression("{YEAR}", 0, r"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)"),
    "figures": Expression(
        "{DAY}", 0, r"(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<year>{YEAR})"
    ),
    # « du 12 au 15 novembre », « entre le 30 mars et le 2 avril », « les 12 et 13 mai »
    "days": Expression(
        "{DAY}",
        3,
        r"(?:(?:du|entre les?|les?|des|aux) (?:{weekday} )?(?P<day>{DAY})(?: (?P<month>{month}))?"
        r"(?: (?P<year>{YEAR}))?(?:(?:, {DAY})*,? (?:au|et le|et)) |(?P<first>{DAY})[-–])"
        r"(?:{weekday} )?(?P<day2>{DAY}) (?P<month2>{month})"
        r"(?: (?P<year2>{YEAR}))?(?: (?P<turn>{turn}))?",
    ),
    "weekdays": Expression(
        "{weekday}", 1, r"(?:de|du|entre) (?P<first>{weekday}) (?:à|au|et) (?P<weekday>{weekday})"
    ),
    "months": Expression(
        "{month}",
        1,
        r"(?:(?:de|entre|en) |d')(?P<month>{month})(?: (?P<year>{YEAR}))? (?:à|et)"
        r" (?P<month2>{month})(?: (?P<year2>{YEAR}))?(?: (?P<turn>{turn}))?",
    ),
    "years": Expression(
        "{YEAR}",
        1,
        r"(?:(?:de (?P<year>{YEAR}) à|entre (?P<from>{YEAR}) et) |(?P<first>{YEAR})[-–/])"
        r"(?P<year2>{YEAR})",
    ),
    # « dans la nuit de jeudi à vendredi », « la nuit du samedi 12 au dimanche 13 »
    "night": Expression(
        "nuit",
        4,
        r"(?:(?:dans|durant|pendant|lors de|au cours de) )?la nuit (?:de|du)(?: {weekday})?"
        r"(?: {DAY})?(?: {month})?(?: {YEAR})? (?:à|au)(?: (?P<weekday>{weekday}))?"
        r"(?: (?P<day>{DAY}))?(?: (?P<month>{month}))?(?: (?P<year>{YEAR}))?",
    ),
    # « le 12 mars et le 3 avril 2015 »: the year said last holds for both
    "day": Expression(
        "{month}",
        5,
        r"(?:(?:le|ce) )?(?:(?P<weekday>{weekday}),? )?(?:le )?(?P<day>{DAY}) (?P<month>{month})"
        r"(?:,? (?:de l'an(?:née)? )?(?P<year>{YEAR})"
        r"|(?=(?:,| et| ou) (?:le )?{DAY} {month} (?P<later>{YEAR})))?(?: (?P<turn>{turn}))?",
    ),
    "weekday": Expression(
        "{weekday}",
        1,
        r"(?:(?P<article>le|ce) )?(?P<weekday>{weekday})"
        r"(?: (?P<day>{DAY})(?= ?(?:[,.;:)»]|\n|\Z)| (?:et|ou|au) {weekday}))?"
        r"(?: (?P<turn>{turn}))?",
    ),
    "month": Expression(
        "{month}",
        3,
        r"(?:(?P<said>(?:(?:au|le|ce) )?mois (?:de |d'))|(?P<mi>(?:à la )?mi-))?(?P<month>{month})"
        r"(?: (?:de l'année )?(?P<year>{YEAR})|(?=(?:,| et| ou) {month} (?P<later>{YEAR})))?"
        r"(?: (?P<turn>{turn}))?",
    ),
    "season": Expression(
        "{season}",
        2,
        r"(?P<article>l'|cet |le |au |en |à l'|du |de l'|d')?(?P<season>{season})"
        r"(?: (?:de l'année )?(?P<year>{YEAR})(?P<next>-{YEAR})?)?(?: (?P<turn>{turn}))?",
    ),
    "year": Expression(
        "{YEAR}", 2, r"(?:(?P<said>(?:l'|les |d'|cette )?an(?:née)?s?) )?(?P<year>{YEAR})"
    ),
    "decade": Expression("années", 2, r"(?:(?:dans )?les |aux )?années (?P<count>{count})"),
    "day_word": Expression(
        "{day}",
        0,
        r"(?P<word>{day})(?:,? le (?P<day>{DAY}) (?P<month>{month})(?: (?P<year>{YEAR}))?)?",
    ),
    "told_day": Expression("{told_day}", 1, r"(?:(?:dès|à) )?(?P<word>{told_day})"),
    "part": Expression(
        "{part}",
        2,
        r"(?P<article>ce|cet|cette|dans la|dans l'|en) ?(?P<part>{part})(?! d[eu'])"
        r"|la (?P<night>nuit) (?P<turn>{turn})",
    ),
    "turned": Expression(
        "{unit}", 2, r"(?:(?:le|la|au|cette|ce|cet) |l'|à l')?(?P<unit>{unit}) (?P<turn>{turn})"
    ),
    "this": Expression(
        "{unit}",
        2,
        r"(?:ce|cet|cette|(?P<same>(?:le|la) même)) (?P<unit>{unit})(?P<there>-ci|-là)?",
    ),
    "edge": Expression(
        "{edge}",
        2,
        r"(?:(?:(?<!jusqu')au|(?<!jusqu')à la|la|le|en) )?(?P<edge>{edge})"
        r" (?:de la |de l'|du |de |d')(?P<unit>{unit})(?! (?:de |d'){month})"
        r"(?: (?P<year>{YEAR})| (?P<turn>{turn}))?",
    ),
    "rank": Expression(
        "{rank}",
        1,
        r"(?:(?:le|au|du) )?(?P<rank>{rank}) (?P<unit>(?:tri|se)mestre)"
        r"(?: (?:de )?(?:l'année )?(?P<year>{YEAR})| (?P<turn>{turn}))?",
    ),
    "ago": Expression(
        "il|voici|voilà",
        0,
        r"(?:il y a|voici|voilà) (?:déjà )?(?:(?P<near>{approximate}) )?{count_unit}",
    ),
    "in": Expression("dans", 0, r"dans (?:(?P<near>{approximate}) )?{count_unit}"),
    "since": Expression(
        "depuis", 0, r"depuis (?:(?:déjà|maintenant) )?(?:(?P<near>{approximate}) )?{count_unit}"
    ),
    "within": Expression(
        "d|sous|dans",
        0,
        r"(?:d'ici(?: à)?|sous) {count_unit}|dans les (?P<soon>{count}) (?P<unit2>{unit})",
    ),
    # « ces dix derniers jours », « au cours des trois prochains mois », « les semaines à venir »
    "span": Expression(
        "les|des|ces",
        2,
        r"(?:(?:(?:au cours|lors) |(?:dans|durant|pendant|sur|pour|ces) )?(?:les|des|ces) |ces )"
        r"(?:(?P<count>{count}) )?(?:(?:toutes )?(?P<turn>{turn}) (?:(?P<count2>{count}) )?"
        r"(?P<unit>{unit})|(?P<unit2>{unit}) (?P<turn2>{turn}))",
    ),
    "told_shift": Expression(
        "tôt|tard|auparavant",
        24,
        r"(?:(?P<near>{approximate}) )?{count_unit} (?:plus (?P<turn>tôt|tard)|auparavant)",
    ),
}


class Hit(NamedTuple):
    """An expression of a text: which, and what it matched."""

    name: str
    match: re.Match[str]


def find_expressions(
    text: str, words: Words, calendar: Calendar, numbers: Numbers
) -> tuple[Hit, ...]:
    """The expressions of a text that do not overlap: of two that do, the first, or the longer.

    Args:
        text: the text, as `Article.plain` gives it.
        words: its words.
        calendar: the words of the calendar.
        numbers: the words of numbers.
    """
    hits = [
        Hit(name, match) for name, match in find_matches(_searches(calendar, numbers), text, words)
    ]
    hits.sort(key=lambda hit: (hit.match.start(), -hit.match.end()))
    return tuple(_apart(hits))


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    end = 0
    for hit in hits:
        if hit.match.start() >= end:
            end = hit.match.end()
            yield hit


@lru_cache(maxsize=4)
def _searches(calendar: Calendar, numbers: Numbers) -> Searches:
    forms = _forms(calendar, numbers)
    return searches_of(_search(name, calendar, forms) for name in EXPRESSIONS)


def _search(name: str, calendar: Calendar, forms: Mapping[str, str]) -> Search:
    word, before, pattern = EXPRESSIONS[name]
    words, further = _looked_for(word, calendar)
    return Search(name, words, compiled(pattern, forms), before + further)


def _looked_for(word: str, calendar: Calendar) -> tuple[frozenset[str], int]:
    """The words, folded, that an expression is looked for by, and how many others of the same
    phrase precede one at most: of « la veille » it is « veille », as « la » is everywhere."""
    if word == "{YEAR}":
        return frozenset(map(str, range(1000, 2200))), 0
    if word == "{DAY}":
        days = frozenset(f"{day:{form}}" for day in range(100) for form in ("d", "02d"))
        return days | {"1er"}, 0
    kind = word.strip("{}")
    found = set()
    for phrase in word.split("|") if kind == word else calendar.words[kind]:
        words = [part.folded for part in words_of(phrase)]
        at = max(range(len(words)), key=lambda number: len(words[number]))
        found.add((words[at], at))
    return frozenset(folded for folded, _ in found), max(at for _, at in found)


def _forms(calendar: Calendar, numbers: Numbers) -> Mapping[str, str]:
    count = rf"(?:quelques|plusieurs|{number_pattern(numbers)})"
    unit = calendar.pattern("unit")
    dozens = rf"une {numbers.pattern('collective')} (?:de |d')"
    return {
        **{kind: calendar.pattern(kind) for kind in calendar.words},
        "approximate": numbers.pattern("approximate"),
        "count": count,
        "count_unit": rf"(?:(?P<dozens>{dozens})|(?P<count>des|{count}) )(?P<unit>{unit})",
        "YEAR": YEAR,
        "DAY": DAY,
    }
