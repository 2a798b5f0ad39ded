"""A few faults of `python -m tests.faults`, without the model: one round on a small corpus."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.corpus import write_corpus
from tests.faults.rounds import make_bench, play

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
DOCUMENTS = 300


KINDS = (
    "kill -9, one or two workers",
    "disk full, met by the first process",
    "kill -9, the first process",
)


def test_a_run_goes_on_behind_faults(tmp_path: Path) -> None:
    write_corpus(tmp_path / "press", DOCUMENTS, seed=1)
    bench = make_bench(tmp_path / "press", tmp_path, DOCUMENTS, workers=2, real=False)
    struck = play(bench, KINDS, random.Random(3), tmp_path / "disk")
    assert [fault.kind for fault in struck if not fault.wrong] == list(KINDS)
