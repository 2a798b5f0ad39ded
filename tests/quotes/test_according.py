"""Attribution without a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.according import find_according
from tests.quotes.found import Words, words_of

Read = Callable[[str], Article]


def according(article: Article, lexicons: Lexicons) -> set[Words]:
    return words_of(article, find_according(article, lexicons.markers, lexicons.roles))


@pytest.mark.parametrize(
    ("marker", "speaker"),
    [
        ("Selon le maire", "le maire"),
        ("Selon un officiel ukrainien", "un officiel ukrainien"),  # two adjectives, says the model
        ("Toujours selon le maire", "le maire"),
        ("Mais, selon le maire", "le maire"),
        ("D'après le maire", "le maire"),
        ("D’après lui", "lui"),
        ("À en croire le maire", "le maire"),
        ("A en croire le maire", "le maire"),
        ("Aux dires de son voisin", "son voisin"),
        ("De l'aveu de son voisin", "son voisin"),
        ("Pour le maire", "le maire"),
        ("De source militaire", "source militaire"),
        ("De sources concordantes", "sources concordantes"),
        ("Selon Léa Morin, avocate à Vannes", "Léa Morin, avocate à Vannes"),
        ("Selon Léa Morin (PS)", "Léa Morin"),
        ("Selon le maire, qui revient de Vannes", "le maire"),
        ("Selon un rapport remis au préfet", "un rapport remis au préfet"),
    ],
)
def test_a_marker_before_the_statement(
    read: Read, lexicons: Lexicons, marker: str, speaker: str
) -> None:
    found = according(read(f"{marker}, la digue a cédé."), lexicons)
    assert {(content, kind, phrase) for content, kind, phrase in found} == {
        ("la digue a cédé", "indirect", speaker)
    }


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("La digue a cédé, selon le maire.", "La digue a cédé"),
        ("La digue, selon le maire, a cédé hier.", "La digue a cédé hier"),
        ("La digue a cédé selon le maire.", "La digue a cédé"),
        ("Selon le maire la digue a cédé.", "la digue a cédé"),
        pytest.param(
            "Il pleut ; selon le maire, la digue a cédé.",
            "la digue a cédé",
            marks=pytest.mark.xfail(strict=True, reason="a semicolon opens no statement"),
        ),
        ("Selon le maire, la digue a cédé ; il pleut.", "la digue a cédé"),
        ("Il pleut. La digue a cédé, selon le maire. Il vente.", "La digue a cédé"),
    ],
)
def test_the_statement_around_a_marker(
    read: Read, lexicons: Lexicons, text: str, content: str
) -> None:
    assert according(read(text), lexicons) == {(content, "indirect", "le maire")}


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Selon le maire, « la digue a cédé ».", "la digue a cédé", "direct"),
        ("« La digue a cédé », selon le maire.", "La digue a cédé", "direct"),
        ("Selon le maire, la digue a « cédé ».", "la digue a « cédé »", "mixed"),
    ],
)
def test_marks_tell_the_kind(
    read: Read, lexicons: Lexicons, text: str, content: str, kind: str
) -> None:
    assert according(read(text), lexicons) == {(content, kind, "le maire")}


@pytest.mark.parametrize(
    "text",
    [
        "Selon la loi, le vote est secret.",
        "Le prix change selon que l'on est jeune ou vieux.",
        "La règle selon laquelle le vote est secret demeure.",
        "Chacun paie selon ses moyens.",
        "Le prix varie selon la saison.",
        "Pour la première fois, la digue a cédé.",
        "Pour 2013, la ville prévoit un pont.",
        "Pour l'heure, la route est fermée.",
        "Pour le climat, il faut agir.",
        "Pour agir, il faut du temps.",
        "Le maire travaille pour la région, dit-il.",
        "L'eau coule de source.",
    ],
)
def test_what_names_no_source(read: Read, lexicons: Lexicons, text: str) -> None:
    assert according(read(text), lexicons) == set()
