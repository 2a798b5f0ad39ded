"""Multi-word forms: the words of a text, folded, and the lexicon forms they make.

A lexicon form is found whatever its accents (« Etats-Unis »), its capitals (« ÉTATS-UNIS ») and its
hyphens (« Etats Unis ») are, in one pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pipeline.words import Heads, Word, Words, heads_of, words_of

Value = TypeVar("Value")
# What may stand between two words of one form: a space, a hyphen, an apostrophe.
GAP = re.compile(r"[ \u00a0\u202f\-‑‐'’ʼ]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms(Generic[Value]):
    """Forms as sequences of folded words, and how they begin."""

    values: Mapping[tuple[str, ...], tuple[Value, ...]]
    heads: Heads


def table_of(forms: Iterable[tuple[str, Value]]) -> Forms[Value]:
    """The table of (form, value) pairs; a form with several values keeps them in order."""
    values: dict[tuple[str, ...], tuple[Value, ...]] = {}
    for form, value in forms:
        key = tuple(word.folded for word in words_of(form))
        held = values.get(key, ())
        if value not in held:
            values[key] = (*held, value)
    return Forms(values=values, heads=heads_of(values))


def find_forms(
    table: Forms[Value],
    words: Words,
    text: str,
    accepts: Callable[[Sequence[Word], Value], bool],
    gap: re.Pattern[str] = GAP,
) -> Iterator[tuple[int, int, tuple[Value, ...]]]:
    """The forms of a text, from left to right, the longest first, none over another.

    The time it takes grows with the words of the text that begin a form, not with the table.

    Args:
        table: the forms.
        words: the words of `text`.
        text: the text, whose characters between two words tell whether they belong together.
        accepts: whether these words are that value (its capitals, say).
        gap: what may stand between two words of one form.

    Yields:
        The index of the first word, the index after the last, and the values accepted.
    """
    free = 0
    for at in words.opening(table.heads):
        if at < free:
            continue
        run = _run(table, words, at, text, gap)
        for after in range(at + run, at, -1):
            values = table.values.get(tuple(words.folded[at:after]), ())
            accepted = values and _accepted(values, words.between(at, after), accepts)
            if accepted:
                yield at, after, accepted
                free = after
                break


def _accepted(
    values: tuple[Value, ...],
    written: Sequence[Word],
    accepts: Callable[[Sequence[Word], Value], bool],
) -> tuple[Value, ...]:
    return tuple([value for value in values if accepts(written, value)])


def _run(table: Forms[Value], words: Words, at: int, text: str, gap: re.Pattern[str]) -> int:
    """How many words from `words[at]` on may make a form."""
    limit = min(table.heads.longest[words.folded[at]], len(words) - at)
    run = 1
    while run < limit and _joined(text, words, at + run - 1, gap):
        run += 1
    return run


def _joined(text: str, words: Words, at: int, gap: re.Pattern[str]) -> bool:
    """Whether word `at` and the next may belong to one form; a full stop joins initials only
    (« U.R.S.S. »)."""
    if gap.fullmatch(text, words.end(at), words.starts[at + 1]):
        return True
    initials = len(words.written[at]) == len(words.written[at + 1]) == 1
    return initials and words.gap(text, at) == "."


def cased_like(written: Sequence[Word], form: str) -> bool:
    """Whether each word that `form` writes with a capital has one in the text.

    An acronym is written in capitals throughout: « RDC », not « Rdc ».
    """
    for word, (capitals, capital) in zip(written, _cases(form), strict=True):
        if capitals and not word.text.isupper():
            return False
        if capital and not word.text[0].isupper():
            return False
    return True


@lru_cache(maxsize=2**12)
def _cases(form: str) -> tuple[tuple[bool, bool], ...]:
    """For each word of a form whether it is an acronym, and whether it has a capital."""
    return tuple(
        (len(word.text) > 1 and word.text.isupper(), word.text[0].isupper())
        for word in words_of(form)
    )
