"""Time a word against the length of the document: it must not grow."""

from __future__ import annotations

import time
from collections.abc import Sequence

from benchmarks.speed import use_one_core
from benchmarks.texts import documents
from pipeline.flow import extract
from pipeline.lexicons import load_lexicons
from pipeline.model import load_model
from pipeline.runs.tools import Tools
from pipeline.sources.fields import MAX_CHARACTERS

CHARACTERS = (1_000, 3_000, 10_000, 30_000, 100_000, MAX_CHARACTERS)


def time_by_length(texts: Sequence[str]) -> str:
    """A line for each length: documents of that many characters, made of the texts end to end."""
    use_one_core()
    tools = Tools(load_model(), load_lexicons(), ())
    text = "\n\n".join(texts)[: max(CHARACTERS)]
    _seconds([text], tools)  # warm for all: what is compared is the length alone
    lines = ["| characters a document | documents | µs a word |", "|---|---|---|"]
    for length in CHARACTERS:
        pieces = [text[at : at + length] for at in range(0, len(text), length)]
        words = sum(len(piece.split()) for piece in pieces)
        per_word = _seconds(pieces, tools) / words * 1e6
        lines.append(f"| {length:,} | {len(pieces)} | {per_word:.0f} |")
    return "\n".join(lines)


def _seconds(pieces: Sequence[str], tools: Tools) -> float:
    start = time.process_time()
    for document in documents(pieces):
        extract(document, tools.nlp, tools.lexicons)
    return time.process_time() - start
