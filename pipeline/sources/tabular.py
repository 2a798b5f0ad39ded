"""Files that hold many records: JSON lines, JSON, CSV, TSV, Parquet."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import IO, Any

from pipeline.sources.fields import Columns, check_not_blank, listed, require_columns
from pipeline.sources.problems import UnreadableError
from pipeline.sources.reading import LINE, check_unpacked

BATCH = 256  # rows of Parquet that are in memory together
ROWS = 100_000  # that a Parquet file may have, whatever its size
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
    found = "a list" if isinstance(value, list) else f"{value!r:.40}"
    problem = f'a JSON object was expected, such as {{"text": …}}, not {found}'
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
    csv.field_size_limit(LINE)
    first, lines = _begun(lines)
    rows = csv.reader(lines, delimiter=delimiter or _delimiter(first), strict=True)
    try:
        header = [name.strip() or f"column_{i}" for i, name in enumerate(next(rows, []), start=1)]
        twice = sorted(name for name, times in Counter(header).items() if times > 1)
        if twice:
            raise UnreadableError(f"two columns have one name: {listed(twice)}")
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
    blank = 0
    for line in rest:
        if line.strip():
            return line, chain(repeat("\n", blank), (line,), rest)
        blank += 1
    check_not_blank("\n" * min(blank, 1))
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
        schema = arrow_parquet.read_schema(data)
        names = list(schema.names)
        texts = [field.name for field in schema if _is_text(field.type)]
        # A value that a dictionary holds once and many rows refer to is in memory once.
        file = arrow_parquet.ParquetFile(data, read_dictionary=texts)
    except (pa.ArrowException, OSError, ValueError) as error:  # ValueError: a name is no UTF-8
        raise UnreadableError(f"not a sound Parquet file ({error})") from error
    require_columns(names, columns)
    _check_parquet(file.metadata, data.seek(0, os.SEEK_END))
    number = 0
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            _check_texts(batch)
            for row in range(len(batch)):
                number += 1
                (values,) = batch.slice(row, 1).to_pylist()
                yield Record(number=number, place=f"row {number}", values=values)
    except UnreadableError:
        raise
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise UnreadableError(f"damaged after row {number} ({error})") from error


def _is_text(kind: Any) -> bool:
    """Whether an Arrow type is that of texts."""
    return str(kind) in {"string", "large_string", "binary", "large_binary"}


def _check_texts(batch: Any) -> None:
    """Raise `UnreadableError` if the rows refer to a text so long that it is none."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as arrow_compute  # noqa: PLC0415

    for values in batch.columns:
        if pa.types.is_dictionary(values.type):
            longest = arrow_compute.max(arrow_compute.binary_length(values.dictionary)).as_py()
            if (longest or 0) > LINE:
                raise UnreadableError(f"a value of {longest:,} bytes, at most {LINE:,} are read")


def _check_parquet(metadata: Any, size: int) -> None:
    """Raise `UnreadableError` if a few bytes stand for very many rows, or for very long ones.

    Args:
        metadata: what the file says of itself.
        size: its bytes.
    """
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    check_unpacked(sum(group.total_byte_size for group in groups), size)
    if metadata.num_rows > max(ROWS, size):
        raise UnreadableError(
            f"{metadata.num_rows:,} rows in {size:,} bytes: a row of text takes more than a byte"
        )
