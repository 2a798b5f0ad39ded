"""What is asked of a row."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from pipeline.records import Label
from pipeline.review.sample.questions import Language, _questions, question_of
from pipeline.review.sample.strata import KINDS
from pipeline.tables.schema import TABLES

LANGUAGES = get_args(Language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", KINDS)
def test_every_table_has_a_question_whatever_is_missing(table: str, language: Language) -> None:
    row = dict.fromkeys(column.name for column in TABLES[table].columns)
    assert question_of(table, row, language).endswith("?")


def test_a_question_asks_for_columns_that_it_needs_or_that_are_never_missing() -> None:
    for question in _questions():
        columns = {column.name: column for column in TABLES[question.table].columns}
        for name in re.findall(r"{(\w+)}", question.en + question.fr):
            assert name in question.needs or not columns[name].nullable, question


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ({"form": "metonym", "country": "RUS", "label": "COUNTRY"}, "« Russie » (RUS)"),
        ({"subtype": "drone", "label": "WEAPON"}, "a weapon, of the type drone"),
        ({"label": "ORG", "country": "RUS"}, "of the type Organisation, here « Russie »"),
    ],
)
def test_mentions_are_asked_by_their_label(row: dict[str, Label], asked: str) -> None:
    empty = {"form": None, "country": None, "subtype": None, "name": "Russie"}
    assert asked in question_of("mentions", {**empty, **row}, "en")
