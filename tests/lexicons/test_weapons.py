"""The weapon lexicons: every entry can be looked up, is typed, sourced and written once."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.weapon_words import gap_fits, key_of
from pipeline.lexicons.weapons import (
    Case,
    Domain,
    NameContext,
    TermContext,
    WeaponComplement,
    WeaponContextWord,
    WeaponDesignation,
    WeaponHomonym,
    WeaponName,
    WeaponTerm,
    load_weapon_lexicon,
)
from pipeline.records import WeaponSubtype

NAMES = read_entries("weapons.csv", WeaponName)
TERMS = read_entries("weapon_terms.csv", WeaponTerm)
COMPLEMENTS = read_entries("weapon_complements.csv", WeaponComplement)
DESIGNATIONS = read_entries("weapon_designations.csv", WeaponDesignation)
HOMONYMS = read_entries("weapon_homonyms.csv", WeaponHomonym)
WORDS = read_entries("weapon_context.csv", WeaponContextWord)
SUBTYPES = set(get_args(WeaponSubtype))


def twice(values: list[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_are_five_hundred_named_systems() -> None:
    assert len({entry.name for entry in NAMES}) >= 500


def test_every_subtype_has_named_systems_and_terms() -> None:
    assert {entry.subtype for entry in NAMES} == SUBTYPES
    assert {entry.subtype for entry in TERMS} == SUBTYPES


def test_every_spelling_stands_once() -> None:
    assert twice([text for entry in NAMES for text in entry.spellings]) == []


def test_every_term_stands_once() -> None:
    assert twice([entry.term for entry in TERMS]) == []


def test_every_context_word_stands_once_in_its_domain() -> None:
    assert twice([(entry.word, entry.domain) for entry in WORDS]) == []


@pytest.mark.parametrize(
    "entries", [NAMES, TERMS, COMPLEMENTS, DESIGNATIONS, HOMONYMS, WORDS], ids=len
)
def test_every_entry_has_a_source(entries: tuple[WeaponName, ...]) -> None:
    assert [entry for entry in entries if not entry.source] == []


def test_values_are_those_of_their_column() -> None:
    assert {entry.subtype for entry in DESIGNATIONS} <= SUBTYPES
    assert {entry.subtype for entry in COMPLEMENTS if entry.subtype} <= SUBTYPES
    assert {entry.case for entry in NAMES} <= set(get_args(Case))
    assert {entry.context for entry in NAMES} <= set(get_args(NameContext))
    assert {entry.context for entry in DESIGNATIONS} <= set(get_args(NameContext))
    assert {entry.context for entry in TERMS} <= set(get_args(TermContext))
    assert {entry.names for entry in TERMS} <= {"any", "quotes", "none"}
    assert {entry.domain for entry in WORDS} <= set(get_args(Domain))


def test_countries_are_iso_codes() -> None:
    countries = pytest.importorskip("babel.core").get_global("territory_aliases")
    codes = {entry.country for entry in NAMES if entry.country}
    codes |= {entry.country for entry in DESIGNATIONS if entry.country}
    assert [code for code in codes if not re.fullmatch("[A-Z]{3}", code)] == []
    assert [code for code in codes if code not in countries] == []


def test_every_complement_belongs_to_a_term() -> None:
    """A complement may also follow another complement: « missile balistique à capacité … »."""
    terms = {key_of(entry.term) for entry in TERMS}
    lost = [
        head
        for entry in COMPLEMENTS
        for head in entry.terms
        if not any(key_of(head)[:size] in terms for size in range(1, 6))
    ]
    assert lost == []


def test_designations_are_patterns_without_groups() -> None:
    assert [e.pattern for e in DESIGNATIONS if re.compile(e.pattern).groups] == []


def test_the_lexicon_finds_every_spelling() -> None:
    lexicon = load_weapon_lexicon()
    assert [t for e in NAMES for t in e.spellings if key_of(t) not in lexicon.names] == []
    assert [e.term for e in TERMS if key_of(e.term) not in lexicon.terms] == []


@pytest.mark.parametrize(
    ("wanted", "found", "letters", "fits"),
    [
        ("-", "", False, True),  # F16
        ("-", " ", False, False),  # F 16
        ("-", " ", True, True),  # lance roquettes
        ("", "-", False, True),  # M-777
        (" ", "-", True, True),  # SAMP-T NG
        (" ", ", ", True, False),
    ],
)
def test_gaps_between_words(wanted: str, found: str, letters: bool, fits: bool) -> None:
    assert gap_fits(wanted, found, letters=letters) is fits
