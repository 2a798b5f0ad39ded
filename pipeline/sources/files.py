"""One file: its bytes, its kind, its documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from pipeline.records import Document, Skipped
from pipeline.sources.decoding import decode
from pipeline.sources.fields import MAX_CHARACTERS, Columns, check_text, document_of
from pipeline.sources.pages import read_page
from pipeline.sources.paths import STDIN, SUFFIXES, shown
from pipeline.sources.problems import UnreadableError, Warn
from pipeline.sources.reading import (
    GZIP,
    bounded_lines,
    open_bytes,
    open_text,
    read_bytes,
    read_whole,
)
from pipeline.sources.tabular import Record, read_csv, read_json, read_json_lines, read_parquet

MAX_BYTES = 4 * (MAX_CHARACTERS + 1)  # of a text in any encoding, its byte order mark included
CUT = f"at most {MAX_CHARACTERS:,} characters are read as one document; cut it into its articles"


def read_file(path: Path, columns: Columns, warn: Warn) -> Iterator[Document | Skipped]:
    """The documents of a file, and what of it can't be read."""
    source = shown(path)
    try:
        yield from _documents(path, source, columns, warn)
    except UnreadableError as error:
        yield Skipped(source=source, reason=str(error))


def read_shard(
    file: IO[bytes], source: str, columns: Columns, warn: Warn
) -> Iterator[Document | Skipped]:
    """The documents of a Parquet file that is open, wherever it lies.

    Args:
        file: the file; it is sought in.
        source: what it is called; the ids of records that have none begin with the name in it.
        columns: the columns that the user named.
        warn: see `pipeline.sources.read_documents`.
    """
    try:
        for record in read_parquet(file, columns):
            yield _document(record, source, PurePosixPath(source).stem, columns, warn)
    except UnreadableError as error:
        yield Skipped(source=source, reason=str(error))


def _documents(
    path: Path, source: str, columns: Columns, warn: Warn
) -> Iterator[Document | Skipped]:
    kind, stem = _kind_and_stem(path)
    if kind in {".txt", ".md"}:
        text = decode(read_bytes(path, MAX_BYTES, CUT), source, warn)
        check_text(text)
        yield Document(doc_id=stem, source=source, title=None, published=None, text=text)
    elif kind in {".html", ".htm"}:
        page = read_page(read_bytes(path, advice="save the article alone"), source, warn)
        yield document_of(page, source, stem, Columns(), warn)
    else:
        for record in _records(kind, path, source, columns, warn):
            yield _document(record, source, stem, columns, warn)


def _records(kind: str, path: Path, source: str, columns: Columns, warn: Warn) -> Iterator[Record]:
    """The records of a file, one at a time; a .json file is read as a whole."""
    if kind == ".parquet":
        if path.suffix.lower() == GZIP:
            # A compressed file can't be read from its end, where Parquet begins.
            data = read_bytes(path, advice="leave the .gz out: Parquet is compressed by itself")
            yield from read_parquet(io.BytesIO(data), columns)
            return
        with open_bytes(path) as file:
            yield from read_parquet(file, columns)
        return
    with open_text(path, source, warn) as lines:
        if kind == ".json":
            yield from read_json(read_whole(lines))
        elif kind in {".jsonl", ".ndjson"}:
            yield from read_json_lines(bounded_lines(lines))
        else:
            delimiter = "\t" if kind == ".tsv" else None
            yield from read_csv(bounded_lines(lines), columns, delimiter)


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
