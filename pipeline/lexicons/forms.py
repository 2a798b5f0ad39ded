"""Multi-word forms: the words of a text, folded, and the lexicon forms they make.

A lexicon form is found whatever its accents (« Etats-Unis »), its capitals (« ÉTATS-UNIS ») and its
hyphens (« Etats Unis ») are, in one pass over the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one form: a space, a hyphen, an apostrophe.
GAP = re.compile(r"[ \u00a0\u202f\-‑‐'’ʼ]{1,2}")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ß": "ss", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits: as written, folded, and its character offsets."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms(Generic[Value]):
    """Forms as sequences of folded words, and the number of words of the longest by first word."""

    values: Mapping[tuple[str, ...], tuple[Value, ...]]
    longest: Mapping[str, int]


def fold(text: str) -> str:
    """The text in small letters without accents: « É » and « e » are one."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(c for c in spread if not unicodedata.combining(c)).lower()


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; hyphens and apostrophes divide words."""
    return tuple(
        Word(match.group(), fold(match.group()), match.start(), match.end())
        for match in WORD.finditer(text)
    )


def table_of(forms: Iterable[tuple[str, Value]]) -> Forms[Value]:
    """The table of (form, value) pairs; a form with several values keeps them in order."""
    values: dict[tuple[str, ...], tuple[Value, ...]] = {}
    longest: dict[str, int] = {}
    for form, value in forms:
        key = tuple(word.folded for word in words_of(form))
        held = values.get(key, ())
        if value not in held:
            values[key] = (*held, value)
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Forms(values=values, longest=longest)


def find_forms(
    table: Forms[Value],
    words: Sequence[Word],
    text: str,
    accepts: Callable[[Sequence[Word], Value], bool],
    gap: re.Pattern[str] = GAP,
) -> Iterator[tuple[int, int, tuple[Value, ...]]]:
    """The forms of a text, from left to right, the longest first, none over another.

    Args:
        table: the forms.
        words: the words of `text`, as `words_of` gives them.
        text: the text, whose characters between two words tell whether they belong together.
        accepts: whether these words are that value (its capitals, say).
        gap: what may stand between two words of one form.

    Yields:
        The index of the first word, the index after the last, and the values accepted.
    """
    at = 0
    while at < len(words):
        run = _run(table, words, at, text, gap)
        for after in range(at + run, at, -1):
            key = tuple(word.folded for word in words[at:after])
            values = table.values.get(key, ())
            accepted = tuple(value for value in values if accepts(words[at:after], value))
            if accepted:
                yield at, after, accepted
                at = after
                break
        else:
            at += 1


def _run(
    table: Forms[Value], words: Sequence[Word], at: int, text: str, gap: re.Pattern[str]
) -> int:
    """How many words from `words[at]` on may make a form."""
    limit = min(table.longest.get(words[at].folded, 0), len(words) - at)
    run = min(1, limit)
    while run < limit and _joined(text, words[at + run - 1], words[at + run], gap):
        run += 1
    return run


def _joined(text: str, left: Word, right: Word, gap: re.Pattern[str]) -> bool:
    """Whether two words may belong to one form; a full stop joins initials only (« U.R.S.S. »)."""
    if gap.fullmatch(text, left.end, right.start):
        return True
    initials = len(left.text) == len(right.text) == 1
    return initials and text[left.end : right.start] == "."


def cased_like(written: Sequence[Word], form: str) -> bool:
    """Whether each word that `form` writes with a capital has one in the text.

    An acronym is written in capitals throughout: « RDC », not « Rdc ».
    """
    for word, model in zip(written, words_of(form), strict=True):
        if len(model.text) > 1 and model.text.isupper() and not word.text.isupper():
            return False
        if model.text[0].isupper() and not word.text[0].isupper():
            return False
    return True
