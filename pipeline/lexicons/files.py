"""Read a lexicon file: a CSV in this folder, one entry a line, one record class a file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib.resources import files
from typing import TypeVar, get_type_hints

Entry = TypeVar("Entry")
SEPARATOR = "|"  # between the values of a cell that holds several


class LexiconError(ValueError):
    """A line of a lexicon file that cannot be read: says which file, which line, what is wrong."""


def read_entries(name: str, record: type[Entry]) -> tuple[Entry, ...]:
    """The entries of the shipped lexicon file `name` (such as "countries.csv").

    Args:
        name: the file's name in this folder.
        record: a dataclass whose fields are the file's columns. A `tuple[str, ...]` field is split
            at "|"; a `str | None` field is null where the cell is empty.

    Raises:
        LexiconError: the columns are not the record's fields, or a line is too short or too long.
    """
    text = files("pipeline.lexicons").joinpath(name).read_text(encoding="utf-8")
    return tuple(parse_entries(name, text, record))


def parse_entries(name: str, text: str, record: type[Entry]) -> Iterator[Entry]:
    """The entries of a lexicon given as CSV text (see `read_entries`)."""
    hints = get_type_hints(record)
    columns = [field.name for field in fields(record)]  # type: ignore[arg-type]
    values = [_reader(hints[column]) for column in columns]
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    if header != columns:
        raise LexiconError(f"{name}: columns are {header}, expected {columns}")
    for row in reader:
        if len(row) != len(columns):
            raise LexiconError(
                f"{name}, line {reader.line_num}: {len(row)} cells, expected {len(columns)}"
            )
        cells = zip(columns, values, row, strict=True)
        yield record(**{column: value(cell) for column, value, cell in cells})


def _reader(hint: object) -> Callable[[str], object]:
    """What reads the cells of a field of this type."""
    if hint == tuple[str, ...]:
        return _several
    return _or_none if hint == str | None else str.strip


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip()) if cell else ()


def _or_none(cell: str) -> str | None:
    return cell.strip() or None
