"""Regular expressions that are tried only where one of their words stands.

The rules of a stage are many, and few of them find their words in a text: all words of the text are
compared once with those of all rules (`Searches`), and only the rules concerned are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.words import Words, matches_at


class Search(NamedTuple):
    """A pattern and the words, folded, that it is looked for by: each match has one of them after
    at most `before` other words. It matches no empty string."""

    name: str
    words: Set[str]
    pattern: re.Pattern[str]
    before: int = 0


@dataclass(frozen=True, slots=True)
class Searches:
    """The searches of a stage in their order; `words` are those of all, `by_word` the positions of
    the searches that each word calls for."""

    searches: tuple[Search, ...]
    words: frozenset[str]
    by_word: Mapping[str, tuple[int, ...]]


def searches_of(searches: Iterable[Search]) -> Searches:
    """The searches, ready for `find_matches`."""
    ordered = tuple(searches)
    by_word: dict[str, tuple[int, ...]] = {}
    for number, search in enumerate(ordered):
        for word in search.words:
            by_word[word] = (*by_word.get(word, ()), number)
    return Searches(ordered, frozenset(by_word), by_word)


def find_matches(
    searches: Searches, text: str, words: Words
) -> Iterator[tuple[str, re.Match[str]]]:
    """What each search finds, one search after the other, each match with the search's name.

    Args:
        searches: the searches.
        text: the text.
        words: the words of the text.
    """
    called: dict[int, list[int]] = {}
    for word in searches.words & words.different:
        for number in searches.by_word[word]:
            called.setdefault(number, []).extend(words.where[word])
    for number in sorted(called):
        name, _, pattern, before = searches.searches[number]
        starts = words.characters_before(sorted(called[number]), before)
        for match in matches_at(pattern, text, starts):
            yield name, match
