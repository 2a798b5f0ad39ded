"""The words of a text and where each stands, so that a rule looks only where its words are.

Most rules need some word of a list: a month, a title, a country. Few words of a text are in any
list: a rule asks for the places of its words (`Words.places`) and reads on from there, and what it
costs grows neither with the words that are none of its own nor with the length of its list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, filterfalse
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
DIVISION = re.compile(rf"({WORD.pattern})")
LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "ß": "ss"}
    | {"Œ": "OE", "Æ": "AE", "Ø": "O", "Ł": "L"}
)


class Word(NamedTuple):
    """A run of letters and digits: as written, folded, and its character offsets."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heads:
    """How the phrases of a lexicon begin: by their first word, folded, how many words the longest
    has, and which words come second (an empty one if the first is a phrase by itself)."""

    firsts: frozenset[str]
    longest: Mapping[str, int]
    seconds: Mapping[str, Set[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, in columns: as written, folded, the folded one behind it (the
    last has an empty one), and where each starts; the different folded ones, and the indices of
    each."""

    written: Sequence[str]
    folded: Sequence[str]
    behind: Sequence[str]
    starts: Sequence[int]
    different: frozenset[str]
    where: Mapping[str, list[int]]

    def __len__(self) -> int:
        return len(self.written)

    def __getitem__(self, at: int) -> Word:
        start = self.starts[at]
        return Word(self.written[at], self.folded[at], start, start + len(self.written[at]))

    def end(self, at: int) -> int:
        """The character after word `at`."""
        return self.starts[at] + len(self.written[at])

    def gap(self, text: str, at: int) -> str:
        """What stands between word `at` and the next, in the text that these are the words of."""
        return text[self.starts[at] + len(self.written[at]) : self.starts[at + 1]]

    def between(self, first: int, after: int) -> tuple[Word, ...]:
        """The words from index `first` to before `after`."""
        return tuple([self[at] for at in range(first, after)])

    def places(self, folded: Set[str]) -> list[int]:
        """The indices of the words that are in a set, in the order of the text."""
        return sorted([at for word in folded & self.different for at in self.where[word]])

    def opening(self, heads: Heads) -> list[int]:
        """The indices of the words that may open a phrase, in the order of the text."""
        places: list[int] = []
        behind = self.behind
        for first in heads.firsts & self.different:
            seconds = heads.seconds[first]
            if "" in seconds:
                places += self.where[first]
            else:
                places += [at for at in self.where[first] if behind[at] in seconds]
        return sorted(places)

    def characters(self, folded: Set[str], before: int = 0) -> list[int]:
        """The characters where a phrase can start that has one of these words after at most
        `before` other words, in the order of the text."""
        return self.characters_before(self.places(folded), before)

    def characters_before(self, places: Sequence[int], before: int) -> list[int]:
        """The characters where the words of these indices, in the order of the text, start, and
        where at most `before` words before each of them do, in the same order."""
        if not before:
            return [self.starts[at] for at in places]
        starts: list[int] = []
        done = 0
        for at in places:
            starts += self.starts[max(done, at - before) : at + 1]
            done = at + 1
        return starts

    def numerals(self) -> frozenset[str]:
        """The words that begin with a digit."""
        mixed = filterfalse(str.isalpha, self.different)
        return frozenset([word for word in mixed if word[0].isdecimal()])


def fold(text: str) -> str:
    """The text in small letters without accents: « É » and « e » are one."""
    return text.lower() if text.isascii() else _without_accents(text)


@lru_cache(maxsize=2**14)
def _without_accents(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(c for c in spread if not unicodedata.combining(c)).lower()


def words_of(text: str, word: re.Pattern[str] = WORD) -> tuple[Word, ...]:
    """The words of a text, in order; hyphens and apostrophes divide words, and what else `word`
    leaves out."""
    return tuple(
        Word(written := match.group(), fold(written), *match.span())
        for match in word.finditer(text)
    )


def index_words(text: str) -> Words:
    """The words of a text and their places."""
    pieces = DIVISION.split(text)  # what stands between, a word, what stands between, …
    written = pieces[1::2]
    ends = list(accumulate(map(len, pieces)))  # of each piece; it is where the next one starts
    # `fold`, written out: a word without accents is sooner in small letters than asked of anything.
    folded = [word.lower() if word.isascii() else _without_accents(word) for word in written]
    return _indexed(written, folded, ends[:-1:2])


def divided(words: Words, part: re.Pattern[str]) -> Words:
    """The words, those that hold more than letters or more than digits cut into parts (« T72 »)."""
    mixed = [word for word in filterfalse(str.isalpha, words.different) if not word.isdecimal()]
    if not mixed:
        return words
    written: list[str] = []
    folded: list[str] = []
    starts: list[int] = []
    done = 0
    for at in words.places(frozenset(mixed)):
        parts = list(part.finditer(words.written[at]))
        written += [*words.written[done:at], *(found.group() for found in parts)]
        folded += [*words.folded[done:at], *(fold(found.group()) for found in parts)]
        starts += [*words.starts[done:at], *(words.starts[at] + found.start() for found in parts)]
        done = at + 1
    return _indexed(
        [*written, *words.written[done:]],
        [*folded, *words.folded[done:]],
        [*starts, *words.starts[done:]],
    )


def _indexed(written: list[str], folded: list[str], starts: list[int]) -> Words:
    where: dict[str, list[int]] = {}
    for at, word in enumerate(folded):
        if word in where:
            where[word].append(at)
        else:
            where[word] = [at]
    return Words(written, folded, [*folded[1:], ""], starts, frozenset(where), where)


def heads_of(phrases: Iterable[Sequence[str]]) -> Heads:
    """How phrases begin, each given by its folded words."""
    longest: dict[str, int] = {}
    seconds: dict[str, set[str]] = {}
    for words in phrases:
        first, second = words[0], words[1] if len(words) > 1 else ""
        longest[first] = max(longest.get(first, 0), len(words))
        seconds.setdefault(first, set()).add(second)
    return Heads(frozenset(longest), longest, seconds)


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, if every match begins at one of `starts`.

    Args:
        pattern: a regular expression that matches no empty string.
        text: the text.
        starts: characters, in the order of the text.
    """
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, folded: what phrases are looked for by."""
    return frozenset(words_of(phrase)[0].folded for phrase in phrases)
