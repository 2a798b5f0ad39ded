"""What a number in the text is worth: one function for each form of `pipeline.quantities.written`.

Pure functions on what its regular expression matched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from pipeline.lexicons.numbers import Numbers
from pipeline.quantities.numbers import number_value

CHANGE_REACH = 28  # characters before « de 12 à 15 » in which « passer » is looked for


class Written(NamedTuple):
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


def _none(_match: re.Match[str], _numbers: Numbers) -> Read:
    return ()


def _one(
    match: re.Match[str], value: float | None, rule: str, *, approximate: bool = False
) -> Read:
    return (Written(*match.span(), value, None, approximate, rule, match.end()),)


def _number(match: re.Match[str], numbers: Numbers) -> Read:
    """« un » and « une » alone are articles; « deux millions et demi » halves its last word."""
    words = match["number"]
    if words in {"un", "une"}:
        return None
    value = number_value(words, numbers)
    if value is None:
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
    before = match.string[max(0, match.start() - CHANGE_REACH) : match.start()]
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
