"""Patterns are tried where their words stand, and nowhere else."""

from __future__ import annotations

import re

from pipeline.searches import Search, find_matches, searches_of
from pipeline.words import index_words

SEARCHES = searches_of(
    (
        Search("unit", frozenset({"km", "metres"}), re.compile(r"\d+ (?:km|mètres)"), before=1),
        Search("place", frozenset({"gare"}), re.compile(r"gare de \w+")),
    )
)


def found(text: str) -> list[tuple[str, str]]:
    matches = find_matches(SEARCHES, text, index_words(text))
    return [(name, match.group()) for name, match in matches]


def test_matches_come_search_by_search() -> None:
    text = "La gare de Metz est à 12 km, la gare de Nancy à 300 mètres."
    assert found(text) == [
        ("unit", "12 km"),
        ("unit", "300 mètres"),
        ("place", "gare de Metz"),
        ("place", "gare de Nancy"),
    ]


def test_a_search_without_its_words_is_not_tried() -> None:
    search = Search("any", frozenset({"absent"}), re.compile(r"\w+"))
    text = "Tout y serait."
    assert list(find_matches(searches_of([search]), text, index_words(text))) == []


def test_no_match_lies_over_the_one_before() -> None:
    search = Search("run", frozenset({"a", "b"}), re.compile(r"(?:a|b)(?: b)*"))
    text = "a b b"
    matches = find_matches(searches_of([search]), text, index_words(text))
    assert [match.group() for _, match in matches] == ["a b b"]
