"""Shards on a dask cluster: one task a shard, one model a worker process, entities at the end."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

import fsspec
import pyarrow.parquet as arrow_parquet

from pipeline.runs.merge import count_mentions
from pipeline.runs.shards import MARKS, ShardDone, ShardJob, process_shard
from pipeline.sources.problems import UsageError
from pipeline.tables.arrow import arrow_table
from pipeline.tables.entities import Facts, entities_of
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import open_parquet

ENTITIES = "part-all"  # the one part of the entities


def find_shards(patterns: Sequence[str]) -> list[str]:
    """The Parquet files that paths and patterns stand for, local or of any place fsspec knows.

    Raises:
        UsageError: a pattern finds nothing, or two files have one name.
    """
    found: list[str] = []
    for pattern in patterns:
        files, place = fsspec.url_to_fs(pattern)
        paths = sorted(files.glob(place))
        if not paths:
            raise UsageError(f"{pattern}: there is no such file")
        found.extend(files.unstrip_protocol(path) if "://" in pattern else path for path in paths)
    shards = sorted(set(found))
    names = Counter(PurePosixPath(path).stem for path in shards)
    for path in shards:
        if not path.endswith(".parquet"):
            raise UsageError(f"{path}: --engine dask reads Parquet files only")
        if names[PurePosixPath(path).stem] > 1:
            raise UsageError(f"{path}: another shard has the same name, and ids are made of it")
    return shards


def extract_shards(
    shards: Sequence[str],
    job: ShardJob,
    *,
    scheduler: str | None,
    workers: int,
    advance: Callable[[int], None],
) -> list[ShardDone]:
    """Extract all shards and count the entities over them.

    Args:
        shards: paths of Parquet files.
        job: what is done with each.
        scheduler: the address of a cluster; null: one is started here.
        workers: how many processes a cluster that is started here has.
        advance: called with the number of shards that are done.

    Raises:
        StrictError: a document can't be read or extracted, and the job is strict.
        OSError: a shard can't be read, the tables can't be written, or there is no scheduler.
    """
    distributed: Any = import_module("dask.distributed")  # takes a second

    done = []
    with _client(distributed, scheduler, workers) as client:
        futures = client.map(process_shard, shards, job=job, pure=False)
        for future in distributed.as_completed(futures):
            done.append(future.result())
            future.release()
            advance(1)
    remove_others(job.output, {shard.part for shard in done})
    return sorted(done, key=lambda shard: shard.part)


@contextmanager
def _client(distributed: Any, scheduler: str | None, workers: int) -> Iterator[Any]:
    if scheduler:
        with distributed.Client(scheduler) as client:
            yield client
        return
    with (
        distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=logging.ERROR,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def remove_others(output: str, parts: set[str]) -> None:
    """Remove the parts of shards that are not of this run."""
    files, folder = fsspec.url_to_fs(output)
    kept = {*parts, ENTITIES}
    for pattern in (f"{folder}/*.parquet/part-*.parquet", f"{folder}/{MARKS}/*.json"):
        for path in files.glob(pattern):
            if PurePosixPath(path).stem not in kept:
                files.rm(path)


def write_entities(output: str, parts: Sequence[str]) -> int:
    """Count the entities over the mentions of all parts; return how many there are."""
    files, folder = fsspec.url_to_fs(output)
    facts: Counter[Facts] = Counter()
    documents: Counter[str] = Counter()
    for part in parts:
        with files.open(f"{folder}/mentions.parquet/{part}.parquet", "rb") as file:
            mentions = arrow_parquet.ParquetFile(file)
            for group in range(mentions.num_row_groups):  # of whole documents
                rows = mentions.read_row_group(group, columns=["doc_id", *Facts._fields])
                count_mentions(rows, facts, documents)
    records = list(entities_of(facts, documents))
    with files.transaction, ExitStack() as stack:
        place = f"{folder}/entities.parquet/{ENTITIES}.parquet"
        file = stack.enter_context(files.open(place, "wb"))
        sink = open_parquet(stack, TABLES["entities"], file, {})
        sink(arrow_table(TABLES["entities"], records))
    return len(records)


def write_run(output: str, run: Mapping[str, Any]) -> None:
    """Write `run.json`."""
    files, folder = fsspec.url_to_fs(output)
    text = json.dumps(run, ensure_ascii=False, indent=2) + "\n"
    files.write_text(f"{folder}/run.json", text, encoding="utf-8")
