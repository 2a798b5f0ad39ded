"""What is asked of a row: the lines of `questions.csv`, the first that fits its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.lexicons.files import parse_entries
from pipeline.report.strings import Language, load_strings

TERMS = {  # columns whose values have words for people, and the group of these words
    "label": "labels",
    "form": "forms",
    "subtype": "subtypes",
    "speaker_kind": "speaker_kinds",
    "modality": "modalities",
    "polarity": "polarities",
    "source": "sources",
}
ANSWERS: Mapping[Language, tuple[str, str]] = {"fr": ("oui", "non"), "en": ("yes", "no")}


@dataclass(frozen=True, slots=True)
class Question:
    """A question in both languages, for rows of a table that have the columns `needs`; {…} stands
    for a column's value."""

    table: str
    needs: tuple[str, ...]
    en: str
    fr: str


def question_of(table: str, row: Mapping[str, Any], language: Language) -> str:
    """The question that a row is checked by: right is what deserves a « yes »."""
    question = next(
        question
        for question in _questions()
        if question.table == table and all(row[column] is not None for column in question.needs)
    )
    asked = question.fr if language == "fr" else question.en
    strings = load_strings(language)
    words = {column: strings.term(group, row.get(column)) for column, group in TERMS.items()}
    return asked.format_map({**row, **words})


@cache
def _questions() -> tuple[Question, ...]:
    text = files("pipeline.review.sample").joinpath("questions.csv").read_text(encoding="utf-8")
    return tuple(parse_entries("questions.csv", text, Question))
