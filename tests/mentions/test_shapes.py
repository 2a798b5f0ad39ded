"""The shapes of names, and patterns made of lists of words."""

from __future__ import annotations

import re

from pipeline.mentions.shapes import alternation, openings


def longest(words: list[str], text: str) -> str | None:
    found = re.match(alternation(words), text)
    return found.group() if found else None


def test_the_longest_of_several_words_is_taken() -> None:
    assert longest(["chef", "chef de la police", "colonel"], "chef de la police") == (
        "chef de la police"
    )


def test_any_white_space_stands_between_words() -> None:
    assert longest(["vice-amiral", "chef de cabinet"], "chef\u00a0de cabinet") is not None


def test_a_word_of_one_letter_is_found() -> None:
    assert longest(["x", "xénon"], "x.") == "x"


def test_no_words_match_nothing() -> None:
    assert longest([], "chef") is None


def test_what_a_pattern_may_begin_with() -> None:
    assert openings("villes?|port|hôpital (?:de|du)") == {"ville", "villes", "port", "hopital"}
