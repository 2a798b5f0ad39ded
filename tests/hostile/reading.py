"""`python -m tests.hostile.reading FOLDER` reads a folder and says, as JSON, what came of it, the
most memory that it took (MB) and the time of the processor (s)."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import pandas  # noqa: F401 - so that what is measured is the reading
import pyarrow.parquet  # noqa: F401
import trafilatura  # noqa: F401

from pipeline.records import Skipped
from pipeline.sources import read_documents


def peak() -> float:
    """The most memory (MB) that this process has had; what the one that started it had, which
    `resource` counts too, is no part of that."""
    try:
        said = Path("/proc/self/status").read_text(encoding="ascii")
    except FileNotFoundError:  # not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(said.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Read, and print."""
    memory = peak()
    before = resource.getrusage(resource.RUSAGE_SELF)
    read, skipped = {}, {}
    for row in read_documents(sys.argv[1:]):
        if isinstance(row, Skipped):
            skipped[row.source] = row.reason
        else:
            read[row.doc_id] = row.text[:1000]
    after = resource.getrusage(resource.RUSAGE_SELF)
    said = {
        "read": read,
        "skipped": skipped,
        "megabytes": peak() - memory,
        "seconds": after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
    }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
