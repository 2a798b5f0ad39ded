"""`quidit extract`: read, extract, write, and say what was done."""

from __future__ import annotations

import datetime
import platform
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from pipeline.cli.progress import Bar, shown_bar
from pipeline.cli.terminal import harmless
from pipeline.review.methods.card import write_methods
from pipeline.runs import fingerprint
from pipeline.runs.chunks import Chunk
from pipeline.runs.corpus import Corpus, extract_corpus
from pipeline.runs.extraction import Job, extract_here
from pipeline.runs.lock import locked
from pipeline.runs.merge import Counts, write_corpus
from pipeline.runs.parts import FOLDER, find_parts, keep_parts
from pipeline.runs.without_pandas import leave_pandas_out
from pipeline.runs.workers import Finished, extract_in_workers
from pipeline.sources import read_documents
from pipeline.sources.fields import Columns
from pipeline.sources.problems import UsageError
from pipeline.tables.writing import Format, recover_tables

if TYPE_CHECKING:
    from pipeline.runs.tools import Tools

TOLD = 20  # skipped inputs that are listed at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What `quidit extract` was asked to do."""

    paths: tuple[str, ...]
    output: Path
    kind: Format
    spreadsheet_safe: bool
    columns: Columns
    lexicons: tuple[Path, ...]
    workers: int
    fresh: bool
    strict: bool
    quiet: bool

    @property
    def parts(self) -> Path:
        return self.output / FOLDER


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds spent in each part of a run; `load` is within `extract`."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, part: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[part] = round(time.perf_counter() - start, 3)


def run_extract(request: Request) -> int:
    """Extract the tables; return how many inputs were skipped.

    Documents whose rows a former run left in the parts beside the tables are not extracted again.

    Raises:
        UsageError: a path is not there, or the output is no folder.
        LexiconError: a lexicon of the user's can't be read.
        StrictError: an input can't be read, and the request is strict.
        BusyError: another run is writing to the output.
        WorkerError: workers can't be started.
        OSError: the tables can't be written.
    """
    if request.output.exists() and not request.output.is_dir():
        raise UsageError(f"{request.output}: a file, not a folder; name another with --output")
    leave_pandas_out()
    console = Console(stderr=True, quiet=request.quiet, highlight=False)
    watch = Stopwatch()
    notes: list[str] = []

    def warn(note: str) -> None:
        notes.append(note)
        told = harmless(f"warning: {note}")
        console.print(told, style="yellow", markup=False, soft_wrap=True)

    maker = fingerprint.made_by(request.lexicons)
    rows = read_documents(request.paths, request.columns, warn)
    with locked(request.parts):
        recover_tables(request.output)
        known = {} if request.fresh else find_parts(request.parts)
        with watch.time("extract"), shown_bar(console) as bar:
            extract = partial(_extract, request=request, watch=watch, bar=bar)
            corpus = extract_corpus(rows, maker, known, extract, strict=request.strict)
        for note in corpus.warnings:
            warn(note)
        counts = _write(request, maker, corpus, watch, notes)
    _report(counts, corpus, request, console)
    return counts["skipped"]


def _extract(chunks: Iterable[Chunk], request: Request, watch: Stopwatch, bar: Bar) -> Finished:
    def load() -> Tools:
        from pipeline.runs.tools import load_tools  # noqa: PLC0415 - imports spaCy

        with watch.time("load"):
            return load_tools(request.lexicons)

    if request.workers == 1:
        return extract_here(bar.counted(chunks), request.parts, load, bar.advance)
    job = Job(request.parts, request.lexicons)
    return extract_in_workers(bar.counted(chunks), job, request.workers, bar.advance)


def _write(
    request: Request,
    maker: Mapping[str, Any],
    corpus: Corpus,
    watch: Stopwatch,
    notes: list[str],
) -> Counts:
    """Write the tables, then give up the parts that hold nothing of them."""
    entries = corpus.entries()
    run_id = fingerprint.run_id(maker, [entry.key for entry in entries])
    start = time.perf_counter()

    def describe(counts: Counts) -> Mapping[str, Any]:
        watch.seconds["write"] = round(time.perf_counter() - start, 3)
        return {
            "run_id": run_id,
            **maker,
            "python": platform.python_version(),
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "inputs": list(request.paths),
            "options": options_of(request),
            "counts": dict(counts),
            "extracted": len(corpus.extracted),
            "reused": len(corpus.reused),
            "seconds": watch.seconds,
            "warnings": notes,
        }

    counts = write_corpus(
        corpus,
        request.output,
        kind=request.kind,
        safe=request.spreadsheet_safe,
        run_id=run_id,
        describe=describe,
        write_beside=write_methods,
    )
    keep_parts(request.parts, {entry.place.part for entry in entries})
    return counts


def options_of(request: Request) -> dict[str, Any]:
    """The options of a run as `run.json` gives them."""
    return {
        "output": request.output.as_posix(),
        "format": request.kind,
        "spreadsheet_safe": request.spreadsheet_safe,
        "columns": asdict(request.columns),
        "lexicons": [path.as_posix() for path in request.lexicons],
        "workers": request.workers,
        "fresh": request.fresh,
        "strict": request.strict,
    }


def _report(counts: Counts, corpus: Corpus, request: Request, console: Console) -> None:
    found = [f"{count:,} {name}" for name, count in counts.items() if name != "skipped"]
    console.print(f"{request.output}: " + ", ".join(found), markup=False, soft_wrap=True)
    if corpus.reused:
        console.print(
            f"{len(corpus.reused):,} documents are as they were in the run before: their rows were "
            "taken from there (--fresh extracts them again)",
            soft_wrap=True,
        )
    left_out = corpus.left_out()
    for row in left_out[:TOLD]:
        told = harmless(f"skipped: {row.source}: {row.reason}")
        console.print(told, style="yellow", markup=False, soft_wrap=True)
    if len(left_out) > TOLD:
        console.print(f"{len(left_out):,} inputs were skipped: see the table skipped")
