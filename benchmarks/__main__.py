"""`python -m benchmarks [NAME…]`: measure, and print what came out as Markdown."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.agreement import agreement
from benchmarks.length import time_by_length
from benchmarks.memory import memory_of_a_corpus
from benchmarks.scaling import scaling
from benchmarks.speed import speed
from benchmarks.startup import startup
from benchmarks.texts import read_texts

BENCHMARKS: dict[str, Callable[[Sequence[str]], str]] = {
    "speed": speed,
    "agreement": agreement,
    "startup": startup,
    "length": time_by_length,
    "scaling": scaling,
    "memory": memory_of_a_corpus,
}
CORPUS = Path("../shared/data/winer_fr_2016_2017.jsonl")


def main() -> None:
    """Run the benchmarks that are named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--texts",
        type=Path,
        default=CORPUS if CORPUS.exists() else Path("tests/gold"),
        help="a .jsonl whose records have `text`, or a folder of .txt files",
    )
    args = parser.parse_args()
    unknown = set(args.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    texts = read_texts(args.texts)
    words = sum(len(text.split()) for text in texts)
    print(f"{date.today()}, {processor()}, Python {platform.python_version()}.")
    print(f"{args.texts.name}: {len(texts):,} texts, {words:,} words.")
    for name in args.names or BENCHMARKS:
        print(f"\n## {name}\n\n{BENCHMARKS[name](texts)}", flush=True)


def processor() -> str:
    """The name of the processor, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0]} ({len(names)} cores)" if names else platform.processor()


if __name__ == "__main__":
    main()
