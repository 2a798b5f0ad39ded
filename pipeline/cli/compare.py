"""`quidit compare`: two runs side by side, for eyes or for programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console

from pipeline.cli.grids import print_grid
from pipeline.cli.terminal import harmless
from pipeline.review.compare import compare_tables, document_notes, summary
from pipeline.review.runs import read_run, run_differences
from pipeline.tables.loading import load_tables

RULES_SHOWN = 30
ROWS_SHOWN = 30
CHANGES = ("gained", "lost", "changed")
SUMMARY_COLUMNS = ("table", "rule", *CHANGES)
DERIVED = ("entities", "claims")  # they follow from mentions and quotes, which are shown first
ROW_COLUMNS = ("doc_id", "table", "change", "rule", "text", "what changed")


def run_compare(a: Path, b: Path, csv: Path | None) -> None:
    """Print how the tables in `b` differ from those in `a`.

    A table on a terminal, CSV in a pipe; `csv` is a file that gets every difference.

    Raises:
        TablesNotFoundError: a folder does not hold the tables.
        OSError: the file can't be written.
    """
    before, after = load_tables(a), load_tables(b)
    differences = compare_tables(before, after)
    if csv is not None:
        # With the mark that makes spreadsheets read UTF-8, as the tables have it.
        differences.to_csv(csv, index=False, encoding="utf-8-sig", lineterminator="\n")
    notes = (*run_differences(read_run(a), read_run(b)), *document_notes(before, after))
    messages = Console(stderr=True, highlight=False)
    for note in notes:
        messages.print(harmless(note), style="yellow", markup=False, soft_wrap=True)
    messages.print(_totals(differences), soft_wrap=True)
    console = Console()
    if console.is_terminal:
        _print(differences, console)
    elif csv is None:
        differences.to_csv(sys.stdout, index=False, lineterminator="\n")


def _totals(differences: pd.DataFrame) -> str:
    if differences.empty:
        return "The tables hold the same rows."
    counts = differences["change"].value_counts()
    return "Rows: " + ", ".join(f"{counts.get(change, 0):,} {change}" for change in CHANGES)


def _print(differences: pd.DataFrame, console: Console) -> None:
    if differences.empty:
        return
    counts = summary(differences)
    rules = counts.head(RULES_SHOWN).itertuples(index=False)
    print_grid(console, "By rule", SUMMARY_COLUMNS, rules)
    _print_more(console, len(counts) - RULES_SHOWN, "rules")
    derived = differences["table"].isin(DERIVED)
    shown = pd.concat([differences[~derived], differences[derived]])
    print_grid(console, "Rows", ROW_COLUMNS, map(_cells, shown.head(ROWS_SHOWN).itertuples()))
    _print_more(console, len(shown) - ROWS_SHOWN, "rows: --csv FILE writes them all")


def _cells(row: Any) -> tuple[Any, ...]:
    rule = row.rule_a if row.change == "lost" else row.rule_b
    cells = (row.doc_id, row.table, row.change, rule, row.text, row.changed)
    return tuple(None if cell is pd.NA else cell for cell in cells)


def _print_more(console: Console, count: int, what: str) -> None:
    if count > 0:
        console.print(f"… and {count:,} more {what}", style="dim")
