"""Names joined in a document, and the ids of entities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.mentions.organisations import spells
from pipeline.mentions.slugs import slug

Read = Callable[[str], Article]


def names(read: Read, lexicons: Lexicons, text: str) -> dict[str, str]:
    return {m.text: m.name for m in find_mentions(read(text), lexicons)}


@pytest.mark.parametrize("short", ["Belhadj", "M. Belhadj", "A. Belhadj", "Amine"])
def test_a_short_name_joins_the_full_one(read: Read, lexicons: Lexicons, short: str) -> None:
    text = f"Amine Belhadj est arrivé lundi. Interrogé, {short} a souri."
    last = find_mentions(read(text), lexicons)[-1]
    assert last.name == "Amine Belhadj"
    assert last.entity_id == "person:amine-belhadj"


def test_a_title_that_comes_first_is_joined_to_the_name_below(
    read: Read, lexicons: Lexicons
) -> None:
    text = "Merkel répond à Hollande\nAngela Merkel a répondu lundi à François Hollande."
    joined = names(read, lexicons, text)
    assert joined["Merkel"] == "Angela Merkel"
    assert joined["Hollande"] == "François Hollande"


def test_a_surname_of_two_people_is_left_alone(read: Read, lexicons: Lexicons) -> None:
    text = "Paul Durand et Jeanne Durand sont venus. Durand a parlé."
    assert names(read, lexicons, text)["Durand"] == "Durand"


def test_accents_do_not_part_a_person(read: Read, lexicons: Lexicons) -> None:
    text = "Le préfet Claude Évrard est mort. Claude Evrard avait 60 ans."
    ids = {m.entity_id for m in find_mentions(read(text), lexicons)}
    assert ids == {"person:claude-evrard"}


def test_an_acronym_takes_the_long_form_of_the_document(read: Read, lexicons: Lexicons) -> None:
    text = "Human Rights Watch (HRW) accuse l'armée. HRW demande une enquête."
    assert names(read, lexicons, text)["HRW"] == "Human Rights Watch"


def test_an_acronym_of_another_language_is_told_by_its_brackets(
    read: Read, lexicons: Lexicons
) -> None:
    text = "Le Groupe de soutien à l'islam et aux musulmans (JNIM) a frappé. Le JNIM l'a dit."
    joined = names(read, lexicons, text)
    assert joined["JNIM"] == "Groupe de soutien à l'islam et aux musulmans"


def test_the_alliance_is_nato_where_nato_is_named(read: Read, lexicons: Lexicons) -> None:
    text = "L'OTAN se réunit à Tirana. L'Alliance hausse le ton."
    assert names(read, lexicons, text)["Alliance"] == "OTAN"


def test_an_institution_takes_the_name_that_completes_it(read: Read, lexicons: Lexicons) -> None:
    text = "Le Conseil de sécurité de l'ONU a voté. Le Conseil de sécurité est divisé."
    assert names(read, lexicons, text)["Conseil de sécurité"] == "Conseil de sécurité de l'ONU"


def test_a_generic_weapon_takes_the_designation_beside_it(read: Read, lexicons: Lexicons) -> None:
    text = "Le missile russe « Orechnik » a volé. Des missiles ont suivi."
    joined = names(read, lexicons, text)
    assert joined["missile"] == "Orechnik"
    assert joined["missiles"] == "missile"


def test_places_in_capitals_or_after_an_article(read: Read, lexicons: Lexicons) -> None:
    joined = names(read, lexicons, "BORDEAUX, 4 mai (AFP) – Un vol vient du Caire.")
    assert joined["BORDEAUX"] == "Bordeaux"
    assert joined["Caire"] == "Le Caire"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Andreï Belooussov", "andrei-belooussov"),
        ("Vuksan Đurašević-Knez", "vuksan-durasevic-knez"),
        ("L'Œuvre", "l-oeuvre"),
        ("Łukasz", "lukasz"),
    ],
)
def test_slugs_are_small_letters_and_digits(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_without_latin_letters_has_a_stable_slug() -> None:
    assert slug("北京") == slug("北京") != slug("東京")


@pytest.mark.parametrize(
    ("acronym", "words", "expected"),
    [
        ("CPI", "Cour pénale internationale", True),
        ("CEDEAO", "Communauté économique des États de l'Afrique de l'Ouest", True),
        ("HRW", "Human Rights Watch", True),
        ("PS", "Parti socialiste", True),
        ("ONU", "Union africaine", False),
        ("UA", "Assemblée", False),
    ],
)
def test_acronyms_are_spelt_by_first_letters(acronym: str, words: str, expected: bool) -> None:
    assert spells(acronym, words) is expected
