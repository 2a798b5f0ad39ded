"""Words a second of the whole extraction, side by side with `nlp.pipe` of the plain model.

Both run in one process on one core, in turns: a share of the texts by one, the same share by the
other, then the next share. Each reads each text once, so that no cache is warmer than in real work.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.texts import count_words, documents
from pipeline.lexicons import load_lexicons
from pipeline.model import MODEL, load_model
from pipeline.runs.chunks import Chunk
from pipeline.runs.corpus import extract_corpus
from pipeline.runs.extraction import extract_here
from pipeline.runs.fingerprint import made_by
from pipeline.runs.garbage import collect_seldom
from pipeline.runs.merge import write_corpus
from pipeline.runs.parts import FOLDER
from pipeline.runs.tools import Tools
from pipeline.runs.without_pandas import leave_pandas_out
from pipeline.runs.workers import Finished

ROUNDS = 7
PLAIN_BATCH = 256
PYTHONS_OWN = gc.get_threshold()


@dataclass(slots=True)
class TimedModel:
    """The model, with the seconds that were spent in it."""

    nlp: Language
    seconds: float = field(default=0.0)

    def make_doc(self, text: str) -> Doc:
        """Tokenize."""
        start = time.process_time()
        doc = self.nlp.make_doc(text)
        self.seconds += time.process_time() - start
        return doc

    def pipe(self, docs: Sequence[Doc], batch_size: int) -> Iterator[Doc]:
        """Parse."""
        start = time.process_time()
        parsed = list(self.nlp.pipe(docs, batch_size=batch_size))
        self.seconds += time.process_time() - start
        return iter(parsed)


def speed(texts: Sequence[str]) -> str:
    """A line for each way through the model, with the median ratio over the rounds."""
    leave_pandas_out()  # as the command does
    lines = [
        "| way | ratio to plain: median (range) | words a second | plain | our own stages |",
        "|---|---|---|---|---|",
    ]
    for name, options in ways().items():
        lines.append(_measured(name, load_model(**options), texts))
    return "\n".join(lines)


def ways() -> dict[str, dict[str, bool]]:
    ways = {"numpy": {"compiled": False}}
    try:
        import numba  # noqa: F401, PLC0415
    except ImportError:
        return ways
    return {**ways, "numba": {"compiled": True}}


def _measured(name: str, nlp: Language, texts: Sequence[str]) -> str:
    use_one_core()
    nlp("Une phrase.")  # numba compiles before anything is timed
    plain, model = spacy.load(MODEL), TimedModel(nlp)
    maker = made_by(())
    tools = Tools(cast(Language, model), load_lexicons(), ())
    ours: list[float] = []
    theirs: list[float] = []
    for number, share in enumerate(_shares(texts, ROUNDS)):
        runs: list[tuple[list[float], Callable[[], None]]] = [
            (theirs, partial(_read_plainly, plain, share)),
            (ours, partial(extract_and_write, share, tools, maker)),
        ]
        for seconds, run in runs if number % 2 else reversed(runs):
            _set_collector(plainly=seconds is theirs)
            start = time.process_time()
            run()
            seconds.append(time.process_time() - start)
    ratios = [plainly / quickly for plainly, quickly in zip(theirs, ours, strict=True)]
    words, own = count_words(texts), 1 - model.seconds / sum(ours)
    return (
        f"| {name} | {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) "
        f"| {words / sum(ours):,.0f} | {words / sum(theirs):,.0f} | {own:.0%} |"
    )


def _set_collector(*, plainly: bool) -> None:
    """Garbage is collected as Python does it, or as `quidit extract` asks it to."""
    if plainly:
        gc.unfreeze()
        gc.set_threshold(*PYTHONS_OWN)
    else:
        collect_seldom()


def _shares(texts: Sequence[str], count: int) -> list[Sequence[str]]:
    """Every `count`th text: shares of much the same length."""
    return [texts[start::count] for start in range(count)]


def _read_plainly(nlp: Language, texts: Iterable[str]) -> None:
    for _ in nlp.pipe(texts, batch_size=PLAIN_BATCH):
        pass


def extract_and_write(texts: Sequence[str], tools: Tools, maker: Mapping[str, Any]) -> None:
    """All that `quidit extract` does, from documents to written tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = folder / FOLDER
        parts.mkdir()

        def extract(chunks: Iterable[Chunk]) -> Finished:
            return extract_here(chunks, parts, lambda: tools, lambda _: None)

        corpus = extract_corpus(documents(texts), maker, {}, extract)
        write_corpus(corpus, folder, kind="both", run_id="bench", describe=lambda _: {})


def use_one_core() -> None:
    """Stay on one core, where the system lets a process choose."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
