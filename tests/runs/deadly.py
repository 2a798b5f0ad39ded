"""A job for workers in tests: no model, but texts that kill or take all memory, and loading that
kills."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Document, Extraction
from pipeline.runs.chunks import Chunk, Done
from pipeline.runs.extraction import Job
from pipeline.runs.parts import write_part

DEADLY = "tue"
DEADLY_ONCE = "tue une fois"
GREEDY_ONCE = "prend toute la mémoire une fois"


@dataclass(frozen=True, slots=True)
class DeadlyJob(Job):
    """Writes parts without extracting; `DEADLY` kills the process, `DEADLY_ONCE` the first one."""

    loads: bool = True

    def load(self) -> None:
        if not self.loads:
            _die()

    def extract(self, chunk: Chunk) -> Done:
        self.load()
        for work in chunk:
            if work.document.title == DEADLY or (
                work.document.title == DEADLY_ONCE and self._is_first()
            ):
                _die()
            if work.document.title == GREEDY_ONCE and self._is_first():
                raise MemoryError
        keys = tuple(work.key for work in chunk)
        part = write_part(self.parts, keys, [_nothing_in(work.document) for work in chunk])
        return Done(part=part, keys=keys, failed=())

    def _is_first(self) -> bool:
        mark = Path(self.parts).with_name("died")
        first = not mark.exists()
        mark.parent.mkdir(exist_ok=True)
        mark.touch()
        return first


def _nothing_in(document: Document) -> Extraction:
    tables = (
        "segments",
        "sentences",
        "mentions",
        "roles",
        "dates",
        "quantities",
        "quotes",
        "claims",
    )
    return Extraction(document=document, **dict.fromkeys(tables, ()))  # type: ignore[arg-type]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
