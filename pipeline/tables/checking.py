"""Whether tables hold together: they may be cut short, edited by hand or made by somebody else.

Rows may be left out (whoever drops a wrong quote has sound tables), but what a row says of a text
must be about a text that is there.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as arrow_compute

from pipeline.tables.arrow import ARROW_TYPES
from pipeline.tables.schema import TABLES, Table


class UnsoundError(ValueError):
    """What does not hold, in one line."""


def sound_tables(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with the types of the schema, once it is sure that every row can be followed to
    the characters it points to.

    Raises:
        UnsoundError: a value is not of its column's type or missing, an id is there twice, or a
            row points to a document, or to characters of one, that is not there.
    """
    typed = {name: _typed(TABLES[name], data) for name, data in tables.items()}
    for name, data in typed.items():
        _check_key(TABLES[name], data)
    for name, data in typed.items():
        _check_documents(TABLES[name], data, typed["documents"])
        _check_places(TABLES[name], data, typed["documents"])
    return typed


def _typed(table: Table, data: pa.Table) -> pa.Table:
    for column in table.columns:
        if column.name not in data.column_names:
            continue  # an older run did not write it
        values = data[column.name]
        kind = values.type.value_type if pa.types.is_dictionary(values.type) else values.type
        if kind != ARROW_TYPES[column.type]:
            try:
                values = values.cast(ARROW_TYPES[column.type])
            except (pa.ArrowException, ValueError) as error:
                raise UnsoundError(f"{table.name}.{column.name}: {error}") from error
            at = data.column_names.index(column.name)
            data = data.set_column(at, column.name, values)
        if values.null_count and not column.nullable:
            raise UnsoundError(f"{table.name}.{column.name}: {values.null_count:,} are missing")
    return data


def _check_key(table: Table, data: pa.Table) -> None:
    if table.key is None:
        return
    times = data[table.key].value_counts()
    twice = times.filter(arrow_compute.greater(times.field("counts"), 1))
    if len(twice):
        raise UnsoundError(f"{table.name}.{table.key}: {twice[0]['values']} is there twice")


def _check_documents(table: Table, data: pa.Table, documents: pa.Table) -> None:
    if "doc_id" not in table.references():
        return
    there = arrow_compute.is_in(data["doc_id"], value_set=documents["doc_id"])
    lost = data["doc_id"].filter(arrow_compute.invert(there))
    if len(lost):
        raise UnsoundError(f"{table.name}.doc_id: {lost[0]} is not in documents")


def _check_places(table: Table, data: pa.Table, documents: pa.Table) -> None:
    """Every `…start` and `…end` in characters is inside of the text, and in this order."""
    integers = {column.name for column in table.columns if column.type is int}
    starts = sorted(name for name in integers & set(data.column_names) if name.endswith("start"))
    if not starts:
        return
    lengths = arrow_compute.utf8_length(documents["text"]).combine_chunks()
    rows = arrow_compute.index_in(data["doc_id"], value_set=documents["doc_id"])
    length = lengths.take(rows.combine_chunks())
    for name in starts:
        end = f"{name.removesuffix('start')}end"
        for wrong in (
            arrow_compute.less(data[name], 0),
            arrow_compute.greater(data[name], data[end]),
            arrow_compute.greater(data[end], length),
        ):
            if arrow_compute.any(wrong).as_py():
                at = arrow_compute.index(wrong, True).as_py()
                place = f"{data[name][at]} to {data[end][at]}"
                text = f"the text of {data['doc_id'][at]}"
                raise UnsoundError(f"{table.name}.{name}: {place} is no place in {text}")
