"""Rows as a table on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from pipeline.cli.terminal import harmless


def print_grid(
    console: Console, title: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Print rows under a title, or that there are none. Cells are shown as they are, never read as
    markup; null is an empty cell."""
    lines = list(rows)
    if not lines:
        console.print(f"{title}: none", style="dim")
        return
    grid = Grid(*columns, title=title, title_justify="left", header_style="bold")
    for cells in lines:
        grid.add_row(*(_cell(cell) for cell in cells))
    console.print(grid)


def _cell(value: Any) -> Text:
    return value if isinstance(value, Text) else Text(harmless("" if value is None else str(value)))
