"""`quidit extract` as a process of its own: seconds, and the memory of it and its workers."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

LOOK_EVERY = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds, and the greatest memory (bytes resident) of the process that was
    started and of all of them together."""

    seconds: float
    main: int
    together: int


def extract_command(source: Path, output: Path, workers: int) -> list[str]:
    """The command line of a run."""
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(source), "--quiet", "--fresh"]
    return [*command, "--output", str(output), "--workers", str(workers)]


def measured(command: list[str]) -> Cost:
    """Run a command to its end.

    Raises:
        CalledProcessError: it fails.
    """
    start = time.perf_counter()
    main = together = 0
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            own, all_of_them = _resident(process.pid)
            main, together = max(main, own), max(together, all_of_them)
            time.sleep(LOOK_EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - start, main, together)


def _resident(pid: int) -> tuple[int, int]:
    """Bytes that a process holds, and those that it and its children hold."""
    try:
        process = psutil.Process(pid)
        own = process.memory_info().rss
        children = process.children(recursive=True)
    except psutil.NoSuchProcess:
        return 0, 0
    return own, own + sum(_held(child) for child in children)


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
