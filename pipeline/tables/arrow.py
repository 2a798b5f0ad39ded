"""Tables in memory: rows to Arrow, Arrow to DataFrames.

pyarrow has no type stubs: this module and the reading and writing of files are the only ones that
touch it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

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


def arrow_table(
    table: Table, rows: Sequence[object], metadata: Mapping[str, str] | None = None
) -> pa.Table:
    """The rows (records of the table's class) as an Arrow table."""
    schema = arrow_schema(table, metadata=metadata)
    arrays = [
        _array(column, [_value(row, column) for row in rows], field.type)
        for column, field in zip(table.columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _value(row: Any, column: Column) -> Any:
    if not column.carried:
        return getattr(row, column.name)
    value = row.extra.get(column.name)
    return str(value) if column.type is str and value is not None else value


def _array(column: Column, values: list[Any], kind: pa.DataType) -> pa.Array:
    if not pa.types.is_dictionary(kind):
        return pa.array(values, type=kind)
    codes = {choice: code for code, choice in enumerate(column.choices)}
    indices = [None if value is None else codes[value] for value in values]
    return pa.DictionaryArray.from_arrays(
        pa.array(indices, type=kind.index_type), pa.array(column.choices, type=kind.value_type)
    )


def data_frame(table: Table, data: pa.Table) -> pd.DataFrame:
    """An Arrow table as a DataFrame: text as `string`, fixed values as `category` (all of them, in
    the schema's order), dates as `datetime64[s]`, integers that may be missing as `Int64`."""
    known = {column.name: column for column in table.columns}
    frame = {}
    for name in data.column_names:
        column = known.get(name)
        frame[name] = _series(data[name], column)
    return pd.DataFrame(frame)


def _series(values: Any, column: Column | None) -> pd.Series:
    if pa.types.is_dictionary(values.type):
        values = values.cast(pa.string())
    if column is not None and column.choices:
        return pd.Series(
            pd.Categorical(values.to_pylist(), categories=list(column.choices)), dtype=None
        )
    if pa.types.is_date(values.type):
        return pd.Series(values.cast(pa.timestamp("s")).to_pandas())
    if pa.types.is_integer(values.type) and column is not None and not column.nullable:
        return pd.Series(values.to_pandas())
    return pd.Series(values.to_pandas(types_mapper=_pandas_type))


def _pandas_type(kind: Any) -> Any:
    if pa.types.is_string(kind) or pa.types.is_null(kind):
        return pd.StringDtype()
    if pa.types.is_integer(kind):
        return pd.Int64Dtype()
    if pa.types.is_floating(kind):
        return pd.Float64Dtype()
    return pd.BooleanDtype() if pa.types.is_boolean(kind) else None


def carried_columns(extras: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns that the documents carry through, in the order they are first met.

    A column whose values are all of one type has that type; integers and decimal numbers together
    are numbers; anything else is text.
    """
    found: dict[str, set[type]] = {}
    for extra in extras:
        for name, value in extra.items():
            kinds = found.setdefault(name, set())
            if value is not None:
                kinds.add(type(value))
    return tuple(
        Column(
            name=name,
            type=_common(kinds),
            nullable=True,
            description="Carried through from the input.",
            carried=True,
        )
        for name, kinds in found.items()
    )


def _common(kinds: set[type]) -> type:
    if len(kinds) == 1 and next(iter(kinds)) in ARROW_TYPES:
        return next(iter(kinds))
    return float if kinds == {int, float} else str
