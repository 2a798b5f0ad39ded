"""What the words before a name make of it."""

from __future__ import annotations

import pytest

from pipeline.mentions.refusals import is_no_name, is_out_of_place


@pytest.mark.parametrize(
    ("before", "words", "label"),
    [
        ("le ministre de la ", "Justice", "ORG"),
        ("les Jeux olympiques d'", "Oslo", "PLACE"),
        ("la finale de la coupe de la ", "Ligue", "ORG"),
        ("ce que disent les ", "Touareg", "PLACE"),
        ("après l'ouragan ", "Irma", "PERSON"),
        ("l'exercice « ", "Vent du Nord", "ORG"),
        ("", "Finances", "ORG"),
    ],
)
def test_the_words_before_forbid_a_label(before: str, words: str, label: str) -> None:
    assert is_out_of_place(before + words, len(before), words, label)


@pytest.mark.parametrize(
    ("before", "words", "label"),
    [
        ("le siège de la ", "Ligue", "ORG"),
        ("les rues d'", "Oslo", "PLACE"),
        ("ce que disent les ", "Philippines", "PLACE"),
        ("", "Irma", "PERSON"),
    ],
)
def test_other_words_forbid_none(before: str, words: str, label: str) -> None:
    assert not is_out_of_place(before + words, len(before), words, label)


def test_a_word_that_is_never_a_name() -> None:
    assert is_no_name("Internet")
    assert not is_no_name("Internews")
