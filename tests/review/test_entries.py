"""Which line of a lexicon made a rule fire."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.entries import LexiconLine, lines_behind, users_line
from pipeline.review.rules import meanings, rule_lines

LEXICONS = Path(__file__).parents[2] / "pipeline" / "lexicons"


def lines(
    table: str, rule: str, row: dict[str, Any] | None = None, before: str = ""
) -> list[LexiconLine]:
    return [
        line
        for meaning in meanings(table, rule)
        for line in lines_behind(meaning, row or {}, before)
    ]


@pytest.mark.parametrize(
    ("table", "rule", "row", "file", "cell"),
    [
        ("quotes", "reported.que:affirmer", {}, "cues.csv", "affirmer"),
        ("quotes", "according:d'après", {}, "markers.csv", "d'après"),
        ("mentions", "weapons.name:Orechnik", {}, "weapons.csv", "Orechnik"),
        ("mentions", "weapon_terms:missile", {}, "weapon_terms.csv", "missile"),
        ("mentions", "metonym.subject", {"country": "RUS"}, "countries.csv", "RUS"),
        ("mentions", "seats", {"text": "Maison Blanche"}, "seats.csv", "Maison-Blanche"),
        ("roles", "title", {"text": "ancien ministre des Sports"}, "roles.csv", "ministre"),
        ("speakers", "described: source", {}, "roles.csv", "source"),
        ("claims", "clause.main+modal", {"text": "il peut partir"}, "modal_verbs.csv", "pouvoir"),
        ("claims", "clause.infinitive+cue", {"cue": "a promis"}, "claim_cues.csv", "promettre"),
        ("dates", "month", {"text": "mai 2025"}, "calendar.csv", "mai"),
        ("quantities", "words", {"text": "douze"}, "numbers.csv", "douze"),
    ],
)
def test_the_line_behind_a_rule(
    table: str, rule: str, row: dict[str, Any], file: str, cell: str
) -> None:
    found = lines(table, rule, row)
    assert found[0].file == f"pipeline/lexicons/{file}"
    assert cell in found[0].cells.values()


def test_the_number_of_the_line() -> None:
    (found,) = lines("quotes", "reported.que:affirmer")
    line = (LEXICONS / "cues.csv").read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line.startswith("affirmer,")


def test_a_title_stands_before_its_row() -> None:
    (found,) = lines("mentions", "title", before="Hier soir, le colonel ")
    assert found.cells["words"] == "colonel"


def test_designations_hold_any_character() -> None:
    with (LEXICONS / "weapon_designations.csv").open(encoding="utf-8") as file:
        pattern = next(csv.DictReader(file))["pattern"]
    (found,) = lines("mentions", f"weapons.designation:{pattern}")
    assert found.cells["pattern"] == pattern


def test_rules_without_a_lexicon_have_no_line() -> None:
    assert lines("mentions", "model PER", {"text": "Anna"}) == []


def test_every_lexicon_and_column_of_the_rules_is_there() -> None:
    for line in rule_lines():
        if line.lexicon is not None:
            with (LEXICONS / line.lexicon).open(encoding="utf-8") as file:
                assert set(line.keys) <= set(next(csv.reader(file))), line.rule


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_line_of_a_users_lexicon(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,label\nA,SHIP\nDard,WEAPON\n".replace(",", delimiter), encoding="utf-8")
    (found,) = users_line("Dard", path)
    assert (found.file, found.line, found.cells["label"]) == (str(path), 3, "WEAPON")


def test_a_users_lexicon_that_is_gone(tmp_path: Path) -> None:
    assert users_line("Dard", tmp_path / "mine.csv") == ()
