"""What a second worker brings, beside what a second process brings on this machine at all."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.processes import extract_command
from benchmarks.texts import count_words, write_jsonl

TIMES = 6  # the texts over: long enough that loading the model does not decide
ROUNDS = 1


def scaling(texts: Sequence[str]) -> str:
    """One worker, two, and as a control two independent runs of half the documents each.

    A half is all texts, half as many times over: each process of the control meets as many new
    words as a worker does.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, half = folder / "whole.jsonl", folder / "half.jsonl"
        write_jsonl(texts, whole, TIMES)
        write_jsonl(texts, half, TIMES // 2)
        commands = {
            "one worker": [extract_command(whole, folder / "one", 1)],
            "two workers": [extract_command(whole, folder / "two", 2)],
            "control: two runs of half each": [
                extract_command(half, folder / name, 1) for name in ("first", "second")
            ],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for way, started in commands.items():
                taken[way].append(_together(started))
    words = count_words(texts) * TIMES
    alone = median(taken["one worker"])
    lines = ["| | seconds, median | words a second | times one worker |", "|---|---|---|---|"]
    for way, seconds in taken.items():
        middle = median(seconds)
        lines.append(f"| {way} | {middle:.1f} | {words / middle:,.0f} | {alone / middle:.2f} |")
    return "\n".join(lines)


def _together(commands: list[list[str]]) -> float:
    """Seconds until all commands, started at once, are done."""
    start = time.perf_counter()
    processes = [subprocess.Popen(command) for command in commands]
    for process in processes:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, process.args)
    return time.perf_counter() - start
