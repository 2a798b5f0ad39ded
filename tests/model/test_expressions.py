"""The tokenizer's longest expression, factored: it matches what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.expressions import compiled_fast, factored

Match = Callable[[str], object]
LONG_CLASS = re.compile(r"\[[^\]]{9,}\][*+]?")
JOINERS = "-–—‐‑'’"
LETTERS = st.text("abdeilnorsuéèçœEÉÀ" + JOINERS + "1.\n", max_size=6)


@pytest.fixture(scope="module")
def expression(token_match: Match) -> str:
    return str(token_match.__self__.pattern)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def quick(expression: str) -> Match:
    return re.compile(factored(expression)).match


def same(text: str, one: Match, other: Match) -> bool:
    return (one(text) is None) == (other(text) is None)


def test_shared_classes_are_written_once() -> None:
    letters = "[abcdefghijkl]+"
    assert factored(f"(?iu)(?:^pro-{letters}$)|(?:^anti-{letters}$)") == (
        f"(?iu)^(?:(?:pro-|anti-){letters})$"
    )


def test_other_expressions_are_left_alone() -> None:
    assert factored(r"(?u)^\d+$|^[abcdefghijkl]+$") == r"(?u)^\d+$|^[abcdefghijkl]+$"


def test_the_expression_becomes_short(expression: str) -> None:
    assert len(factored(expression)) < len(expression) / 50


@settings(max_examples=600, deadline=None, derandomize=True)
@given(data=st.data())
def test_each_alternative_matches_what_it_did(
    expression: str, quick: Match, token_match: Match, data: st.DataObject
) -> None:
    alternative = data.draw(st.sampled_from(expression[9:-2].split("$)|(?:^")))
    parts = [
        data.draw(LETTERS if LONG_CLASS.fullmatch(part) else st.from_regex(part, fullmatch=True))
        for part in re.split(f"({LONG_CLASS.pattern})", alternative)
        if part
    ]
    assert same("".join(parts), quick, token_match)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(text=st.text() | LETTERS)
def test_any_text_matches_as_it_did(quick: Match, token_match: Match, text: str) -> None:
    assert same(text, quick, token_match)


@pytest.mark.parametrize(
    "word", ["faux-ami", "Entr’ouvrir", "saut-de-ski", "pet-en-l'air", "ARRIÈRE-GARDE", "maison"]
)
def test_words_that_are_kept_whole(quick: Match, word: str) -> None:
    assert (quick(word) is not None) == (word != "maison")


def test_all_words_of_the_corpus_match_as_they_did(
    corpus: tuple[str, ...], quick: Match, token_match: Match
) -> None:
    words = {word for text in corpus for word in text.split()}
    assert [word for word in words if not same(word, quick, token_match)] == []


def test_compiling_is_as_before_afterwards(expression: str) -> None:
    before = re.compile
    with compiled_fast():
        assert len(re.compile(expression).pattern) < len(expression)
    assert re.compile is before
