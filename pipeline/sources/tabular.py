"""Files that hold many records: JSON lines, JSON, CSV, TSV, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any

from pipeline.sources.fields import Columns, check_not_blank, require_columns
from pipeline.sources.problems import UnreadableError

MAX_CELL = 2**31 - 1
BATCH = 256  # rows of Parquet that are in memory together
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record with its place: `number` counts from 1, `place` is « line 3 » or « row 3 ».

    `problem` says why it can't be read, in which case it has no `values`.
    """

    number: int
    place: str
    values: Mapping[str, Any]
    problem: str | None = None


def read_json_lines(lines: Iterable[str]) -> Iterator[Record]:
    """One record a non-empty line. A line that is no JSON object is a record with a problem.

    Raises:
        UnreadableError: there is nothing but white space.
    """
    _, lines = _begun(lines)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _json_record(line.rstrip("\r\n"), number, f"line {number}")


def _json_record(line: str, number: int, place: str) -> Record:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        at = f", column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return Record(number=number, place=place, values={}, problem=f"malformed JSON ({why}{at})")
    return _object_record(value, number, place)


def _object_record(value: Any, number: int, place: str) -> Record:
    if isinstance(value, dict):
        return Record(number=number, place=place, values=value)
    problem = f'a JSON object was expected, such as {{"text": …}}, not {value!r:.40}'
    return Record(number=number, place=place, values={}, problem=problem)


def read_json(text: str) -> Iterator[Record]:
    """The records of a JSON file: one object, or a list of them.

    Raises:
        UnreadableError: the file is no JSON.
    """
    check_not_blank(text)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"malformed JSON ({error})") from error
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, start=1):
        yield _object_record(item, number, f"record {number}")


def read_csv(
    lines: Iterable[str], columns: Columns, delimiter: str | None = None
) -> Iterator[Record]:
    """The rows of a CSV; its first line names the columns. An empty cell is null.

    Args:
        lines: the lines of the file, with their ends as they are.
        columns: the columns that the user named.
        delimiter: what stands between cells; null: the commonest of `,;` tab and `|` in line 1.

    Raises:
        UnreadableError: there is nothing but white space, a column is missing or there twice, or a
            quotation is never closed.
    """
    csv.field_size_limit(MAX_CELL)
    first, lines = _begun(lines)
    rows = csv.reader(lines, delimiter=delimiter or _delimiter(first), strict=True)
    try:
        header = [name.strip() or f"column_{i}" for i, name in enumerate(next(rows, []), start=1)]
        twice = sorted({name for name in header if header.count(name) > 1})
        if twice:
            raise UnreadableError(f"two columns have one name: {', '.join(twice)}")
        require_columns(header, columns)
        number = 0
        for cells in rows:
            if cells:
                number += 1
                yield _csv_record(header, cells, number)
    except csv.Error as error:
        raise UnreadableError(f"malformed CSV near line {rows.line_num} ({error})") from error


def _csv_record(header: list[str], cells: list[str], number: int) -> Record:
    place = f"row {number}"
    if len(cells) != len(header):
        problem = f"{len(cells)} cells, but {len(header)} columns"
        return Record(number=number, place=place, values={}, problem=problem)
    values = {name: cell or None for name, cell in zip(header, cells, strict=True)}
    return Record(number=number, place=place, values=values)


def _begun(lines: Iterable[str]) -> tuple[str, Iterator[str]]:
    """The first line that is not blank, and all lines."""
    rest = iter(lines)
    head = []
    for line in rest:
        head.append(line)
        if line.strip():
            return line, chain(head, rest)
    check_not_blank("".join(head))
    return "", rest


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=lambda delimiter: (first.count(delimiter), delimiter == ","))


def read_parquet(data: IO[bytes], columns: Columns) -> Iterator[Record]:
    """The rows of a Parquet file.

    Raises:
        UnreadableError: the file is no Parquet, or a column is missing.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and few inputs are Parquet
    import pyarrow.parquet as arrow_parquet  # noqa: PLC0415

    try:
        file = arrow_parquet.ParquetFile(data)
        names = list(file.schema_arrow.names)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(f"not a sound Parquet file ({error})") from error
    require_columns(names, columns)
    number = 0
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            for values in batch.to_pylist():
                number += 1
                yield Record(number=number, place=f"row {number}", values=values)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableError(f"damaged after row {number} ({error})") from error
