"""The rows of many documents as one Arrow batch with a row a document: rows travel between
processes and runs as columns, and those of one document are found at one place.

Each table is a column of lists. What a document carries through is JSON there: the types of those
columns are known only when all documents have been read.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pyarrow as pa
import pyarrow.compute as arrow_compute

from pipeline.records import Extraction
from pipeline.tables.arrow import ARROW_TYPES, arrow_columns, arrow_schema
from pipeline.tables.carried import carried_value
from pipeline.tables.schema import TABLES, Column, Table

KEY = "key"
EXTRA = "extra"
NESTED = tuple(name for name in TABLES if name not in {"entities", "skipped"})


def nest(keys: Sequence[bytes], extractions: Sequence[Extraction]) -> pa.RecordBatch:
    """The rows of documents, one row a document.

    Args:
        keys: what each document's rows are found again by.
        extractions: the rows of each.
    """
    columns = [
        _lists(name, [_rows(extraction, name) for extraction in extractions]) for name in NESTED
    ]
    return pa.record_batch([pa.array(keys, pa.binary()), *columns], names=[KEY, *NESTED])


def _rows(extraction: Extraction, name: str) -> Sequence[Any]:
    return (extraction.document,) if name == "documents" else getattr(extraction, name)


def _lists(name: str, documents: Sequence[Sequence[Any]]) -> pa.Array:
    rows = [row for rows in documents for row in rows]
    names = [column.name for column in TABLES[name].columns]
    columns = arrow_columns(TABLES[name], rows)
    if name == "documents":
        extra = [json.dumps(dict(row.extra), ensure_ascii=False, default=str) for row in rows]
        names.append(EXTRA)
        columns.append(pa.array(extra, pa.string()))
    offsets = [0, *accumulate(map(len, documents))]
    return pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(columns, names=names)
    )


def unnest(nested: pa.Table, table: Table) -> pa.Table:
    """The rows of one table, in the order of the documents.

    Args:
        nested: documents as `nest` gave them.
        table: one of the tables in `NESTED`, with the columns it carries through.
    """
    rows = arrow_compute.list_flatten(nested[table.name].combine_chunks())
    columns = [
        _carried(rows, column) if column.carried else rows.field(column.name)
        for column in table.columns
    ]
    return pa.Table.from_arrays(columns, schema=arrow_schema(table, encoded=False))


def _carried(rows: pa.StructArray, column: Column) -> pa.Array:
    values = [_value(json.loads(extra), column) for extra in rows.field(EXTRA).to_pylist()]
    return pa.array(values, type=ARROW_TYPES[column.type])


def _value(extra: dict[str, Any], column: Column) -> Any:
    value = carried_value(extra.get(column.name), column)
    if column.type is datetime.date and value is not None:
        return datetime.date.fromisoformat(value)
    return value
