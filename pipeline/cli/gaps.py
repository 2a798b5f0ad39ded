"""`quidit gaps`: what the lexicons lack, for eyes or for programs."""

from __future__ import annotations

import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.progress import track

from pipeline.cli.grids import print_grid
from pipeline.lexicons import load_lexicons
from pipeline.model import load_model
from pipeline.records import Document
from pipeline.review.gaps import Gap, find_gaps
from pipeline.tables.loading import load_tables

SHOWN = 30  # of each sort
TITLES = {
    "verb": "Verbs that hold quotes and are not in cues.csv",
    "weapon": "Names beside weapon nouns that are in no list",
    "speaker": "Speakers that no lexicon knows",
    "unresolved": "Speakers that the text leaves open",
}
COLUMNS = ("documents", "times", "line to paste", "into", "example")


def run_gaps(folder: Path, csv: Path | None) -> None:
    """Print what the lexicons lack for the texts of a folder of tables.

    Tables on a terminal, CSV in a pipe; `csv` is a file that gets every gap.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        LexiconError: a lexicon can't be read.
        OSError: the file can't be written, or the model is not installed.
    """
    tables = load_tables(folder)
    rows: Any = tables["documents"].itertuples()
    documents = [
        Document(doc_id=row.doc_id, source=row.source, title=None, published=None, text=row.text)
        for row in rows
    ]
    messages = Console(stderr=True)
    nlp, lexicons = load_model(), load_lexicons()
    shown = track(
        documents, "Reading", console=messages, transient=True, disable=not messages.is_terminal
    )
    gaps = find_gaps(tables, shown, nlp, lexicons)
    columns = [field.name for field in fields(Gap)]
    frame = pd.DataFrame([asdict(gap) for gap in gaps], columns=columns)
    if csv is not None:
        # With the mark that makes spreadsheets read UTF-8, as the tables have it.
        frame.to_csv(csv, index=False, encoding="utf-8-sig", lineterminator="\n")
    console = Console()
    if console.is_terminal:
        _print(gaps, console)
    elif csv is None:
        frame.to_csv(sys.stdout, index=False, lineterminator="\n")


def _print(gaps: tuple[Gap, ...], console: Console) -> None:
    for kind, title in TITLES.items():
        found = [gap for gap in gaps if gap.kind == kind]
        print_grid(console, title, COLUMNS, map(_cells, found[:SHOWN]))
        if len(found) > SHOWN:
            rest = f"… and {len(found) - SHOWN:,} more: --csv FILE writes them all"
            console.print(rest, style="dim")


def _cells(gap: Gap) -> tuple[Any, ...]:
    return gap.documents, gap.count, gap.line or gap.word, gap.file, gap.example
