"""What the tables of a run say for its methods card, read a piece at a time: corpora are large."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipeline.tables.arrow import arrow_schema
from pipeline.tables.reading import TablesNotFoundError
from pipeline.tables.schema import TABLES

BLOCK = 1 << 24  # bytes of CSV read at once: more than any line has


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A corpus and its quotes. `first` and `last` are the days of publication between which the
    dated documents lie; `confidence` is the mean over the quotes, null if there are none."""

    documents: int
    words: int
    undated: int
    first: datetime.date | None
    last: datetime.date | None
    quotes: int
    confidence: float | None


def read_facts(folder: Path) -> Facts:
    """The facts of an output folder.

    Raises:
        TablesNotFoundError: it does not hold the tables.
    """
    documents = _rows(folder, "documents", ("text", "published"))
    confidences = (value for (value,) in _rows(folder, "quotes", ("confidence",)))
    return facts_of(documents, confidences)


def facts_of(
    documents: Iterable[tuple[str, datetime.date | None]], confidences: Iterable[float]
) -> Facts:
    """The facts of a corpus.

    Args:
        documents: the text and the day of publication of each.
        confidences: that of each quote.
    """
    count = words = undated = quotes = 0
    total = 0.0
    first = last = None
    for text, day in documents:
        count += 1
        words += len(text.split())
        if day is None:
            undated += 1
            continue
        first, last = min(first or day, day), max(last or day, day)
    for confidence in confidences:
        quotes += 1
        total += confidence
    return Facts(
        documents=count,
        words=words,
        undated=undated,
        first=first,
        last=last,
        quotes=quotes,
        confidence=total / quotes if quotes else None,
    )


def _rows(folder: Path, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for batch in _batches(folder, table, columns):
        yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)


def _groups(file: arrow_parquet.ParquetFile, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """A group of rows at a time: unlike a number of rows, it is bounded in characters (see
    `pipeline.runs.merge`)."""
    for group in range(file.num_row_groups):
        yield from file.read_row_group(group, columns=list(columns)).to_batches()


def _batches(folder: Path, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    parquet, csv = folder / f"{table}.parquet", folder / f"{table}.csv"
    if parquet.is_file():
        return _groups(arrow_parquet.ParquetFile(parquet), columns)
    if not csv.is_file():
        raise TablesNotFoundError(
            f"{folder} holds no table {table}: make it with `quidit extract PATHS… -o {folder}`"
        )
    schema = arrow_schema(TABLES[table], encoded=False)
    return iter(
        arrow_csv.open_csv(
            csv,
            read_options=arrow_csv.ReadOptions(block_size=BLOCK),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: schema.field(name).type for name in columns},
                include_columns=list(columns),
            ),
        )
    )
