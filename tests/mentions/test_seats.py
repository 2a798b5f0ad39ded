"""Seats of power: organisations with the state they belong to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.seats import load_seats
from pipeline.mentions.seats import find_seats

Read = Callable[[str], Article]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le porte-parole du Pentagone a démenti.", {("Pentagone", "USA")}),
        (
            "La Maison Blanche et le Kremlin négocient.",
            {("Maison Blanche", "USA"), ("Kremlin", "RUS")},
        ),
        ("Selon le département d’Etat, rien n'est signé.", {("département d’Etat", "USA")}),
        ("L'Elysée et le Quai d’Orsay se taisent.", {("Elysée", "FRA"), ("Quai d’Orsay", "FRA")}),
        ("Tsahal a frappé, la Knesset débat.", {("Tsahal", "ISR"), ("Knesset", "ISR")}),
        ("Le pentagone a cinq côtés ; la maison blanche est à vendre.", set()),
        ("Il habite un département de l'État.", set()),
    ],
)
def test_seats_are_found(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = find_seats(read(text), load_seats())
    assert {(text[one.start : one.end], one.country) for one in found} == expected
    assert {one.label for one in found} <= {"ORG"}


def test_a_variant_bears_the_usual_name(read: Read) -> None:
    (found,) = find_seats(read("La Maison Blanche temporise."), load_seats())
    assert found.name == "Maison-Blanche"
