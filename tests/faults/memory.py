"""Extract a corpus ten times larger than memory: `python -m tests.faults.memory`.

Linux as root: the limit is that of a control group, beyond which the kernel kills. The model is
left out (`tests.faults.standin`): its memory does not depend on the corpus.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import standin
from tests.faults.kinds import ROOT
from tests.faults.victim import BEGUN

GROUPS = Path("/sys/fs/cgroup")
MEGABYTE = 1 << 20
WORDS = (
    "le ministre a déclaré que la situation reste grave dans la région selon des sources".split()
)
LENGTH = 3_000  # words of an article


def write_long_corpus(path: Path, megabytes: int) -> int:
    """Write a corpus of that size; return how many documents it has."""
    choice = random.Random(1)
    written = number = 0
    with path.open("w", encoding="utf-8") as file:
        while written < megabytes * MEGABYTE:
            text = f"Dépêche du jour {number}. {' '.join(choice.choices(WORDS, k=LENGTH))}"
            written += file.write(json.dumps({"id": f"d{number:07}", "text": text}) + "\n")
            number += 1
    return number


@contextmanager
def limited(megabytes: int) -> Iterator[Path]:
    """A control group of so much memory, of the first or the second version."""
    first = (GROUPS / "memory").is_dir()
    group = GROUPS / ("memory" if first else "") / "quidit-memory"
    group.mkdir()
    try:
        limit = "memory.limit_in_bytes" if first else "memory.max"
        (group / limit).write_text(str(megabytes * MEGABYTE), encoding="ascii")
        yield group
    finally:
        group.rmdir()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.memory", description=__doc__)
    parser.add_argument("--limit", type=int, default=512, help="megabytes of the process")
    parser.add_argument("--times", type=int, default=10, help="how many times larger the corpus is")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="quidit-memory-") as name,
        limited(asked.limit) as group,
    ):
        folder = Path(name)
        documents = write_long_corpus(folder / "press.jsonl", asked.limit * asked.times)
        command = [sys.executable, "-m", "tests.faults.victim", "extract"]
        command += [str(folder / "press.jsonl"), "--output", str(folder / "out"), "--quiet"]
        environment = {standin.LOG: str(folder / "log"), BEGUN: str(folder / "begun")}
        shell = f'echo $$ > "{group}/cgroup.procs"; exec "$@"'
        ended = subprocess.run(
            ["sh", "-c", shell, "sh", *command],
            cwd=ROOT,
            env={**os.environ, **environment},
            check=False,
        )
        megabytes = (folder / "press.jsonl").stat().st_size // MEGABYTE
        print(
            f"{documents:,} documents, {megabytes:,} MB; memory {asked.limit} MB; "
            f"exit status {ended.returncode}"
        )
        sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
