"""Countries by name and demonym: the states named, and the same words that mean something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.countries import CountryLexicon, load_countries
from pipeline.mentions.countries import find_countries

Read = Callable[[str], Article]


@pytest.fixture(scope="module")
def countries() -> CountryLexicon:
    return load_countries()


def states(read: Read, lexicon: CountryLexicon, text: str) -> set[tuple[str, str | None]]:
    """The text and the code of every COUNTRY mention."""
    found = find_countries(read(text), lexicon)
    return {(text[one.start : one.end], one.country) for one in found if one.label == "COUNTRY"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le président des Etats-Unis reçoit l'Egypte.",
            {("Etats-Unis", "USA"), ("Egypte", "EGY")},
        ),
        ("La Corée du Nord menace le Japon.", {("Corée du Nord", "PRK"), ("Japon", "JPN")}),
        (
            "Il vit en République démocratique du Congo.",
            {("République démocratique du Congo", "COD")},
        ),
        ("La République islamique d'Iran dément.", {("République islamique d'Iran", "IRN")}),
        ("Le pétrolier a traversé le golfe de Guinée.", set()),
    ],
)
def test_names(
    read: Read, countries: CountryLexicon, text: str, expected: set[tuple[str, str]]
) -> None:
    assert states(read, countries, text) == expected
