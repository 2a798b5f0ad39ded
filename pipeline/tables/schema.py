"""What the tables hold, derived from the record classes: nothing here names a column of its own.

Everything else (Arrow types, CSV order, `datapackage.json`, the data dictionary) is made from the
`Table`s of this module.
"""

from __future__ import annotations

import dataclasses
import datetime
import types
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline import records

SCHEMA_VERSION = 2
"""Of the tables, written into them. 1: without roles, dates, quantities and `quotes.confidence`.
Raise it when a table or a column is added, and never change what a column means."""

RECORDS: dict[str, type] = {
    "documents": records.Document,
    "segments": records.Segment,
    "sentences": records.Sentence,
    "mentions": records.Mention,
    "entities": records.Entity,
    "roles": records.Role,
    "dates": records.Date,
    "quantities": records.Quantity,
    "quotes": records.Quote,
    "claims": records.Claim,
    "skipped": records.Skipped,
}
KEYS = {
    "documents": "doc_id",
    "segments": "segment_id",
    "sentences": "sentence_id",
    "mentions": "mention_id",
    "entities": "entity_id",
    "roles": "role_id",
    "dates": "date_id",
    "quantities": "quantity_id",
    "quotes": "quote_id",
    "claims": "claim_id",
}
TYPE_NAMES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    datetime.date: "date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `choices` lists the values it may take, where they are fixed; `carried` marks a
    column of the input that is passed on unchanged."""

    name: str
    type: type
    nullable: bool
    description: str
    choices: tuple[str, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `key` names the column that identifies a row, if there is one."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: str | None

    def with_columns(self, columns: tuple[Column, ...]) -> Table:
        """The table with further columns behind its own."""
        return dataclasses.replace(self, columns=(*self.columns, *columns))

    def references(self) -> dict[str, tuple[str, str]]:
        """Column → (table, column) it refers to.

        A column named like another table's key refers to it; any other `…_id` is an entity's.
        """
        keys = {key: name for name, key in KEYS.items()}
        found = {}
        for column in self.columns:
            if column.carried or column.name == self.key or not column.name.endswith("_id"):
                continue
            target = keys.get(column.name, "entities")
            found[column.name] = (target, KEYS[target])
        return found


def _column(name: str, hint: Any) -> Column:
    """The column of a field annotated `Annotated[type, "description"]`."""
    plain, *notes = get_args(hint)
    nullable = False
    if get_origin(plain) in {Union, types.UnionType}:
        nullable = True
        plain = next(option for option in get_args(plain) if option is not types.NoneType)
    choices: tuple[str, ...] = ()
    if get_origin(plain) is Literal:
        choices, plain = get_args(plain), str
    return Column(name=name, type=plain, nullable=nullable, description=notes[-1], choices=choices)


def _table(name: str, record: type) -> Table:
    hints = get_type_hints(record, include_extras=True)
    return Table(
        name=name,
        description=" ".join((record.__doc__ or "").split()),
        columns=tuple(
            _column(field.name, hints[field.name])
            for field in dataclasses.fields(record)
            if hasattr(hints[field.name], "__metadata__")
        ),
        key=KEYS.get(name),
    )


TABLES: dict[str, Table] = {name: _table(name, record) for name, record in RECORDS.items()}
