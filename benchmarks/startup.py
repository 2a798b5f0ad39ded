"""Seconds from a cold start to an answer, beside what loading the plain model takes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from pipeline.model import MODEL

ROUNDS = 5
COMMANDS = {
    "`quidit text`": [
        sys.executable,
        "-m",
        "pipeline.cli",
        "text",
        "Selon Kiev, un missile aurait visé Odessa.",
    ],
    f"`spacy.load('{MODEL}')`": [sys.executable, "-c", f"import spacy; spacy.load('{MODEL}')"],
    "`quidit --help`": [sys.executable, "-m", "pipeline.cli", "--help"],
}


def startup(_texts: Sequence[str]) -> str:
    """A line for each command; they take turns, so that a busy minute meets all of them."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds[name].append(time.perf_counter() - start)
    lines = ["| command | seconds: median (range) |", "|---|---|"]
    lines += [
        f"| {name} | {median(taken):.2f} ({min(taken):.2f} to {max(taken):.2f}) |"
        for name, taken in seconds.items()
    ]
    return "\n".join(lines)
