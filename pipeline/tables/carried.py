"""The columns that documents carry through from a tabular input: their names, order and types."""

from __future__ import annotations

from typing import Any

from pipeline.records import Document
from pipeline.tables.schema import TYPE_NAMES, Column

Met = dict[str, tuple[tuple[str, int], set[type]]]
"""Column → where it is met first (the document's id, the place in its record) and the types of its
values. It is filled document by document, in any order."""


def note_carried(met: Met, document: Document) -> None:
    """Add what a document carries through to `met`."""
    for position, (name, value) in enumerate(document.extra.items()):
        here = (document.doc_id, position)
        first, kinds = met.get(name, (here, set()))
        if value is not None:
            kinds.add(type(value))
        met[name] = (min(first, here), kinds)


def carried_columns(met: Met) -> tuple[Column, ...]:
    """The columns, in the order they are first met in the documents by `doc_id`.

    A column whose values are all of one type has that type; integers and decimal numbers together
    are numbers; anything else is text.
    """
    return tuple(
        Column(
            name=name,
            type=_common(met[name][1]),
            nullable=True,
            description="Carried through from the input.",
            carried=True,
        )
        for name in sorted(met, key=lambda name: met[name][0])
    )


def _common(kinds: set[type]) -> type:
    if len(kinds) == 1 and next(iter(kinds)) in TYPE_NAMES:
        return next(iter(kinds))
    return float if kinds == {int, float} else str


def carried_value(value: Any, column: Column) -> Any:
    """A value as its column holds it."""
    return str(value) if column.type is str and value is not None else value
