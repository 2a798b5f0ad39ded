"""One file: its bytes, its kind, its documents."""

from __future__ import annotations

import gzip
import stat
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Document, Skipped
from pipeline.sources.decoding import decode
from pipeline.sources.fields import Columns, check_not_blank, check_text, document_of
from pipeline.sources.pages import read_page
from pipeline.sources.paths import STDIN, SUFFIXES, shown
from pipeline.sources.problems import UnreadableError, Warn
from pipeline.sources.tabular import Record, read_csv, read_json, read_json_lines, read_parquet

GZIP = ".gz"


def read_file(path: Path, columns: Columns, warn: Warn) -> Iterator[Document | Skipped]:
    """The documents of a file, and what of it can't be read."""
    source = shown(path)
    try:
        yield from _documents(path, source, columns, warn)
    except UnreadableError as error:
        yield Skipped(source=source, reason=str(error))


def _documents(
    path: Path, source: str, columns: Columns, warn: Warn
) -> Iterator[Document | Skipped]:
    kind, stem = _kind_and_stem(path)
    data = _read_bytes(path)
    if not data:
        raise UnreadableError("empty")
    if kind in {".txt", ".md"}:
        text = decode(data, source, warn)
        check_text(text)
        yield Document(doc_id=stem, source=source, title=None, published=None, text=text)
    elif kind in {".html", ".htm"}:
        yield document_of(read_page(data, source, warn), source, stem, Columns(), warn)
    else:
        for record in _records(kind, data, source, columns, warn):
            yield _document(record, source, stem, columns, warn)


def _records(kind: str, data: bytes, source: str, columns: Columns, warn: Warn) -> Iterator[Record]:
    if kind == ".parquet":
        return read_parquet(data, columns)
    text = decode(data, source, warn)
    check_not_blank(text)
    if kind == ".json":
        return read_json(text)
    if kind in {".jsonl", ".ndjson"}:
        return read_json_lines(text)
    return read_csv(text, columns, "\t" if kind == ".tsv" else None)


def _document(
    record: Record, source: str, stem: str, columns: Columns, warn: Warn
) -> Document | Skipped:
    place = f"{source}, {record.place}"
    if record.problem is not None:
        return Skipped(source=place, reason=record.problem)
    try:
        return document_of(record.values, place, f"{stem}-{record.number}", columns, warn)
    except UnreadableError as error:
        return Skipped(source=place, reason=str(error))


def _kind_and_stem(path: Path) -> tuple[str, str]:
    """The suffix that says what a file is (.gz aside) and the name before it."""
    if path.as_posix() == STDIN:
        return ".txt", "stdin"
    bare = path.with_suffix("") if path.suffix.lower() == GZIP else path
    kind = bare.suffix.lower()
    if kind not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise UnreadableError(f"not a kind of file that is read; those are {known}, also .gz")
    return kind, shown(Path(bare.stem))


def _read_bytes(path: Path) -> bytes:
    """The bytes of a file, unpacked if it is a .gz."""
    if path.as_posix() == STDIN:
        return sys.stdin.buffer.read()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError("neither a file nor a folder (a device or a pipe)")
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix.lower() == GZIP else data
    except FileNotFoundError as error:
        raise UnreadableError("a link that leads nowhere") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"not a sound .gz archive ({error})") from error
    except OSError as error:
        raise UnreadableError(f"can't be opened ({error.strerror})") from error
