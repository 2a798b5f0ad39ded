"""`quidit extract --engine dask`: shards of Parquet in, a folder of Parquet parts a table out."""

from __future__ import annotations

import platform
import time
from collections import Counter
from typing import Any

from rich.console import Console

from pipeline.cli.progress import shown_bar
from pipeline.cli.run import Request, options_of
from pipeline.runs import fingerprint
from pipeline.sources.problems import UsageError

INSTALL = "--engine dask needs one more package: pip install 'quidit[dask]'"


def run_on_cluster(request: Request, output: str, scheduler: str | None) -> int:
    """Extract the tables of shards on a dask cluster; return how many inputs were skipped.

    Args:
        request: paths of Parquet files, local or as fsspec knows them (`s3://…`); its workers are
            those of a cluster that is started here.
        output: the folder of the tables, local or as fsspec knows it.
        scheduler: the address of a cluster that runs; null: one is started here.

    Raises:
        UsageError: dask is not installed, or the paths are no shards.
        LexiconError: a lexicon of the user's can't be read.
        StrictError: a document can't be read, and the request is strict.
        OSError: a shard can't be read, the tables can't be written, or there is no scheduler.
    """
    try:
        from pipeline.runs import cluster, shards  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(INSTALL) from error
    if request.kind == "csv":
        raise UsageError("--engine dask writes Parquet only: leave --format out")
    console = Console(stderr=True, quiet=request.quiet, highlight=False)
    maker = fingerprint.made_by(request.lexicons)
    paths = cluster.find_shards(request.paths)
    job = shards.ShardJob(
        output=output,
        maker=maker,
        columns=request.columns,
        user_lexicons=request.lexicons,
        fresh=request.fresh,
        strict=request.strict,
    )
    start = time.perf_counter()
    with shown_bar(console) as bar:
        bar.progress.update(bar.task, total=len(paths), description="Extracting shards")
        done = cluster.extract_shards(
            paths, job, scheduler=scheduler, workers=request.workers, advance=bar.advance
        )
    counts: Counter[str] = Counter()
    for shard in done:
        counts.update(shard.counts)
    counts["entities"] = cluster.write_entities(output, [shard.part for shard in done])
    run: dict[str, Any] = {
        **maker,
        "python": platform.python_version(),
        "inputs": list(request.paths),
        "options": {
            **options_of(request),
            "output": output,
            "engine": "dask",
            "scheduler": scheduler,
        },
        "counts": dict(counts),
        "shards": dict(Counter("reused" if shard.reused else "extracted" for shard in done)),
        "seconds": {"all": round(time.perf_counter() - start, 3)},
        "warnings": [note for shard in done for note in shard.warnings],
    }
    cluster.write_run(output, run)
    console.print(
        f"{output}: "
        + ", ".join(f"{count:,} {name}" for name, count in counts.items())
        + f" from {len(done):,} shards",
        markup=False,
        soft_wrap=True,
    )
    return counts["skipped"]
