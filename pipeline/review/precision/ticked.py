"""Read a ticked sample: the sheet that `quidit sample` wrote, whatever program saved it since."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.sources.decoding import decode
from pipeline.sources.problems import UnreadableError, Warn

COLUMNS = ("right", "table", "kind", "family", "row_id", "stratum_rows", "table_rows")
DELIMITERS = ",;\t"
ANSWERS: Mapping[str, bool | None] = {
    "": None,
    "yes": True,
    "oui": True,
    "no": False,
    "non": False,
}
TOLD = 10  # problems told at once


class TickedError(ValueError):
    """A sheet that can't be counted: which line, what is wrong, what is allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A row of the sheet; `right` is null if it was not ticked. It was drawn from a stratum of
    `stratum_rows` rows, in a table of `table_rows`."""

    right: bool | None
    table: str
    kind: str
    family: str
    row_id: str
    stratum_rows: int
    table_rows: int

    @property
    def stratum(self) -> tuple[str, str, str]:
        """What the row was drawn for."""
        return self.table, self.kind, self.family


def read_ticked(path: Path, warn: Warn) -> list[Ticked]:
    """The rows of a ticked sheet.

    Args:
        path: a CSV file; cells are separated by commas, semicolons or tabs.
        warn: called if the encoding of the file had to be guessed.

    Raises:
        TickedError: the file can't be read, is no sheet of `quidit sample`, or lines of it are
            wrong; up to ten are named.
    """
    reader = _reader(path, warn)
    problems: list[str] = []
    rows: dict[tuple[str, str], Ticked] = {}
    sizes: dict[tuple[str, str, str], int] = {}
    for line, cells in _lines(reader, path):
        try:
            row = _row(cells)
            if (row.table, row.row_id) in rows:
                raise TickedError(f"{row.row_id} stands in a line above already: keep one of them")
            if sizes.setdefault(row.stratum, row.stratum_rows) != row.stratum_rows:
                raise TickedError("stratum_rows differs from above: keep one sample a file")
        except TickedError as error:
            problems.append(f"{path}, line {line}: {error}")
            continue
        rows[row.table, row.row_id] = row
    if problems:
        more = [f"… and {len(problems) - TOLD} more"] if len(problems) > TOLD else []
        raise TickedError("\n".join([*problems[:TOLD], *more]))
    return list(rows.values())


def _reader(path: Path, warn: Warn) -> csv.DictReader[str]:
    try:
        text = decode(path.read_bytes(), str(path), warn)
    except FileNotFoundError as error:
        raise TickedError(f"{path}: there is no such file") from error
    except (OSError, UnreadableError) as error:
        raise TickedError(f"{path}: it can't be read ({error})") from error
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count)
    )
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise TickedError(
            f"{path}: no column {', '.join(missing)}; give the CSV that `quidit sample` wrote"
        )
    return reader


def _lines(reader: csv.DictReader[str], path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise TickedError(f"{path}, line {reader.line_num}: malformed CSV ({error})") from error


def _row(cells: Mapping[str, str | None]) -> Ticked:
    answer = (cells["right"] or "").strip()
    if answer.lower() not in ANSWERS:
        allowed = "yes, no, oui, non or nothing"
        raise TickedError(f"right is {answer!r}; it may be {allowed}")
    return Ticked(
        right=ANSWERS[answer.lower()],
        table=_text(cells, "table"),
        kind=_text(cells, "kind"),
        family=_text(cells, "family"),
        row_id=_text(cells, "row_id"),
        stratum_rows=_count(cells, "stratum_rows"),
        table_rows=_count(cells, "table_rows"),
    )


def _text(cells: Mapping[str, str | None], column: str) -> str:
    text = (cells[column] or "").strip()
    if not text:
        raise TickedError(f"{column} is empty: the line is not as `quidit sample` wrote it")
    return text


def _count(cells: Mapping[str, str | None], column: str) -> int:
    text = _text(cells, column)
    if not (text.isdecimal() and int(text) > 0):
        raise TickedError(f"{column} is {text!r}: not the number that `quidit sample` wrote")
    return int(text)
