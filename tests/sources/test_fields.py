"""From the fields of a record to a document."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from pipeline.records import Document
from pipeline.sources.fields import MAX_CHARACTERS, Columns, document_of, parse_date
from pipeline.sources.problems import UnreadableError


def document(record: dict[str, Any], columns: Columns | None = None) -> Document:
    return document_of(record, "a.jsonl, line 1", "a-1", columns or Columns(), lambda _: None)


@pytest.mark.parametrize("column", ["text", "content", "body", "texte", "Text"])
def test_the_text_is_found_under_its_usual_names(column: str) -> None:
    assert document({column: "Bonjour."}).text == "Bonjour."


def test_named_columns_come_before_the_usual_names() -> None:
    record = {"text": "résumé", "corps": "Bonjour.", "ref": 7, "jour": "2024-11-20", "une": "T"}
    columns = Columns(text="corps", id="ref", date="jour", title="une")
    found = document(record, columns)
    assert (found.text, found.doc_id, found.title) == ("Bonjour.", "7", "T")
    assert found.published == datetime.date(2024, 11, 20)
    assert found.extra == {"input_text": "résumé"}


def test_a_record_without_an_id_takes_the_file_and_its_number() -> None:
    assert document({"text": "a", "id": None}).doc_id == "a-1"
    assert document({"text": "a", "id": "  "}).doc_id == "a-1"


def test_other_columns_are_carried_through() -> None:
    record = {"text": "a", "source": "AFP", "words": 3, "tags": ["x", "é"], "rate": float("nan")}
    assert document(record).extra == {
        "input_source": "AFP",
        "words": 3,
        "tags": '["x", "é"]',
        "rate": None,
    }


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"titre": "a"}, "no text: the record has no 'text'"),
        ({"text": None}, "no text"),
        ({"text": 12}, "no text but int"),
        ({"text": ""}, "empty"),
        ({"text": " \n\u00a0"}, "white space"),
        ({"text": "a\0b"}, "NUL at character 1"),
        ({"text": "ab\ud83d"}, "half a character at 2 .*ud83d"),
        ({"text": "a" * (MAX_CHARACTERS + 1)}, "too long"),
    ],
)
def test_a_record_without_a_readable_text_is_refused(record: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        document(record)


def test_half_a_character_outside_the_text_is_replaced() -> None:
    found = document({"text": "a", "title": "T\ud83d", "id": "x\ud83d", "tag": "\ud83d"})
    assert (found.title, found.doc_id, found.extra) == ("T?", "x?", {"tag": "?"})


@pytest.mark.parametrize(
    "value",
    [
        "2024-11-20",
        " 2024-11-20T08:30:00Z ",
        "2024-11-20 08:30:00+01:00",
        "20/11/2024",
        "20.11.2024",
        "20 novembre 2024",
        "Publié le mercredi 20 novembre 2024 à 8 h",
        datetime.date(2024, 11, 20),
        datetime.datetime(2024, 11, 20, 8, 30),
    ],
)
def test_dates_that_are_read(value: Any) -> None:
    assert parse_date(value) == datetime.date(2024, 11, 20)


@pytest.mark.parametrize("value", ["hier", "2024-13-45", "32/01/2024", "31 brumaire 1799", 17, ""])
def test_dates_that_are_none(value: Any) -> None:
    assert parse_date(value) is None


def test_a_date_that_is_none_leaves_a_warning() -> None:
    warnings: list[str] = []
    record = {"text": "a", "date": "hier"}
    found = document_of(record, "a.jsonl, line 1", "a-1", Columns(), warnings.append)
    assert found.published is None
    assert warnings == [
        "a.jsonl, line 1: 'hier' is no date that can be read; published is left empty"
    ]
