"""Where an annotation is: strings and lines become character offsets; values are checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from pipeline.review.evaluate.annotations import Span

SHOWN = 60  # characters of a line that a message shows


class GoldError(ValueError):
    """A gold file that is wrong: which one, where, and what to mend."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text by its lines: where each begins and ends."""

    text: str
    spans: tuple[Span, ...]

    def span(self, number: object) -> Span:
        """The first character of a line, which count from 1, and the one past its last.

        Raises:
            GoldError: the text has no such line.
        """
        if not isinstance(number, int) or not 1 <= number <= len(self.spans):
            raise GoldError(f"line is {number!r}; the text has the lines 1 to {len(self.spans)}")
        return self.spans[number - 1]


def lines_of(text: str) -> Lines:
    """The lines of a text."""
    lines = text.split("\n")
    ends = [end - 1 for end in accumulate(len(line) + 1 for line in lines)]
    spans = ((end - len(line), end) for end, line in zip(ends, lines, strict=True))
    return Lines(text, tuple(spans))


def find(place: Mapping[str, Any], number: object, lines: Lines) -> Span:
    """The place that an annotation names.

    Args:
        place: `{"text": …, "nth": …}`, or the two ends of a long piece `{"from": …, "to": …}`, or
            `{"at": [start, end]}`. `nth` counts the places of the string within its line, from 1.
        number: the line; `at` needs none.
        lines: the text.

    Raises:
        GoldError: there is no such place.
    """
    if "at" in place:
        start, end = place["at"]
        if not 0 <= start < end <= len(lines.text):
            raise GoldError(f"[{start}, {end}] is not in the text: it has {len(lines.text)} signs")
        return start, end
    first, last = lines.span(number)
    line = lines.text[first:last]
    head = place["from"] if "from" in place else place["text"]
    start = _nth(line, head, place.get("nth") or 1, number)
    if "from" not in place:
        return first + start, first + start + len(head)
    end = line.find(place["to"], start)
    if end < 0:
        raise GoldError(f"« {place['to']} » does not follow « {head} » in line {number}")
    return first + start, first + end + len(place["to"])


def _nth(line: str, string: str, nth: int, number: object) -> int:
    """Where a string stands in a line for the nth time; the places may overlap."""
    at = -1
    for found in range(nth):
        at = line.find(string, at + 1)
        if at < 0:
            times = f"stands {found} times, not {nth}," if found else "does not stand"
            raise GoldError(f"« {string} » {times} in line {number} of the text: {line[:SHOWN]!r}")
    return at


def choice(entry: Mapping[str, Any], key: str, allowed: Sequence[str]) -> str:
    """A value that must be one of those allowed.

    Raises:
        GoldError: it is another.
    """
    value = entry[key]
    if value not in allowed:
        raise GoldError(f"{key} is {value!r}; it may be {', '.join(allowed)}")
    return str(value)


def text_or_null(entry: Mapping[str, Any], key: str) -> str | None:
    """A value that is text, or missing.

    Raises:
        GoldError: it is something else.
    """
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise GoldError(f"{key} is {value!r}; it may be text or null")
    return value
