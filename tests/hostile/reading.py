"""`python -m tests.hostile.reading FOLDER` reads a folder and says, as JSON, what came of it, the
most memory that it took (MB) and the time of the processor (s)."""

from __future__ import annotations

import json
import resource
import sys

import pandas  # noqa: F401 - so that what is measured is the reading
import pyarrow.parquet  # noqa: F401
import trafilatura  # noqa: F401

from pipeline.records import Skipped
from pipeline.sources import read_documents


def main() -> None:
    """Read, and print."""
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
        "megabytes": (after.ru_maxrss - before.ru_maxrss) / 1024,
        "seconds": after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
    }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
