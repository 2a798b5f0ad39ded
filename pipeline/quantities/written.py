"""Which characters of a text say how many: numbers, ranges, dozens, fractions.

Pure functions on a text in lower case (`Article.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.numbers import DIGITS, number_pattern
from pipeline.quantities.readers import READERS, Written
from pipeline.words import Heads, Words, first_words, heads_of, matches_at, words_of

REACH = 28  # characters beside a number in which « environ » is looked for

# No letter, hyphen, stroke or decimal mark may touch a number (« F-16 », « 12/03 », « 20e »), nor
# the ending of an ordinal follow it (« 11 e »); the symbol of its unit may (« 155mm », « 50% »).
BEGIN = r"(?<![\w/°-])(?<!\d[.,:])"
END = r"(?![\w/]| (?:er|e|è|ème|ère)(?!\w)|-\w|[.,:]\d|°(?!c))|(?={symbol}(?!\w))"


class Form(NamedTuple):
    """A way of writing a number: the words it may begin with, divided by "|", its regular
    expression, what the text must hold for it, and words it may begin with right before a number.
    « {number} » stands for the words of numbers and for digits, « {digits} » for digits alone."""

    first: str
    pattern: str
    needs: str = ""
    before: str = ""


FORMS = {
    "none": Form(
        "{number}|le|la|les|des|{none}",
        "(?:(?:{number}|le|la|les|des) )?{none}",
        needs="{none}",
    ),
    # « entre 200 et 300 », « de 60 à 80 », « deux ou trois », « 60-80 »
    "range": Form(
        "{number}",
        r"(?:(?:entre (?P<low>{number}) et|(?P<de>de )?(?P<low2>{number}) (?:à|ou)) "
        r"|(?P<low3>\d+)[-–])(?P<high>{number})",
        before="entre|de",
    ),
    # « une dizaine », « deux douzaines », « plusieurs centaines de milliers »
    "collective": Form(
        "{number}|des|quelques|plusieurs|les|la|cette",
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
        "{number}",
        r"une? (?:[^\W\d]+ )?sur (?P<one>{number})"
        r"|(?P<count>{number}) (?:[^\W\d]+ )?sur (?P<size>{number})"
        r"(?= ?[,.;:?!)»\n]|\Z| (?:a|ont|est|sont|se|ne|en|dans|au|à|pour)(?!\w))",
        needs="sur",
    ),
    # « -0,7 % », « -20 °C », but not the « - 12 » of a list
    "minus": Form("{digits}", r"[-−](?P<number>{digits})(?= ?(?:%|°c?|degrés?|points?)(?!\w))"),
    "number": Form("{number}", "(?P<number>{number})(?P<half> et demie?)?"),
}


def find_written(text: str, words: Words, numbers: Numbers) -> Iterator[Written]:
    """The numbers of a text, in its order; of two that overlap the first, or the longer. What
    stands beside them is not read yet (see `with_approximation`).

    Args:
        text: the text, in lower case.
        words: its words.
        numbers: the words of numbers.
    """
    hits = _hits(text, words, numbers)
    hits.sort(key=lambda hit: (hit[1].start(), -hit[1].end()))
    floor = 0
    for name, match in hits:
        if match.start() < floor:
            continue
        found = READERS[name](match, numbers)
        if found is None:
            continue
        floor = match.end()
        yield from found


def _hits(text: str, words: Words, numbers: Numbers) -> list[tuple[str, re.Match[str]]]:
    """What the regular expressions of the forms find, looked for only where it can begin."""
    numerals = words.places(words.numerals())
    spoken = words.places(_number_words(numbers))
    digits = _with_minus(text, words.characters_before(numerals, 0))
    starts = {
        "": [],
        "{digits}": digits,
        "{number}": [*digits, *words.characters_before(spoken, 0)],
    }
    hits: list[tuple[str, re.Match[str]]] = []
    for search in _searches(numbers):
        if not _is_possible(search, text, words):
            continue
        first = words.characters(search.first)
        before = _before(search, words, (*numerals, *spoken))
        places = sorted([*starts[search.start], *first, *before])
        hits += [(search.name, match) for match in matches_at(search.pattern, text, places)]
    return hits


def _with_minus(text: str, digits: list[int]) -> list[int]:
    """Where digits begin, or the minus before them."""
    return digits + [at - 1 for at in digits if text[at - 1 : at] in {"-", "−"}]


def _is_possible(search: Search, text: str, words: Words) -> bool:
    """Whether the text holds what a form needs."""
    if search.needs is None:
        return True
    return any(search.needed.match(text, words.starts[at]) for at in words.opening(search.needs))


def _before(search: Search, words: Words, numbers: Iterable[int]) -> list[int]:
    """Where words of `search.before` start that stand right before a number.

    Args:
        numbers: the indices of the words of numbers, digits too.
    """
    if not search.before:
        return []
    return [words.starts[at - 1] for at in numbers if at and words.folded[at - 1] in search.before]


class Search(NamedTuple):
    """A form as it is looked for: from the words `first` and `before` on (see `Form`) and from
    what `start` names, in a text in which `needed` matches at one of the `needs`, if any."""

    name: str
    start: str
    first: frozenset[str]
    before: frozenset[str]
    needs: Heads | None
    needed: re.Pattern[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def _searches(numbers: Numbers) -> tuple[Search, ...]:
    forms = forms_of(numbers)
    end = compiled(END, forms, begin="", end="").pattern
    return tuple(
        Search(
            name=name,
            start=next((start for start in ("{digits}", "{number}") if start in form.first), ""),
            first=first_words(_phrases(form.first, numbers)),
            before=first_words(_phrases(form.before, numbers)),
            needs=_heads(form.needs, numbers) if form.needs else None,
            needed=compiled(form.needs, forms, begin="", end=""),
            pattern=compiled(form.pattern, forms, begin=BEGIN, end=f"(?:{end})"),
        )
        for name, form in FORMS.items()
    )


@lru_cache(maxsize=4)
def _number_words(numbers: Numbers) -> frozenset[str]:
    """The first words, folded, of numbers in words."""
    return first_words((*numbers.words["number"], *numbers.words["scale"]))


def _phrases(names: str, numbers: Numbers) -> list[str]:
    """The phrases that are named, divided by "|"; none for numbers and digits, which are found
    once for all forms."""
    phrases: list[str] = []
    for name in names.split("|") if names else ():
        kind = name.strip("{}")
        if kind == name:
            phrases.append(name)
        elif kind not in {"number", "digits"}:
            phrases += numbers.words[kind]
    return phrases


def _heads(names: str, numbers: Numbers) -> Heads:
    phrases = _phrases(names, numbers)
    return heads_of([word.folded for word in words_of(phrase)] for phrase in phrases)


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


def with_approximation(text: str, written: Written, numbers: Numbers) -> Written:
    """The number, inexact if « environ » or the like stands beside it.

    Args:
        text: the text, in lower case.
        written: a number in it.
        numbers: the words that make a number inexact.
    """
    before, after = _approximations(numbers)
    start, end = written.start, written.end
    if before.search(text, max(0, start - REACH), start) or after.match(text, end, end + REACH):
        return written._replace(approximate=True)
    return written
