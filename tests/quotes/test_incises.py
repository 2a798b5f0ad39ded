"""Statements without marks, beside an incise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import find_cues
from pipeline.quotes.incises import find_asides, find_beside, find_incises
from tests.quotes.found import Words, words_of

Read = Callable[[str], Article]


def incises(article: Article, lexicons: Lexicons) -> set[Words]:
    cues = find_cues(article, lexicons.cues)
    return words_of(article, find_incises(article, find_beside(article, cues)))


def asides(article: Article, lexicons: Lexicons) -> set[Words]:
    return words_of(article, find_asides(article, find_cues(article, lexicons.cues)))


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("La digue a cédé, affirme le maire.", "La digue a cédé", "le maire"),
        ("La digue a cédé, a affirmé mardi le maire.", "La digue a cédé", "le maire"),
        ("La digue a cédé, affirme-t-elle.", "La digue a cédé", "elle"),
        ("La digue a cédé, a-t-il affirmé.", "La digue a cédé", "il"),
        ("La digue a cédé, s'alarme le maire.", "La digue a cédé", "le maire"),
        ("La digue a cédé, dit-on.", "La digue a cédé", "on"),
        ("La digue a cédé, nous indique le maire.", "La digue a cédé", "le maire"),
        ("Mais la digue a cédé, affirme le maire.", "la digue a cédé", "le maire"),
        ("La digue tiendra encore, affirme le maire, et la route fermera.",
         "La digue tiendra encore et la route fermera", "le maire"),
        ("Il pleut ; la digue a cédé, affirme le maire.", "la digue a cédé", "le maire"),
    ],
)  # fmt: skip
def test_a_statement_before_its_incise(
    read: Read, lexicons: Lexicons, text: str, content: str, speaker: str
) -> None:
    assert incises(read(text), lexicons) == {(content, "indirect", speaker)}


@pytest.mark.parametrize(
    "text",
    [
        "Lundi, le maire affirme que la digue a cédé.",
        "À Vannes, affirme le maire.",
        "Le préfet, affirmant que la digue a cédé, est parti.",
        "La digue a cédé, n'a pas affirmé le maire.",
        "Le maire est venu, a parlé et promis d'agir.",
    ],
)
def test_what_is_no_incise(read: Read, lexicons: Lexicons, text: str) -> None:
    assert incises(read(text), lexicons) == set()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Comme le rappelle le maire, la digue a cédé.", "le maire"),
        ("Comme l'a rappelé mardi le maire, la digue a cédé.", "le maire"),
        ("Ainsi que l'a dit le maire, la digue a cédé.", "le maire"),
    ],
)
def test_asides(read: Read, lexicons: Lexicons, text: str, speaker: str) -> None:
    assert asides(read(text), lexicons) == {("la digue a cédé", "indirect", speaker)}


@pytest.mark.parametrize(
    "text", ["Comme toujours, le maire parle.", "Comme dit le proverbe, la digue a cédé."]
)
def test_what_is_no_aside(read: Read, lexicons: Lexicons, text: str) -> None:
    assert asides(read(text), lexicons) == set()
