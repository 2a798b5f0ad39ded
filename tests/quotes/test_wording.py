"""The words of an article, as phrases are read from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.roles import Roles
from pipeline.quotes.wording import Wording

TEXT = "« D'abord, l'ex-ministre a-t-il – hier – parlé à Aix-en-Provence ? »"


@pytest.fixture(scope="module")
def wording(read: Callable[[str], Article], roles: Roles) -> Wording:
    return Wording(read(TEXT), roles)


def test_words_keep_their_inner_hyphens_and_their_apostrophe(wording: Wording) -> None:
    assert wording.words.texts == (
        "d'", "abord", "l'", "ex-ministre", "a-t-il", "hier", "parlé", "à", "aix-en-provence",
    )  # fmt: skip


def test_what_stands_before_each_word(wording: Wording) -> None:
    assert wording.words.before == ("«", "", ",", "", "", "–", "–", "", "")


def test_role_nouns_lie_at_their_words(wording: Wording) -> None:
    assert {at: use.form.entry.noun for at, use in wording.roles.items()} == {3: "ministre"}


@pytest.mark.parametrize(
    ("touched", "words"),
    [
        ("abord, l'", ("abord", "l'")),
        ("bor", ("abord",)),
        ("ministre a-t", ("ex-ministre", "a-t-il")),
        (" – ", ()),
        ("« D", ("d'",)),
        (" ? »", ()),
    ],
)
def test_the_words_that_characters_touch(
    wording: Wording, touched: str, words: tuple[str, ...]
) -> None:
    start = TEXT.index(touched)
    first, last = wording.range_of(start, start + len(touched))
    assert wording.words.texts[first:last] == words


def test_a_text_without_words_has_none(read: Callable[[str], Article], roles: Roles) -> None:
    wording = Wording(read("…"), roles)
    assert wording.words.texts == ()
    assert wording.range_of(0, 1) == (0, 0)
