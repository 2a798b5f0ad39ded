"""The schema is the record classes."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from pipeline import records
from pipeline.tables.schema import KEYS, RECORDS, TABLES


@pytest.mark.parametrize("name", TABLES)
def test_every_field_is_a_column_in_its_place(name: str) -> None:
    fields = [field.name for field in dataclasses.fields(RECORDS[name]) if field.name != "extra"]
    assert [column.name for column in TABLES[name].columns] == fields


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_is_described(name: str) -> None:
    assert TABLES[name].description.endswith(".")
    for column in TABLES[name].columns:
        assert column.description.endswith("."), column.name


def test_types_nulls_and_values_come_from_the_annotations() -> None:
    columns = {column.name: column for column in TABLES["quotes"].columns}
    assert columns["start"].type is int
    assert not columns["start"].nullable
    assert columns["cue_start"].nullable
    assert columns["kind"].choices == ("direct", "indirect", "mixed", "block")
    published = {column.name: column for column in TABLES["documents"].columns}["published"]
    assert (published.type, published.nullable) == (datetime.date, True)


def test_keys_are_columns_and_references_lead_to_keys() -> None:
    for name, key in KEYS.items():
        assert key in {column.name for column in TABLES[name].columns}
    assert TABLES["claims"].references() == {
        "doc_id": ("documents", "doc_id"),
        "sentence_id": ("sentences", "sentence_id"),
        "quote_id": ("quotes", "quote_id"),
        "subject_id": ("entities", "entity_id"),
        "object_id": ("entities", "entity_id"),
        "source_id": ("entities", "entity_id"),
    }


def test_every_record_class_is_a_table() -> None:
    classes = {
        value
        for value in vars(records).values()
        if dataclasses.is_dataclass(value) and value is not records.Extraction
    }
    assert classes == set(RECORDS.values())
