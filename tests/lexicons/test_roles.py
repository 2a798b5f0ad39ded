"""The nouns that name a source: what `roles.csv` may hold, and the forms made of it."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.roles import RoleKind, RoleNoun, load_roles, plural_of


def test_every_entry_is_well_formed() -> None:
    for entry in read_entries("roles.csv", RoleNoun):
        assert entry.kind in get_args(RoleKind), entry
        assert entry.gender in {"m", "f", "mf"}, entry
        assert entry.feminine is None or entry.gender == "m", entry
        assert entry.source, entry
        assert entry.noun not in entry.also, entry


def test_no_noun_is_entered_twice() -> None:
    nouns = [entry.noun for entry in read_entries("roles.csv", RoleNoun)]
    assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("ministre", "ministres"),
        ("porte-parole", "porte-parole"),
        ("chef d'État", "chefs d'État"),
        ("haut responsable", "hauts responsables"),
        ("général", "généraux"),
        ("vice-amiral", "vice-amiraux"),
        ("procureur de la République", "procureurs de la République"),
        ("fils", "fils"),
        ("bureau", "bureaux"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@pytest.mark.parametrize(
    ("form", "noun", "gender", "is_plural"),
    [
        ("avocates", "avocat", "f", True),
        ("ministre", "ministre", None, False),
        ("sources", "source", "f", True),
        ("généraux", "général", "m", True),
        ("chef de l'état", "chef de l'État", "m", False),
    ],
)
def test_forms(form: str, noun: str, gender: str | None, is_plural: bool) -> None:
    found = load_roles().forms[form]
    assert (found.entry.noun, found.gender, found.plural) == (noun, gender, is_plural)
