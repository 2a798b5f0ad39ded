"""Memory does not grow with the texts: only ids and places are kept of all documents."""

from __future__ import annotations

import dataclasses
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline.records import Document
from pipeline.review.methods.card import write_methods
from pipeline.runs import chunks, merge
from pipeline.runs.corpus import Corpus
from pipeline.runs.merge import write_corpus
from tests.runs.conftest import documents

DOCUMENTS = 600
LENGTH = 20_000  # characters of a text


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "CHARACTERS", 5 * LENGTH)
    monkeypatch.setattr(merge, "CHARACTERS", 10 * LENGTH)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The bytes that Arrow holds whenever the rows of a group have become a table."""
    before = pa.total_allocated_bytes()
    found = []
    unnest = merge.unnest

    def noted(*arguments: Any) -> pa.Table:
        rows = unnest(*arguments)
        found.append(pa.total_allocated_bytes() - before)
        return rows

    monkeypatch.setattr(merge, "unnest", noted)
    return found


def many(number: int) -> Iterator[Document]:
    (document,) = documents("a")
    for position in range(number):
        text = document.text.ljust(LENGTH, "x")
        yield dataclasses.replace(document, doc_id=f"{position:06}", text=text)


def test_a_corpus_of_many_times_the_memory(
    extract: Callable[..., Corpus], output: Path, held: list[int]
) -> None:
    tracemalloc.start()
    try:
        corpus = extract(many(DOCUMENTS))
        write_corpus(
            corpus, output, kind="both", run_id="", describe=dict, write_beside=write_methods
        )
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < DOCUMENTS * LENGTH / 4
    assert max(held) < DOCUMENTS * LENGTH / 4
