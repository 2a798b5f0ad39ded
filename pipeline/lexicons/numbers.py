"""The words of numbers and of measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicons.files import LexiconError, read_entries

KINDS = frozenset(
    "number scale collective fraction approximate measure change designator none".split()
)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A line of numbers.csv: the forms of one word, in lower case.

    `kind` says what `value` is: the value of a `number` (« douze »), a `scale` (« mille ») or a
    `collective` (« une dizaine »), the divisor of a `fraction`, the unit of a `measure`. The others
    have none: what makes a number `approximate`, the stem of a verb of `change` (« passer de 12 à
    15 »), a `designator` (« article 5 »), a phrase that counts nothing (`none`).
    """

    form: tuple[str, ...]
    kind: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The words of numbers.csv: kind → form → value.

    Two are equal if they are one: patterns made of its words are kept by it.
    """

    words: Mapping[str, Mapping[str, str]]

    def pattern(self, *kinds: str) -> str:
        """A regular expression, without groups, of all forms of these kinds."""
        forms = sorted(
            (form for kind in kinds for form in self.words[kind]),
            key=lambda form: (-len(form), form),
        )
        return "(?:" + "|".join(map(re.escape, forms)) + ")"

    def number(self, kind: str, form: str) -> int:
        """The value of a form of that kind. Raises KeyError if there is none."""
        return int(self.words[kind][form])


def load_numbers() -> Numbers:
    """Read numbers.csv.

    Raises:
        LexiconError: a line cannot be read, or its kind is not known.
    """
    words: dict[str, dict[str, str]] = {kind: {} for kind in sorted(KINDS)}
    for entry in read_entries("numbers.csv", NumberWord):
        if entry.kind not in KINDS:
            raise LexiconError(f"numbers.csv: {entry.form[0]} has the unknown kind {entry.kind!r}")
        words[entry.kind] |= dict.fromkeys(entry.form, entry.value)
    return Numbers(words)
