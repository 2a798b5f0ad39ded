"""Numbers as they are written: which characters are one number, and what it is worth.

Pure functions: nothing here knows of articles or of what is counted.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from pipeline.lexicons.numbers import Numbers

# « 1 200 », « 1.200 », « 2,5 », « 3.14 », « 12 »: the space and the dot may part the thousands.
# Nothing is repeated without bound, so that a page of numbers is read in linear time.
DIGITS = r"(?:\d{1,3}(?:[ .]\d{3}){1,6}(?!\d)(?:,\d{1,9})?|\d{1,18}(?:[.,]\d{1,9})?)"
OPENING_DIGITS = re.compile(DIGITS)
THOUSANDS = re.compile(r"(?<=\d)[ .](?=\d{3}(?!\d))")


def word_pattern(numbers: Numbers) -> str:
    """A regular expression, without groups, of a number in words: « quarante-deux », « vingt et
    un », but not « sept et huit »."""
    word = numbers.pattern("number", "scale")
    return rf"{word}(?:(?: et (?=une?|onze)|-et-| |-){word}){{0,15}}(?!\w)"


def number_pattern(numbers: Numbers) -> str:
    """The same of a number in digits or in words, or in both: « 7,2 milliards »."""
    scale = numbers.pattern("scale")
    return rf"(?:{DIGITS}(?: {scale}(?!\w)){{0,2}}|{word_pattern(numbers)})"


@lru_cache(maxsize=2**12)
def number_value(text: str, numbers: Numbers) -> float | None:
    """What a number is worth, or None if the words do not make one (« deux trois »).

    Args:
        text: its characters in lower case, as `number_pattern` finds them.
        numbers: the words.
    """
    digits = OPENING_DIGITS.match(text)
    if digits is None:
        return words_value(re.split(r"[ -]+", text), numbers)
    value = digits_value(digits.group())
    for word in text[digits.end() :].split():
        value *= numbers.number("scale", word)
    return value


def digits_value(text: str) -> float:
    """« 1 200 » → 1200, « 2,5 » → 2.5."""
    return float(THOUSANDS.sub("", text).replace(",", "."))


def words_value(words: list[str], numbers: Numbers) -> float | None:
    """« soixante et onze » → 71; None if a word cannot follow the ones before.

    Args:
        words: the words, in lower case.
        numbers: their values.
    """
    total, ceiling = 0, math.inf  # the thousands and millions so far; the last of them
    group: int | None = None  # what stands before the next of them
    room = 100  # a word of this value or more cannot follow: nothing above 9 after « vingt »
    for word in words:
        if word == "et":
            continue
        if word in numbers.words["scale"]:
            scale = numbers.number("scale", word)
            if scale >= ceiling:
                return None
            total, ceiling = total + (1 if group is None else group) * scale, scale
            group, room = None, 100
            continue
        added = _added(group or 0, numbers.number("number", word), room)
        if added is None:
            return None
        group, room = added
    return float(total + (group or 0))


def _added(group: int, value: int, room: int) -> tuple[int, int] | None:
    """The group with one more word, and the room that this leaves."""
    if value == 100:
        return (max(group, 1) * 100, 100) if group < 10 else None
    if value == 20 and group % 100 == 4:  # « quatre-vingt »
        return group + 76, 20
    if value >= room:
        return None
    return group + value, _room(value)


def _room(value: int) -> int:
    """What may follow: below 20 after « soixante » (« soixante-douze »), below 10 after the other
    tens and « dix » (« dix-sept »), nothing after the rest."""
    if value == 60:
        return 20
    return 10 if value >= 20 or value == 10 else 0
