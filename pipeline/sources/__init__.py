"""First stage: from files to documents."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.records import Document, Skipped
from pipeline.sources.fields import Columns
from pipeline.sources.files import read_file
from pipeline.sources.paths import find_files
from pipeline.sources.problems import Warn

logger = logging.getLogger(__name__)


def read_documents(
    inputs: Iterable[str], columns: Columns | None = None, warn: Warn = logger.warning
) -> Iterator[Document | Skipped]:
    """The documents of files, folders and patterns, and what can't be read, with the reason.

    Files are read in the order of their paths, whatever the order they are named in. Of two
    documents with one id, the first is kept.

    Args:
        inputs: paths, folders, patterns (`press/**/*.txt`), or `-` for the standard input.
        columns: which columns of tabular inputs hold the text, the id, the title and the date.
        warn: called with a sentence about each input that was read, but not quite as it says: an
            encoding that was guessed, a date that is none.

    Raises:
        UsageError: a path is not there, or a pattern finds nothing.
    """
    files = find_files(inputs)
    return _read(files, columns or Columns(), warn)


def _read(
    files: Iterable[Path | Skipped], columns: Columns, warn: Warn
) -> Iterator[Document | Skipped]:
    return without_doubles(
        row
        for file in files
        for row in ([file] if isinstance(file, Skipped) else read_file(file, columns, warn))
    )


def without_doubles(rows: Iterable[Document | Skipped]) -> Iterator[Document | Skipped]:
    """The same rows, those documents skipped whose id an earlier one has."""
    first: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Skipped):
            yield row
        elif row.doc_id in first:
            why = f"the id {row.doc_id!r} is already that of {first[row.doc_id]}"
            yield Skipped(source=row.source, reason=why)
        else:
            first[row.doc_id] = row.source
            yield row
