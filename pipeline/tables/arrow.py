"""Rows as Arrow tables.

pyarrow has no type stubs: few modules touch it (this one, those that read and write files, and
`pipeline.runs.nested`).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as arrow_compute

from pipeline.tables.carried import carried_value
from pipeline.tables.schema import Column, Table

ARROW_TYPES = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    datetime.date: pa.date32(),
}


def arrow_schema(
    table: Table, *, encoded: bool = True, metadata: Mapping[str, str] | None = None
) -> pa.Schema:
    """The Arrow schema of a table, a description with each column.

    Args:
        table: the table.
        encoded: whether columns with fixed values are dictionary-encoded (else plain strings).
        metadata: what is said of the whole table, beside its description.
    """
    fields = [
        pa.field(
            column.name,
            _arrow_type(column, encoded),
            nullable=column.nullable,
            metadata={"description": column.description},
        )
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.description, **(metadata or {})})


def _arrow_type(column: Column, encoded: bool) -> pa.DataType:
    if column.choices and encoded:
        return pa.dictionary(pa.int8(), pa.string())
    return ARROW_TYPES[column.type]


def arrow_table(table: Table, rows: Sequence[object]) -> pa.Table:
    """The rows (records of the table's class) as an Arrow table, fixed values as plain strings."""
    return pa.Table.from_arrays(
        arrow_columns(table, rows), schema=arrow_schema(table, encoded=False)
    )


def arrow_columns(table: Table, rows: Sequence[object]) -> list[Any]:
    """The columns of `arrow_table`."""
    return [
        pa.array(_values(rows, column), type=ARROW_TYPES[column.type]) for column in table.columns
    ]


def _values(rows: Sequence[Any], column: Column) -> list[Any]:
    if not column.carried:
        return list(map(attrgetter(column.name), rows))
    return [carried_value(row.extra.get(column.name), column) for row in rows]


def encoded_table(table: Table, data: pa.Table, schema: pa.Schema) -> pa.Table:
    """The same table with its columns of fixed values dictionary-encoded, all of the values in the
    schema's order.

    Raises:
        ValueError: a value is none of those that its column may hold.
    """
    columns = [
        _encoded(column, values) if column.choices else values
        for column, values in zip(table.columns, data.columns, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _encoded(column: Column, values: Any) -> Any:
    choices = pa.array(column.choices, type=pa.string())
    codes = arrow_compute.index_in(values, value_set=choices)
    if codes.null_count > values.null_count:
        wrong = arrow_compute.unique(values.filter(arrow_compute.is_null(codes))).to_pylist()
        raise ValueError(f"{column.name}: {wrong} is none of {', '.join(column.choices)}")
    chunks = [
        pa.DictionaryArray.from_arrays(chunk.cast(pa.int8()), choices) for chunk in codes.chunks
    ]
    return pa.chunked_array(chunks, type=pa.dictionary(pa.int8(), pa.string()))
