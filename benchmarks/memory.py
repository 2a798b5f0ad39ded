"""The memory that a corpus takes: it must not grow with the number of documents."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import extract_command, measured
from benchmarks.texts import write_jsonl

TIMES = (1, 10)  # the texts over, with other ids
WORKERS = 2
MEBIBYTE = 2**20


def memory_of_a_corpus(texts: Sequence[str], times: Sequence[int] = TIMES) -> str:
    """A line for each size of the corpus."""
    lines = [
        "| documents | seconds | process that was started | with its two workers |",
        "|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as name:
        source, output = Path(name, "corpus.jsonl"), Path(name, "tables")
        for turns in times:
            write_jsonl(texts, source, turns)
            cost = measured(extract_command(source, output, WORKERS))
            lines.append(
                f"| {len(texts) * turns:,} | {cost.seconds:.0f} | {cost.main / MEBIBYTE:,.0f} MiB "
                f"| {cost.together / MEBIBYTE:,.0f} MiB |"
            )
    return "\n".join(lines)
