"""Which characters of a text say how many: numbers, ranges, dozens, fractions.

Pure functions on a text in lower case (`Article.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.numbers import DIGITS, number_pattern, number_value
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


@dataclass(frozen=True, slots=True)
class Written:
    """A number in the text: where, how much, whether it is said to be inexact.

    A range goes from `value` to `value_max`; a fraction is in hundredths. What is counted stands
    from `after` on: « passer de 2 à 3 km » has it behind the second number only.
    """

    start: int
    end: int
    value: float | None
    value_max: float | None
    approximate: bool
    rule: str
    after: int


# What a match is read as: None if it is not what it looks like, nothing if it counts nothing.
Read = tuple[Written, ...] | None


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


def _none(_match: re.Match[str], _numbers: Numbers) -> Read:
    return ()


def _one(
    match: re.Match[str], value: float | None, rule: str, *, approximate: bool = False
) -> Read:
    return (Written(*match.span(), value, None, approximate, rule, match.end()),)


def _number(match: re.Match[str], numbers: Numbers) -> Read:
    """« un » and « une » alone are articles; « deux millions et demi » halves its last word."""
    words = match["number"]
    value = number_value(words, numbers)
    if value is None or words in {"un", "une"}:
        return None
    if match["half"]:
        last = re.split(r"[ -]", words)[-1]
        value += numbers.number("scale", last) / 2 if last in numbers.words["scale"] else 0.5
    return _one(match, value, "digits" if words[0].isdigit() else "words")


def _minus(match: re.Match[str], numbers: Numbers) -> Read:
    value = number_value(match["number"], numbers)
    return None if value is None else _one(match, -value, "digits")


def _range(match: re.Match[str], numbers: Numbers) -> Read:
    """« 2 à 3 millions » lends its scale to the first; « 3 à 1 » is a score, « passer de 12 à 15 »
    are two numbers."""
    group = next(name for name in ("low", "low2", "low3") if match[name])
    low, high = number_value(match[group], numbers), number_value(match["high"], numbers)
    if low is None or high is None:
        return None
    scale = _scale(match["high"], numbers)
    if low < high / scale and not _has_scale(match[group], numbers):
        low *= scale
    before = match.string[max(0, match.start() - REACH) : match.start()]
    if match["de"] and _change(numbers).search(before):
        end = match.end()
        return (
            Written(*match.span(group), low, None, False, "change", end),
            Written(*match.span("high"), high, None, False, "change", end),
        )
    if low < high:
        return (Written(*match.span(), low, high, True, "range", match.end()),)
    return () if max(low, high) < 100 and match["low2"] else None


@lru_cache(maxsize=4)
def _change(numbers: Numbers) -> re.Pattern[str]:
    """A verb of change before its two numbers: « passer *de 12 à 15* »."""
    return re.compile(rf"\b{numbers.pattern('change')}\w*[^\d.;]*\Z")


def _has_scale(words: str, numbers: Numbers) -> bool:
    return any(word in numbers.words["scale"] for word in re.split(r"[ -]", words))


def _scale(words: str, numbers: Numbers) -> float:
    """What « 3 millions » multiplies its first number by."""
    last = re.split(r"[ -]", words)[-1]
    return float(numbers.words["scale"].get(last, 1))


def _collective(match: re.Match[str], numbers: Numbers) -> Read:
    """« une dizaine » is about ten; « des dizaines » say no number, and « la dizaine » nothing."""
    dozens, scale = match["dozens"], match["scale"]
    is_scale = dozens in numbers.words["scale"]
    if match["count"] is None:
        return _one(match, None, "collective", approximate=True) if dozens[-1] == "s" else None
    count = number_value(match["count"], numbers)
    if count is None or is_scale:  # « deux millions » is a number
        return None
    size: float = numbers.number("collective", dozens)
    if scale:
        size *= numbers.number("scale" if scale in numbers.words["scale"] else "collective", scale)
    return _one(match, count * size, "collective", approximate=True)


def _fraction(match: re.Match[str], numbers: Numbers) -> Read:
    """« deux tiers des députés », « sept sur dix », in hundredths as « 70 % » would be."""
    groups = match.groupdict()
    count = number_value(groups["count"] or groups.get("count2") or "un", numbers)
    size: float | None
    if "part" in groups:
        size = numbers.number("fraction", groups["part"])
    else:
        size = number_value(groups["size"] or groups["one"], numbers)
    if count is None or size is None or not 0 < count < size:
        return None
    return _one(match, round(100 * count / size, 2), "fraction" if "part" in groups else "ratio")


READERS: dict[str, Callable[[re.Match[str], Numbers], Read]] = {
    "none": _none,
    "range": _range,
    "collective": _collective,
    "fraction": _fraction,
    "ratio": _fraction,
    "minus": _minus,
    "number": _number,
}
