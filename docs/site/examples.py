"""Examples that are checked: a text, and rows that it gives.

They stand in pages as blocks of the language `quidit`. First the text; after an empty line, for
each table its name, a line with the columns shown, and one line a row, cells apart by two spaces or
more, « – » for null:

    Selon Kiev, le pont est fermé.

    quotes
      speaker  speaker_name  rule
      Kiev     Ukraine       according:selon

All rows of a named table are shown; a table without rows has no line of columns. An empty first
line is no part of the text. `published: 2024-05-06` above the text is the day of its publication.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

BLOCK = re.compile(r"^```quidit\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PUBLISHED = "published: "
NULL = "–"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table as a page shows them: columns, and one tuple of cells a row."""

    table: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]

    def written(self) -> str:
        """The rows as they stand in a block, columns aligned."""
        lines = (self.columns, *self.cells) if self.columns else ()
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        padded = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        ]
        return "\n".join([self.table, *(f"  {line}" for line in padded)])


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the day of its publication if that is given, and the rows shown."""

    text: str
    published: datetime.date | None
    tables: tuple[Rows, ...]

    def written(self) -> str:
        """The example as the inside of a block."""
        head = [f"{PUBLISHED}{self.published}"] if self.published else []
        return "\n".join([*head, self.text, "", *(rows.written() for rows in self.tables)]) + "\n"


def read_examples(page: str) -> list[Example]:
    """The examples of a page, in order."""
    return [read_example(block) for block in BLOCK.findall(page)]


def read_example(block: str) -> Example:
    """An example from the inside of its block.

    Raises:
        ValueError: if no empty line stands between the text and the rows.
    """
    text, divider, rows = block.rstrip("\n").rpartition("\n\n")
    if not divider:
        raise ValueError(f"an example wants an empty line between its text and its rows:\n{block}")
    published = None
    if text.startswith(PUBLISHED):
        first, _, text = text.partition("\n")
        published = datetime.date.fromisoformat(first.removeprefix(PUBLISHED))
    tables = re.split(r"\n(?=\S)", rows)
    return Example(text=text, published=published, tables=tuple(map(_read_rows, tables)))


def _read_rows(lines: str) -> Rows:
    table, *rest = lines.splitlines()
    columns, *cells = [tuple(re.split(r" {2,}", line.strip())) for line in rest] or [()]
    return Rows(table=table.strip(), columns=columns, cells=tuple(cells))


def shown(table: str, columns: tuple[str, ...], found: Iterable[Any]) -> Rows:
    """The rows found, as a page would show them."""
    cells = tuple(tuple(_cell(getattr(row, name)) for name in columns) for row in found)
    return Rows(table=table, columns=columns if cells else (), cells=cells)


def _cell(value: object) -> str:
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def as_markdown(page: str) -> str:
    """The page with its examples as a quotation and tables, which small screens can wrap."""
    return BLOCK.sub(lambda match: _markdown(read_example(match[1])), page)


def _markdown(example: Example) -> str:
    lines = [f"> {line}\n>" for line in example.text.splitlines() if line]
    if example.published:
        lines.append(f"> <small>published {example.published}</small>")
    parts = ["\n".join(lines)]
    for rows in example.tables:
        if not rows.columns:
            parts.append(f"No row in `{rows.table}`.")
            continue
        head, *cells = map(_escaped, (rows.columns, *rows.cells))
        table = (head, ("---",) * len(head), *cells)
        parts.append(f"`{rows.table}`")
        parts.append("\n".join(f"| {' | '.join(line)} |" for line in table))
    return "\n\n".join(parts) + "\n"


def _escaped(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells as Markdown, with places where long names may be broken."""
    plain = (re.sub(r"([|*_<`])", r"\\\1", cell) for cell in cells)
    return tuple(re.sub(r"(?<=[:_.])(?=[^\W\d])", "<wbr>", cell) for cell in plain)
