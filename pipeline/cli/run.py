"""`quidit extract`: read, extract, write, and say what was done."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline import __version__
from pipeline.flow import extract_all
from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.lexicons.user import load_user_names
from pipeline.model import MODEL, load_model
from pipeline.records import Document, Extraction, Skipped
from pipeline.sources import read_documents
from pipeline.sources.fields import Columns
from pipeline.sources.problems import UsageError, Warn
from pipeline.tables.writing import Format, Rows, table_rows, write_tables


class StrictError(ValueError):
    """The first input that can't be read, where none may be skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What `quidit extract` was asked to do."""

    paths: tuple[str, ...]
    output: Path
    kind: Format
    columns: Columns
    lexicons: tuple[Path, ...]
    strict: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds spent in each part of a run."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, part: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[part] = round(time.perf_counter() - start, 3)


def run_extract(request: Request) -> int:
    """Extract the tables; return how many inputs were skipped.

    Raises:
        UsageError: a path is not there, or the output is no folder.
        LexiconError: a lexicon of the user's can't be read.
        StrictError: an input can't be read, and the request is strict.
        OSError: the tables can't be written.
    """
    if request.output.exists() and not request.output.is_dir():
        raise UsageError(f"{request.output}: a file, not a folder; name another with --output")
    console = Console(stderr=True, quiet=request.quiet, highlight=False)
    watch = Stopwatch()
    notes: list[str] = []
    with watch.time("lexicons"):
        lexicons = with_user_names(load_lexicons(), request.lexicons, notes.append)
    with watch.time("read"):
        found = _checked(
            read_documents(request.paths, request.columns, notes.append), request.strict
        )
        documents = sorted(
            (row for row in found if isinstance(row, Document)), key=lambda row: row.doc_id
        )
        skipped = [row for row in found if isinstance(row, Skipped)]
    with watch.time("load"), _caught(notes):
        nlp = load_model()
    for note in notes:
        console.print(f"warning: {note}", style="yellow", markup=False, soft_wrap=True)
    with watch.time("extract"):
        extracted = extract_all(documents, nlp, lexicons)
        results = _checked(_shown(extracted, len(documents), console), request.strict)
    rows = table_rows(
        (row for row in results if isinstance(row, Extraction)),
        [*skipped, *(row for row in results if isinstance(row, Skipped))],
    )
    run = _describe(request, rows, watch, notes)
    write_tables(rows, request.output, kind=request.kind, run_id=run["run_id"], run=run)
    _report(rows, request, console)
    return len(rows["skipped"])


def with_user_names(lexicons: Lexicons, paths: Iterable[Path], warn: Warn) -> Lexicons:
    """The lexicons with the names that users' files add.

    Raises:
        LexiconError: a file can't be read, or a line of it.
    """
    return replace(lexicons, user=load_user_names(paths, lexicons.countries, warn))


@contextmanager
def _caught(notes: list[str]) -> Iterator[None]:
    """Add what the block warns its user of to `notes`."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        yield
    notes.extend(str(warning.message) for warning in caught)


def _checked(rows: Iterable[Any], strict: bool) -> list[Any]:
    """All rows; if strict, `StrictError` at the first that is skipped."""
    kept = []
    for row in rows:
        if strict and isinstance(row, Skipped):
            raise StrictError(f"{row.source}: {row.reason}")
        kept.append(row)
    return kept


def _shown(rows: Iterable[Any], total: int, console: Console) -> Iterator[Any]:
    """The same rows, with a progress bar if the standard error is a terminal."""
    if not console.is_terminal or console.quiet:
        yield from rows
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        yield from progress.track(rows, total=total, description="Extracting")


def _describe(request: Request, rows: Rows, watch: Stopwatch, notes: list[str]) -> dict[str, Any]:
    """What `run.json` says. The run's id depends on the program and its input alone, so that the
    same input gives the same tables to the byte."""
    made_by = {
        "program": f"quidit {__version__}",
        "model": f"{MODEL} {importlib.metadata.version(MODEL)}",
        "spacy": importlib.metadata.version("spacy"),
        "weights": _digest("weights"),
        "lexicons": _digest("lexicons"),
        "user_lexicons": [
            {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
            for path in request.lexicons
        ],
    }
    digest = hashlib.sha256(repr(sorted(made_by.items())).encode())
    for document in rows["documents"]:
        digest.update(repr((document.doc_id, document.source, document.text)).encode())
    return {
        "run_id": digest.hexdigest()[:16],
        **made_by,
        "python": platform.python_version(),
        "inputs": list(request.paths),
        "options": {
            "output": request.output.as_posix(),
            "format": request.kind,
            "columns": asdict(request.columns),
            "lexicons": [path.as_posix() for path in request.lexicons],
            "strict": request.strict,
        },
        "counts": {name: len(table) for name, table in rows.items()},
        "seconds": watch.seconds,
        "warnings": notes,
    }


def _digest(folder: str) -> str:
    """A digest of the data files of a folder of the package: it changes when any of them does."""
    digest = hashlib.sha256()
    root = Path(str(files("pipeline"))) / folder
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        if path.suffix not in {".py", ".pyc"}:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _report(rows: Rows, request: Request, console: Console) -> None:
    counts = [f"{len(rows[name]):,} {name}" for name in rows if name != "skipped"]
    console.print(f"{request.output}: " + ", ".join(counts), markup=False, soft_wrap=True)
    for row in rows["skipped"][:20]:
        console.print(
            f"skipped: {row.source}: {row.reason}", style="yellow", markup=False, soft_wrap=True
        )
    if len(rows["skipped"]) > 20:
        console.print(f"{len(rows['skipped']):,} inputs were skipped: see the table skipped")
