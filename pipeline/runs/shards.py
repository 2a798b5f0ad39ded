"""One shard: a Parquet file of documents in, a part of every table out, wherever the files lie.

A shard is the work of one task on a cluster. The task may be done twice, or begun and lost: its
files appear together when they are whole, and a mark beside them tells the next run that the shard
is done. Paths are those of fsspec: local ones, or `s3://…` where s3fs is installed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, Any, TypeVar

import fsspec
import pyarrow as pa
import pyarrow.parquet as arrow_parquet

from pipeline.records import Document, Extraction, Skipped
from pipeline.runs.corpus import StrictError
from pipeline.runs.extraction import tools_of
from pipeline.runs.nested import NESTED, nest, unnest
from pipeline.sources import without_doubles
from pipeline.sources.fields import OWN_COLUMNS, Columns, choose_columns
from pipeline.sources.files import read_shard
from pipeline.tables.arrow import ARROW_TYPES, arrow_table
from pipeline.tables.schema import TABLES, Column
from pipeline.tables.writing import open_parquet

MARKS = ".shards"  # in the folder of the tables
DOCUMENTS = 512  # whose rows are in memory together, and a group of rows in Parquet
Row = TypeVar("Row", Document, Extraction)
SHARD_TABLES = (*NESTED, "skipped")  # entities are counted over all shards


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardJob:
    """What is done with each shard."""

    output: str
    maker: Mapping[str, Any]
    columns: Columns
    user_lexicons: tuple[Path, ...]
    fresh: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What came of a shard; `reused` if it was done before."""

    part: str
    counts: Mapping[str, int]
    warnings: tuple[str, ...]
    reused: bool = False


def process_shard(path: str, job: ShardJob) -> ShardDone:
    """Extract the documents of a shard, unless a former run has.

    Raises:
        StrictError: a document can't be read or extracted, and the job is strict.
        OSError: the shard can't be opened, or its tables can't be written.
    """
    files, place = fsspec.url_to_fs(path)
    output, folder = fsspec.url_to_fs(job.output)
    part = part_name(path)
    mark = f"{folder}/{MARKS}/{part}.json"
    identity = {"maker": dict(job.maker), "columns": asdict(job.columns), "is": files.ukey(place)}
    if not job.fresh and output.exists(mark):
        said = json.loads(output.read_text(mark, encoding="utf-8"))
        if said["identity"] == identity:
            return ShardDone(part, said["counts"], tuple(said["warnings"]), reused=True)
    for name in (*SHARD_TABLES, "entities"):
        output.makedirs(f"{folder}/{name}.parquet", exist_ok=True)
    notes: list[str] = []
    with files.open(place, "rb") as file, output.transaction:

        def create(name: str) -> IO[bytes]:
            opened: IO[bytes] = output.open(f"{folder}/{name}.parquet/{part}.parquet", "wb")
            return opened

        counts = _write_shard(file, path, job, notes, create)
    output.makedirs(f"{folder}/{MARKS}", exist_ok=True)
    said = {"identity": identity, "counts": counts, "warnings": notes}
    with output.transaction:
        output.write_text(mark, json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return ShardDone(part, counts, tuple(notes))


def _write_shard(
    file: IO[bytes], path: str, job: ShardJob, notes: list[str], create: Callable[[str], IO[bytes]]
) -> dict[str, int]:
    """Write the part of every table; return how many rows each has."""
    from pipeline.flow import extract_all  # noqa: PLC0415 - imports spaCy

    tools = tools_of(job.user_lexicons)
    notes.extend(tools.warnings)
    carried = _carried(file, job.columns)
    tables = {**TABLES, "documents": TABLES["documents"].with_columns(carried)}
    counts = dict.fromkeys(SHARD_TABLES, 0)
    skipped: list[Skipped] = []
    with ExitStack() as stack:
        sinks = {
            name: open_parquet(stack, tables[name], stack.enter_context(create(name)), {})
            for name in SHARD_TABLES
        }

        def write(name: str, rows: pa.Table) -> None:
            counts[name] += len(rows)
            if len(rows):
                sinks[name](rows)

        rows = without_doubles(read_shard(file, path, job.columns, notes.append))
        results = extract_all(_passed(rows, skipped), tools.nlp, tools.lexicons)
        while group := list(islice(results, DOCUMENTS)):
            found = list(_passed(group, skipped))
            nested = pa.Table.from_batches([nest([b""] * len(found), found)])
            for name in NESTED:
                write(name, unnest(nested, tables[name]))
        if skipped and job.strict:
            raise StrictError(f"{skipped[0].source}: {skipped[0].reason}")
        write("skipped", arrow_table(TABLES["skipped"], skipped))
    return counts


def _passed(rows: Iterable[Row | Skipped], skipped: list[Skipped]) -> Iterator[Row]:
    """The rows that are not skipped; the others are added to the list."""
    for row in rows:
        if isinstance(row, Skipped):
            skipped.append(row)
        else:
            yield row


def _carried(file: IO[bytes], columns: Columns) -> tuple[Column, ...]:
    """The columns that a shard carries through; their types are those of its own schema, so that
    all parts have the same."""
    try:
        schema = arrow_parquet.read_schema(file)
    except (pa.ArrowException, OSError):
        return ()  # the reason is given where the rows are read
    kinds = {kind: python for python, kind in ARROW_TYPES.items()}
    used = set(choose_columns(schema.names, columns).values())
    return tuple(
        Column(
            name=f"input_{field.name}" if field.name in OWN_COLUMNS else field.name,
            type=kinds.get(_widened(field.type), str),
            nullable=True,
            description="Carried through from the input.",
            carried=True,
        )
        for field in schema
        if field.name not in used
    )


def _widened(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_integer(kind) and kind != pa.uint64():
        return pa.int64()
    return pa.float64() if pa.types.is_floating(kind) else kind


def part_name(path: str) -> str:
    """The name of the files that a shard becomes: its own, and a digest of where it lies."""
    digest = hashlib.sha256(path.encode()).hexdigest()[:8]
    return f"part-{PurePosixPath(path).stem}-{digest}"
