"""`quidit precision`: what a ticked sample says, for eyes or for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console

from pipeline.cli.grids import print_grid
from pipeline.cli.terminal import harmless
from pipeline.review.precision.estimates import Coverage, Precision, coverage, precisions
from pipeline.review.precision.ticked import read_ticked

TITLES = {
    "all": "Precision over all",
    "table": "By table",
    "kind": "By label, kind or modality",
    "rule": "By rule",
}
COLUMNS = ("", "ticked", "right", "precision", "95 % interval", "rows")
DECIMALS = 4


def run_precision(sheet: Path, csv: Path | None, *, as_json: bool) -> None:
    """Print the precision of a ticked sample.

    Tables on a terminal, CSV in a pipe, JSON if asked for; `csv` is a file that gets every line.

    Raises:
        TickedError: the sheet can't be counted.
        OSError: the file can't be written.
    """
    messages = Console(stderr=True, highlight=False)

    def warn(note: str) -> None:
        messages.print(harmless(f"warning: {note}"), style="yellow", markup=False, soft_wrap=True)

    rows = read_ticked(sheet, warn)
    found, covered = precisions(rows), coverage(rows)
    messages.print(_told(covered), soft_wrap=True)
    columns = [field.name for field in fields(Precision)]
    frame = pd.DataFrame([asdict(one) for one in found], columns=columns).round(DECIMALS)
    if csv is not None:
        # With the mark that makes spreadsheets read UTF-8, as the tables have it.
        frame.to_csv(csv, index=False, encoding="utf-8-sig", lineterminator="\n")
    console = Console(highlight=False)
    if as_json:
        said = {**asdict(covered), "precision": frame.to_dict("records")}
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    elif console.is_terminal:
        for by, title in TITLES.items():
            print_grid(console, title, COLUMNS, (_cells(one) for one in found if one.by == by))
    elif csv is None:
        frame.to_csv(sys.stdout, index=False, lineterminator="\n")


def _told(covered: Coverage) -> str:
    told = f"{covered.ticked:,} rows are ticked, {covered.unticked:,} are not and are left out."
    if not covered.ticked:
        return f"{told} Write yes or no into the column right."
    share = covered.rows / covered.of
    return (
        f"{told} They stand for {covered.rows:,} of {covered.of:,} rows ({share:.1%}): each row "
        "counts by the size of what it was drawn from."
    )


def _cells(one: Precision) -> tuple[Any, ...]:
    name = " ".join(part for part in (one.table, one.name) if part) or "all"
    bounds = f"{one.low:.3f} – {one.high:.3f}"
    return name, one.ticked, one.right, f"{one.precision:.3f}", bounds, f"{one.rows:,}"
