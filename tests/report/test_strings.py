"""The words of the report in both languages."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, get_args

import pytest

from pipeline import records
from pipeline.report.strings import load_strings

FOLDER = files("pipeline.report")
WORDS = tomllib.loads((FOLDER / "strings.toml").read_text(encoding="utf-8"))
TEMPLATES = {
    path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "templates").iterdir()
}


def keys(words: dict[str, Any], before: str = "") -> Iterator[str]:
    for key, value in words.items():
        yield before + key
        if isinstance(value, dict):
            yield from keys(value, f"{before}{key}.")


def test_both_languages_have_the_same_words() -> None:
    assert list(keys(WORDS["fr"])) == list(keys(WORDS["en"]))


def test_both_languages_have_the_same_places_to_fill() -> None:
    def places(value: object) -> list[str]:
        return sorted(re.findall(r"{\w+}", str(value)))

    for key, value in WORDS["fr"].items():
        assert places(value) == places(WORDS["en"][key]), key


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_name_words_that_exist(name: str) -> None:
    named = set(re.findall(r"\bs\.(\w+)", TEMPLATES[name]))
    assert named <= {*WORDS["fr"], "term", "date", "number", "percent", "language"}


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("labels", records.Label),
        ("letters", records.Label),
        ("forms", records.Form),
        ("subtypes", records.WeaponSubtype),
        ("quote_kinds", records.QuoteKind),
        ("speaker_kinds", records.SpeakerKind),
        ("modalities", records.Modality),
        ("polarities", records.Polarity),
    ],
)
def test_every_value_of_the_tables_has_a_word(group: str, values: Any) -> None:
    for language in WORDS.values():
        assert set(get_args(values)) <= set(language[group])


def test_a_value_without_a_word_stands_for_itself() -> None:
    assert load_strings("en").term("labels", "VESSEL") == "VESSEL"


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("fr", datetime.date(2024, 3, 5), "5 mars 2024"),
        ("fr", datetime.date(2024, 8, 1), "1er août 2024"),
        ("en", datetime.date(2024, 8, 1), "1 August 2024"),
        ("en", None, ""),
    ],
)
def test_dates(language: Any, day: datetime.date | None, written: str) -> None:
    assert load_strings(language).date(day) == written


def test_numbers() -> None:
    assert load_strings("fr").number(1234567) == "1\u202f234\u202f567"
    assert load_strings("en").number(1234567) == "1,234,567"
    assert load_strings("fr").percent(0.874) == "87\u202f%"
