"""Phrases found to the letter."""

from __future__ import annotations

import pytest

from pipeline.mentions.phrases import find_phrases, phrases_of
from pipeline.words import index_words


def found(phrases: set[str], text: str, beside: str = "") -> list[tuple[int, str]]:
    return list(find_phrases(phrases_of(phrases), text, index_words(text), beside))


def test_the_longest_phrase_wins() -> None:
    assert found({"Union", "Union africaine"}, "l'Union africaine") == [(2, "Union africaine")]


def test_no_phrase_stands_over_another() -> None:
    assert found({"A B", "B C"}, "A B C") == [(0, "A B")]


@pytest.mark.parametrize("text", ["les Unions", "la Réunion", "union", "Union_"])
def test_part_of_a_word_or_another_case_is_no_phrase(text: str) -> None:
    assert found({"Union"}, text) == []


def test_a_hyphen_may_be_refused() -> None:
    assert found({"Union"}, "Trait-Union") == [(6, "Union")]
    assert found({"Union"}, "Trait-Union", "-") == []


def test_a_phrase_may_begin_with_a_mark() -> None:
    assert found({"'Ndrangheta"}, "la 'Ndrangheta") == [(3, "'Ndrangheta")]
