"""A sample as a sheet to tick: CSV that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pipeline.review.sample.checks import Check

Separator = Literal[",", ";", "\t"]
COLUMNS = (
    "right", "question", "before", "text", "behind", "speaker", "note", "table", "kind", "family",
    "rule", "row_id", "doc_id", "start", "end", "stratum_rows", "table_rows",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@")  # what spreadsheets take for the beginning of a formula


def write_sheet(checks: Iterable[Check], path: Path, separator: Separator) -> int:
    """Write the sheet; return how many rows it has.

    Args:
        checks: the rows to be checked.
        path: the file. It must not be there: it may hold somebody's ticks.
        separator: what stands between cells.

    Raises:
        FileExistsError: the file is there already.
        OSError: it can't be written.
    """
    rows = [_cells(check) for check in checks]
    # With the mark that makes spreadsheets read UTF-8, as the tables have it.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=separator, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _cells(check: Check) -> dict[str, Any]:
    before, text, behind = (" ".join(piece.split()) for piece in check.passage.around())
    row = check.drawn.row
    cells = {
        "right": None,
        "question": check.question,
        "before": before,
        "text": text,
        "behind": behind,
        "speaker": row.get("speaker_name") or row.get("source"),
        "note": None,
        **check.cells(),
    }
    return {column: _safe(value) for column, value in cells.items()}


def _safe(value: Any) -> Any:
    """The value, kept from being read as a formula: « - 12 chars » becomes « '- 12 chars »."""
    if isinstance(value, str) and value.lstrip().startswith(FORMULA):
        return f"'{value}"
    return value
