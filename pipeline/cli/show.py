"""`quidit text`: what is found in one text, for eyes or for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.cli.grids import print_grid
from pipeline.cli.terminal import harmless, harmless_json
from pipeline.flow import extract
from pipeline.lexicons import load_lexicons
from pipeline.model import load_model
from pipeline.records import Claim, Document, Extraction, Mention, Quote
from pipeline.runs.tools import with_user_names
from pipeline.sources.decoding import decode
from pipeline.sources.fields import check_text
from pipeline.sources.files import CUT, MAX_BYTES
from pipeline.sources.paths import STDIN
from pipeline.sources.reading import read_bytes
from pipeline.tables.rows import table_rows
from pipeline.tables.schema import TABLES

STYLES = {
    "PERSON": "bold cyan",
    "COUNTRY": "bold green",
    "PLACE": "green",
    "ORG": "magenta",
    "WEAPON": "bold red",
}
OTHER_STYLE = "bold yellow"  # of a label that a user's lexicon adds


def run_text(content: str, user_lexicons: Iterable[Path] = ()) -> None:
    """Print the mentions, quotes and claims of a text.

    Args:
        content: the text, or `-` for the standard input.
        user_lexicons: CSV files with further names.

    Raises:
        LexiconError: a lexicon of the user's can't be read.
        UnreadableError: there is no text, or one that can't be read.
    """
    if content == STDIN:
        content = decode(read_bytes(Path(STDIN), MAX_BYTES, CUT), "standard input", _warn)
    check_text(content)
    document = Document(doc_id="text", source="text", title=None, published=None, text=content)
    lexicons = with_user_names(load_lexicons(), user_lexicons, _warn)
    nlp = load_model(compiled=False)  # numba takes longer to start than a text takes without it
    extraction = extract(document, nlp, lexicons)
    console = Console()
    if console.is_terminal:
        _print_tables(extraction, console)
    else:
        print(as_json(extraction))


def _warn(message: str) -> None:
    print(harmless(f"warning: {message}"), file=sys.stderr)


def as_json(extraction: Extraction) -> str:
    """The tables of one document as a JSON object: table → list of rows."""
    rows = table_rows([extraction])
    content = {
        name: [
            {column.name: getattr(row, column.name) for column in TABLES[name].columns}
            for row in rows[name]
        ]
        for name in rows
        if name != "skipped"
    }
    return harmless_json(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def _print_tables(extraction: Extraction, console: Console) -> None:
    console.print(_coloured(extraction))
    print_grid(console, "Mentions", MENTION_COLUMNS, map(_mention_cells, extraction.mentions))
    print_grid(console, "Quotes", QUOTE_COLUMNS, map(_quote_cells, extraction.quotes))
    print_grid(console, "Claims", CLAIM_COLUMNS, map(_claim_cells, extraction.claims))


def _coloured(extraction: Extraction) -> Text:
    """The text, mentions coloured and quotes in italics."""
    text = Text(harmless(extraction.document.text))
    for quote in extraction.quotes:
        text.stylize("italic", quote.start, quote.end)
    for mention in extraction.mentions:
        text.stylize(STYLES.get(mention.label, OTHER_STYLE), mention.start, mention.end)
    return text


MENTION_COLUMNS = ("text", "label", "name", "country", "type", "rule")
QUOTE_COLUMNS = ("speaker", "kind", "cue", "content", "rule")
CLAIM_COLUMNS = ("source", "modality", "polarity", "predicate", "clause", "rule")


def _mention_cells(row: Mention) -> tuple[Any, ...]:
    label = Text(row.label, style=STYLES.get(row.label, OTHER_STYLE))
    return row.text, label, row.name, row.country, row.form or row.subtype, row.rule


def _quote_cells(row: Quote) -> tuple[Any, ...]:
    speaker = row.speaker_name or row.speaker
    return speaker, row.kind, row.cue, Text(harmless(row.text), style="italic"), row.rule


def _claim_cells(row: Claim) -> tuple[Any, ...]:
    return row.source, row.modality, row.polarity, row.predicate, row.text, row.rule
