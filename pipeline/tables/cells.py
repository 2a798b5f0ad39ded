"""Cells that no spreadsheet runs as a formula, and the way back to their exact text.

A spreadsheet runs a cell that begins with = + - @, a tab or a carriage return. It cuts the line
into cells at its own separator, which is « ; » on a French system, whatever stands in quotation
marks by the file's own rules: « …;=HYPERLINK(…) » inside of a text can come to begin a cell too.
An apostrophe is put before each such place; it is what spreadsheets mark text with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as arrow_compute

SIGNS = r"[=+\-@\t\r＝＋－＠]"
# What may stand between the begin of a cell and the sign that is run: a quotation mark falls away
# where a spreadsheet takes it for the cell's own, and some leave spaces out.
BETWEEN = r"[ \"']*"
ENDS = r";,\t\r\n"
DANGER = re.compile(rf"(?<![^{ENDS}])(?={BETWEEN}{SIGNS})")
MADE_SAFE = re.compile(rf"(?<![^{ENDS}])'(?={BETWEEN}{SIGNS})")
ANYWHERE = rf"(?:^|[{ENDS}]){BETWEEN}{SIGNS}"  # for Arrow, which knows no look-around


def safe_cell(text: str) -> str:
    """The text of a cell that no spreadsheet runs."""
    return DANGER.sub("'", text)


def exact_cell(text: str) -> str:
    """The text that `safe_cell` made this cell of."""
    return MADE_SAFE.sub("", text)


def change_cells(data: pa.Table, change: Callable[[str], str]) -> pa.Table:
    """A table with all of its texts and the names of its columns changed.

    Args:
        data: the table.
        change: `safe_cell` or `exact_cell`.
    """
    columns = [_changed(column, change) for column in data.columns]
    return pa.Table.from_arrays(columns, names=[change(name) for name in data.column_names])


def _changed(column: pa.ChunkedArray, change: Callable[[str], str]) -> Any:
    if not pa.types.is_string(column.type):
        return column
    found = arrow_compute.match_substring_regex(column, ANYWHERE).fill_null(False)
    texts = [change(text) for text in column.filter(found).to_pylist()]
    if not texts:
        return column
    values = pa.array(texts, pa.string())
    return arrow_compute.replace_with_mask(column.combine_chunks(), found.combine_chunks(), values)
