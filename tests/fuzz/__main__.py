"""`python -m tests.fuzz TARGET [libFuzzer's options]`, with atheris installed (see README.md)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline", "csv", "json"]):
    from tests.fuzz.targets import TARGETS, seeds


def main() -> None:
    """Fuzz until an input breaks something, which is then written to a file, or the time is up."""
    name = sys.argv[1]
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, seed in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(seed)
    atheris.Setup([sys.argv[0], str(corpus), *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
