"""What the components leave on a `Doc`: rows as plain data, and spans.

`doc._.quidit_quotes` is a list with one dictionary a row, whose keys are the columns of the table
`quotes`; it is null until the component has run. Dates are written as text (« 2024-05-06 »), so
that everything survives processes, `Doc.to_bytes` and `DocBin(store_user_data=True)`, which gives
lists back as tuples.

Import this module (or `pipeline.components`) before reading such documents back.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from pipeline.records import Claim, Date, Mention, Quantity, Quote, Role, Segment, Sentence

Row = Segment | Sentence | Mention | Role | Date | Quantity | Quote | Claim
AnyRow = TypeVar("AnyRow", bound=Row)

DOCUMENT = "quidit_document"
TABLES: dict[type[Any], str] = {
    Segment: "quidit_segments",
    Sentence: "quidit_sentences",
    Mention: "quidit_mentions",
    Role: "quidit_roles",
    Date: "quidit_dates",
    Quantity: "quidit_quantities",
    Quote: "quidit_quotes",
    Claim: "quidit_claims",
}
DATES = {"published", "date_start", "date_end"}  # the columns that hold a date

for name in (DOCUMENT, *TABLES.values()):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


def plain(row: Any) -> dict[str, Any]:
    """A record as a dictionary of texts, numbers and nulls."""
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else value
        for name, value in values.items()
    }


def typed(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a record, from its dictionary."""
    return {
        name: datetime.date.fromisoformat(value) if name in DATES and value else value
        for name, value in values.items()
    }


def write_rows(doc: Doc, kind: type[AnyRow], rows: Iterable[AnyRow]) -> None:
    """Leave the rows of one table on `doc`."""
    setattr(doc._, TABLES[kind], [plain(row) for row in rows])


def read_rows(doc: Doc, kind: type[AnyRow]) -> tuple[AnyRow, ...]:
    """The rows of one table that a component left on `doc`.

    Raises:
        ValueError: that component has not run.
    """
    name = TABLES[kind]
    rows = getattr(doc._, name)
    if rows is None:
        raise ValueError(
            f"doc._.{name} is not there: a component that needs it ran without {name}. Add it "
            + ('with nlp.add_pipe("quidit_segments", first=True)' if _is_layout(kind) else "before")
        )
    return tuple(kind(**typed(row)) for row in rows)


def _is_layout(kind: type[Any]) -> bool:
    return kind in {Segment, Sentence}


@dataclass(frozen=True, slots=True)
class Placed:
    """A span to be: the group it belongs to, its characters, its label, and as `kb_id` and `id`
    the identifiers of its entity and of its row."""

    group: str
    start: int
    end: int
    label: str
    entity: str | None
    row: str


def span_of(doc: Doc, placed: Placed) -> Span:
    """The tokens that the characters of a row touch."""
    found = doc.char_span(
        placed.start,
        placed.end,
        label=placed.label,
        kb_id=placed.entity or "",
        span_id=placed.row,
        alignment_mode="expand",
    )
    if found is None:
        raise ValueError(f"{placed.row}: no token in characters {placed.start}..{placed.end}")
    return found
