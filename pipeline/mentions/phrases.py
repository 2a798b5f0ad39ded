"""Phrases found to the letter, accents and capitals included, by the longest of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their longest word, folded, each with where that word starts in it; `words` are
    those words."""

    words: frozenset[str]
    by_word: Mapping[str, list[tuple[int, str]]]


def phrases_of(phrases: Iterable[str]) -> Phrases:
    """The phrases, ready to be found if they hold a word."""
    by_word: dict[str, list[tuple[int, str]]] = {}
    for phrase in phrases:
        word, start = _longest_word(phrase)
        by_word.setdefault(word, []).append((start, phrase))
    return Phrases(frozenset(by_word), by_word)


@lru_cache(maxsize=2**12)
def _longest_word(phrase: str) -> tuple[str, int]:
    """The longest word of a phrase, folded, and where it starts; empty if it has none."""
    longest = max(words_of(phrase), key=lambda word: len(word.text), default=None)
    return (longest.folded, longest.start) if longest else ("", 0)


def find_phrases(
    phrases: Phrases, text: str, words: Words, beside: str = ""
) -> Iterator[tuple[int, str]]:
    """Where phrases stand, none over another: of those that start in one place the longest.

    No letter or digit touches a phrase that is found.

    Args:
        phrases: the phrases.
        text: the text.
        words: its words.
        beside: other characters that may not touch a phrase (« - »).
    """
    places = []
    for at in words.places(phrases.words):
        for lead, phrase in phrases.by_word[words.folded[at]]:
            start = words.starts[at] - lead
            if text.startswith(phrase, start):
                places.append((start, -len(phrase), phrase))
    free, marks = 0, f"_{beside}"
    for start, _, phrase in sorted(places):
        end = start + len(phrase)
        if start >= free and not _is_touched(text, start, end, marks):
            yield start, phrase
            free = end


def _is_touched(text: str, start: int, end: int, marks: str) -> bool:
    """Whether a letter, a digit or one of the marks stands right before or behind."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return True
    return (before != "" and before in marks) or (after != "" and after in marks)
