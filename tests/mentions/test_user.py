"""Names of a user's lexicon in a text."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.lexicons.user import load_user_names
from pipeline.mentions import find_mentions
from pipeline.mentions.user import find_user_names
from pipeline.records import Mention

LEXICON = """name,label,variants,subtype,country
Ocean Lark,VESSEL,,,
Dard,WEAPON,Dard II|Dard-2,drone,UKR
AT&T,ORG,,,USA
Yahoo!,ORG,,,
acétaline,MEDICINE,Acétal,,
Hexagone,COUNTRY,,,FRA
ZEB,ORG,,,
Zeb Nord,PLACE,,,
Zeb Nord Est,PLACE,,,
Belomir,PERSON,,,
Andreï Vassine,PERSON,Andrej Wassin,,
"""
Find = Callable[[str], list[Mention]]


@pytest.fixture
def with_user(lexicons: Lexicons, tmp_path: Path) -> Lexicons:
    (tmp_path / "my.csv").write_text(LEXICON, encoding="utf-8")
    user = load_user_names([tmp_path / "my.csv"], lexicons.countries, pytest.fail)
    return dataclasses.replace(lexicons, user=user)


@pytest.fixture
def find(read: Callable[[str], Article], with_user: Lexicons) -> Find:
    return lambda text: list(find_mentions(read(text), with_user))


def pairs(mentions: list[Mention]) -> set[tuple[str, str]]:
    return {(mention.text, mention.label) for mention in mentions}


def test_a_row_of_a_new_label(find: Find) -> None:
    (row,) = find("L’Ocean Lark a quitté le port.")
    assert (row.text, row.label, row.name) == ("Ocean Lark", "VESSEL", "Ocean Lark")
    assert (row.entity_id, row.rule) == ("vessel:ocean-lark", "lexicon:my.csv:Ocean Lark")
    assert (row.form, row.country, row.subtype) == (None, None, None)


def test_a_variant_is_the_same_entity(find: Find) -> None:
    rows = find("Un Dard a été abattu, puis un Dard-2 et un Dard II.")
    assert [row.text for row in rows] == ["Dard", "Dard-2", "Dard II"]
    assert {(row.entity_id, row.name) for row in rows} == {("weapon:dard", "Dard")}
    assert {(row.subtype, row.country) for row in rows} == {("drone", "UKR")}


def test_a_generic_term_before_a_designation_belongs_to_it(find: Find) -> None:
    (row,) = find("L’armée a perdu des drones Dard II.")
    assert (row.text, row.entity_id) == ("drones Dard II", "weapon:dard")


def test_a_country_keeps_its_own_name(find: Find) -> None:
    (row,) = find("Il vit dans l’Hexagone.")
    assert (row.label, row.form, row.entity_id, row.name) == (
        "COUNTRY", "name", "country:FRA", "France",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du ACÉTALINE, de l’Acetaline.", {"ACÉTALINE", "Acetaline"}),  # small letters: any case
        ("Un acétal ; de l’Acétal.", {"Acétal"}),  # a capital wants one
        ("Le ZEB a dit non ; le zeb, le Zeb.", {"ZEB"}),  # an acronym, capitals throughout
        ("À l’ocean lark ; à l’OCEAN LARK, à l’Océan-Lark.", {"OCEAN LARK", "Océan-Lark"}),
    ],
)
def test_capitals_accents_and_hyphens(find: Find, text: str, found: set[str]) -> None:
    assert {row.text for row in find(text) if row.rule.startswith("lexicon:")} == found


def test_the_longest_name_is_taken(find: Find) -> None:
    assert pairs(find("Rien à Zeb Nord Est.")) == {("Zeb Nord Est", "PLACE")}
    assert pairs(find("Rien à Zeb Nord.")) == {("Zeb Nord", "PLACE")}


def test_marks_are_part_of_a_name(find: Find) -> None:
    text = "AT&T a racheté Yahoo! hier. Les at t, AT T et Yahoo, non."
    assert {row.text for row in find(text) if row.rule.startswith("lexicon")} == {"AT&T", "Yahoo!"}


@pytest.mark.parametrize(
    "text",
    ["Zeb\nNord", "Zeb, Nord", "Zeb. Nord", "Zeb Nord-Ouest", "Sud-Zeb Nord", "Zeb Norde"],
)
def test_no_name_over_a_break_or_inside_a_word(
    read: Callable[[str], Article], with_user: Lexicons, text: str
) -> None:
    assert find_user_names(read(f"Rien à {text}."), with_user) == ()


def test_the_user_wins(find: Find, read: Callable[[str], Article], lexicons: Lexicons) -> None:
    text = "Ils ont quitté Paris pour Ocean Lark, en Afrique. L’ONU et Belomir les ont suivis."
    without = pairs(list(find_mentions(read(text), lexicons)))
    found = pairs(find(text))
    assert {("Ocean Lark", "VESSEL"), ("Belomir", "PERSON")} <= found
    assert {pair for pair in without if "Ocean" not in pair[0] and pair[0] != "Belomir"} <= found


def test_a_longer_name_of_the_same_label_stays(find: Find) -> None:
    rows = find("Le ministre Igor Belomir a démissionné. M. Belomir n’a rien dit.")
    assert pairs(rows) == {("Igor Belomir", "PERSON"), ("Belomir", "PERSON")}
    assert {row.entity_id for row in rows} == {"person:igor-belomir"}


def test_a_surname_joins_the_name_of_the_user(find: Find) -> None:
    rows = find("Le général Andrej Wassin a parlé. M. Vassine n’a rien promis.")
    assert [(row.text, row.entity_id) for row in rows] == [
        ("Andrej Wassin", "person:andrei-vassine"),
        ("Vassine", "person:andrei-vassine"),
    ]


def test_the_time_does_not_depend_on_the_size_of_the_lexicon(
    read: Callable[[str], Article], lexicons: Lexicons, tmp_path: Path
) -> None:
    article = read("Le navire Ocean Lark a quitté le port. " * 200)
    times = []
    for size in (10, 50_000):
        lines = "\n".join(f"Ocean Nom{i},VESSEL" for i in range(size))
        (tmp_path / "big.csv").write_text(f"name,label\n{lines}\nOcean Lark,VESSEL\n", "utf-8")
        user = load_user_names([tmp_path / "big.csv"], lexicons.countries, pytest.fail)
        larger = dataclasses.replace(lexicons, user=user)
        start = time.perf_counter()
        assert len(find_user_names(article, larger)) == 200
        times.append(time.perf_counter() - start)
    assert times[1] < 5 * times[0] + 0.05
