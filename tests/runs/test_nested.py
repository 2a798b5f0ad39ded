"""Rows go into columns of lists and come out as they were."""

from __future__ import annotations

import datetime
from typing import Any

import pyarrow as pa
import pytest

from pipeline.flow import nothing_in
from pipeline.runs.nested import NESTED, nest, unnest
from pipeline.tables.arrow import arrow_table
from pipeline.tables.carried import note_carried
from pipeline.tables.rows import table_rows
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import tables_with
from tests.runs.conftest import documents
from tests.tables.conftest import make_extraction

DAY = datetime.date(2024, 2, 29)


@pytest.mark.parametrize("name", NESTED)
def test_the_rows_of_every_table_come_back(name: str) -> None:
    extractions = [
        make_extraction("a", DAY),
        nothing_in(documents("b")[0]),
        make_extraction("c", None),
    ]
    nested = pa.Table.from_batches([nest([b"1", b"2", b"3"], extractions)])
    expected = arrow_table(TABLES[name], table_rows(extractions)[name])
    assert unnest(nested, TABLES[name]).equals(expected)


@pytest.mark.parametrize(
    "values",
    [(DAY, None), (DAY, "x"), (True, None), (True, "x"), (1, 0.5), (1, 2), (0.1, 1e300), (1, "x")],
)
def test_what_documents_carry_through_comes_back(values: tuple[Any, ...]) -> None:
    extractions = [
        make_extraction(doc_id, None, it=it) for doc_id, it in zip("ab", values, strict=True)
    ]
    met: Any = {}

    for extraction in extractions:
        note_carried(met, extraction.document)
    table = tables_with(met)["documents"]
    nested = pa.Table.from_batches([nest([b"1", b"2"], extractions)])
    expected = arrow_table(table, [extraction.document for extraction in extractions])
    assert unnest(nested, table).equals(expected)
