"""The phrase that names who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import find_cues, place
from pipeline.quotes.subjects import speaker_of
from tests.quotes.found import cut

Read = Callable[[str], Article]


def speaker(article: Article, lexicons: Lexicons, *, after_quote: bool = False) -> str | None:
    """The subject of the first verb of speech."""
    cue = find_cues(article, lexicons.cues)[0]
    return cut(article, place(article, speaker_of(article, cue, after_quote=after_quote)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire affirme que l'eau monte.", "Le maire"),
        ("Il affirme que l'eau monte.", "Il"),
        ("Léa Morin, avocate à Vannes, affirme que l'eau monte.", "Léa Morin, avocate à Vannes"),
        ("Le préfet, Jean Colas, affirme que l'eau monte.", "Le préfet, Jean Colas"),
        ("Le préfet, qui revient de Vannes, affirme que l'eau monte.", "Le préfet"),
        ("Léa Morin (PS) affirme que l'eau monte.", "Léa Morin"),
        ("Léa Morin, 34 ans, affirme que l'eau monte.", "Léa Morin"),
        ("Le ministre des Finances affirme que l'eau monte.", "Le ministre des Finances"),
        ("Des sources proches du dossier affirment que l'eau monte.",
         "Des sources proches du dossier"),
        ("Paul Verdier et Léa Morin affirment que oui.", "Paul Verdier et Léa Morin"),
        ("L'un des élus affirme que l'eau monte.", "L'un des élus"),
        ("Lundi, le maire affirme que l'eau monte.", "le maire"),
        ("Le maire de Vannes lui a affirmé que l'eau monte.",
            "Le maire de Vannes"),
        ("Le maire vient d'affirmer que l'eau monte.", "Le maire"),
        ("Le maire a souri avant d'affirmer que l'eau monte.", "Le maire"),
        ("Le maire est parti en affirmant que l'eau monte.", "Le maire"),
        ("Un texte affirmant que l'eau monte circule.", "Un texte"),
        ("C'est Léa Morin qui affirme que l'eau monte.", "Léa Morin"),
    ],
)  # fmt: skip
def test_subjects_before_the_verb(read: Read, lexicons: Lexicons, text: str, expected: str) -> None:
    assert speaker(read(text), lexicons) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« L'eau monte », affirme le maire.", "le maire"),
        ("« L'eau monte », affirme-t-elle.", "elle"),
        ("« L'eau monte », a affirmé mardi le maire.", "le maire"),
        ("« L'eau monte », a affirmé à la presse le maire de Vannes.", "le maire de Vannes"),
        ("« L'eau monte », a affirmé lors d'une réunion Léa Morin.", "Léa Morin"),
        ("« L'eau monte », a-t-il affirmé devant le conseil.", "il"),
        ("« L'eau monte », affirme le préfet, Jean Colas.", "le préfet, Jean Colas"),
        ("« L'eau monte », affirme Léa Morin, qui habite Vannes.", "Léa Morin"),
        ("« L'eau monte », affirme Léa Morin, jointe par téléphone.", "Léa Morin"),
        ("« L'eau monte », affirme Léa Morin dans un entretien.", "Léa Morin"),
        ("« L'eau monte », affirme une source proche du dossier.",
         "une source proche du dossier"),
    ],
)  # fmt: skip
def test_subjects_after_the_verb(read: Read, lexicons: Lexicons, text: str, expected: str) -> None:
    assert speaker(read(text), lexicons, after_quote=True) == expected


def test_nobody_after_the_verb(read: Read, lexicons: Lexicons) -> None:
    assert speaker(read("Affirmer que l'eau monte ne suffit pas."), lexicons) is None
