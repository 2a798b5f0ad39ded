"""Which characters of a text say how many: numbers, ranges, dozens, fractions.

Pure functions on a text in lower case (`Article.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.numbers import DIGITS, number_pattern
from pipeline.quantities.readers import READERS, Written
from pipeline.words import Words, first_words, matches_at

REACH = 28  # characters beside a number in which « environ » is looked for

# No letter, hyphen, stroke or decimal mark may touch a number (« F-16 », « 12/03 », « 20e »), nor
# the ending of an ordinal follow it (« 11 e »); the symbol of its unit may (« 155mm », « 50% »).
BEGIN = r"(?<![\w/°-])(?<!\d[.,:])"
END = r"(?![\w/]| (?:er|e|è|ème|ère)(?!\w)|-\w|[.,:]\d|°(?!c))|(?={symbol}(?!\w))"


class Form(NamedTuple):
    """A way of writing a number: the words it may begin with, divided by "|", its regular
    expression, and words of which the text must hold one. « {number} » stands for the words of
    numbers, « {digits} » for digits."""

    first: str
    pattern: str
    needs: str = ""


FORMS = {
    "none": Form(
        "{digits}|{number}|le|la|les|des|{none}", "(?:(?:{number}|le|la|les|des) )?{none}"
    ),
    # « entre 200 et 300 », « de 60 à 80 », « deux ou trois », « 60-80 »
    "range": Form(
        "{digits}|{number}|entre|de",
        r"(?:(?:entre (?P<low>{number}) et|(?P<de>de )?(?P<low2>{number}) (?:à|ou)) "
        r"|(?P<low3>\d+)[-–])(?P<high>{number})",
    ),
    # « une dizaine », « deux douzaines », « plusieurs centaines de milliers »
    "collective": Form(
        "{digits}|{number}|des|quelques|plusieurs|les|la|cette",
        r"(?:(?P<count>{number})|des|quelques|plusieurs|les|la|cette)"
        r" (?:petites? |bonnes? |grosses? )?(?P<dozens>{collective}|millions|milliards)"
        r"(?: (?:de |d')(?P<scale>milliers|millions|milliards))?",
        needs="{collective}|millions|milliards",
    ),
    "fraction": Form(
        "un|une|deux|trois|quatre|cinq|la|le|les",
        r"(?:(?P<count>un|une|deux|trois|quatre|cinq)|la|le|les (?P<count2>deux|trois|quatre))"
        r" (?P<part>{fraction})(?= d(?:e|es|u|')(?!\w))",
        needs="{fraction}",
    ),
    # « sept pertes sur dix », « un sur quatre », but not « trois missiles sur deux villes »
    "ratio": Form(
        "{digits}|{number}",
        r"une? (?:[^\W\d]+ )?sur (?P<one>{number})"
        r"|(?P<count>{number}) (?:[^\W\d]+ )?sur (?P<size>{number})"
        r"(?= ?[,.;:?!)»\n]|\Z| (?:a|ont|est|sont|se|ne|en|dans|au|à|pour)(?!\w))",
        needs="sur",
    ),
    # « -0,7 % », « -20 °C », but not the « - 12 » of a list
    "minus": Form("{digits}", r"[-−](?P<number>{digits})(?= ?(?:%|°c?|degrés?|points?)(?!\w))"),
    "number": Form("{digits}|{number}", "(?P<number>{number})(?P<half> et demie?)?"),
}


def find_written(text: str, words: Words, numbers: Numbers) -> Iterator[Written]:
    """The numbers of a text, in its order; of two that overlap the first, or the longer.

    Args:
        text: the text, in lower case.
        words: its words.
        numbers: the words of numbers.
    """
    digits = _digits(text, words)
    hits = [
        (search.name, match)
        for search in _searches(numbers)
        if not search.needs or not search.needs.isdisjoint(words.different)
        for match in matches_at(
            search.pattern,
            text,
            sorted([*words.characters(search.first), *(digits if search.digits else ())]),
        )
    ]
    hits.sort(key=lambda hit: (hit[1].start(), -hit[1].end()))
    floor = 0
    for name, match in hits:
        if match.start() < floor:
            continue
        found = READERS[name](match, numbers)
        if found is None:
            continue
        floor = match.end()
        for each in found:
            yield _with_approximation(text, each, numbers)


def _digits(text: str, words: Words) -> list[int]:
    """Where digits begin, or the minus before them."""
    starts = words.characters(words.numerals())
    return starts + [at - 1 for at in starts if text[at - 1 : at] in {"-", "−"}]


class Search(NamedTuple):
    """A form as it is looked for: from these words on, and from digits or not, in a text that has
    one of the words it needs, if it needs any."""

    name: str
    first: frozenset[str]
    digits: bool
    needs: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def _searches(numbers: Numbers) -> tuple[Search, ...]:
    forms = forms_of(numbers)
    end = compiled(END, forms, begin="", end="").pattern
    return tuple(
        Search(
            name=name,
            first=_first(form.first, numbers),
            needs=_first(form.needs, numbers),
            digits="{digits}" in form.first,
            pattern=compiled(form.pattern, forms, begin=BEGIN, end=f"(?:{end})"),
        )
        for name, form in FORMS.items()
    )


def _first(names: str, numbers: Numbers) -> frozenset[str]:
    """The first words, folded, of what is named, divided by "|"."""
    words = {
        "": (),
        "{digits}": (),
        "{number}": (*numbers.words["number"], *numbers.words["scale"]),
        "{none}": numbers.words["none"],
        "{collective}": numbers.words["collective"],
        "{fraction}": numbers.words["fraction"],
    }
    return first_words(word for name in names.split("|") for word in words.get(name, (name,)))


@lru_cache(maxsize=4)
def forms_of(numbers: Numbers) -> Mapping[str, str]:
    """What the names in the templates of this stage stand for."""
    symbols = [form for form in numbers.words["measure"] if len(form) < 4]
    forms = {kind: numbers.pattern(kind) for kind in numbers.words}
    return {
        **forms,
        "number": number_pattern(numbers),
        "digits": DIGITS,
        "symbol": "(?:" + "|".join(map(re.escape, sorted(symbols, key=len, reverse=True))) + ")",
    }


@lru_cache(maxsize=4)
def _approximations(numbers: Numbers) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a number inexact, before it and behind it."""
    before = compiled(r"{approximate} (?:de |d')?", forms_of(numbers), end=r"\Z")
    after = compiled(r" (?:[^\W\d]+ )?(?:environ|au moins|au plus|ou plus)", {}, begin="")
    return before, after


def _with_approximation(text: str, written: Written, numbers: Numbers) -> Written:
    """The number, inexact if « environ » or the like stands beside it."""
    before, after = _approximations(numbers)
    start, end = written.start, written.end
    if before.search(text, max(0, start - REACH), start) or after.match(text, end, end + REACH):
        return replace(written, approximate=True)
    return written
