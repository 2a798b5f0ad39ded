"""Arrow tables as DataFrames."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.tables.schema import Column, Table


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
