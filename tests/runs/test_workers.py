"""Workers, and what becomes of the documents when one dies."""

from __future__ import annotations

import dataclasses
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.runs import chunks, workers
from pipeline.runs.chunks import Work, chunked
from pipeline.runs.corpus import Corpus, extract_corpus
from pipeline.runs.parts import FOLDER
from pipeline.runs.workers import WorkerError, extract_in_workers
from tests.runs.conftest import MAKER, documents
from tests.runs.deadly import DEADLY, DEADLY_ONCE, GREEDY_ONCE, DeadlyJob

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "DOCUMENTS", 3)


def run(output: Path, titles: dict[str, str] | None = None, **job: bool) -> tuple[Corpus, int]:
    """Twelve documents in two workers, some with titles; what came of it, and the progress."""
    rows = [
        dataclasses.replace(document, title=(titles or {}).get(document.doc_id))
        for document in documents("abcdefghijkl")
    ]
    advanced: list[int] = []

    def extract(work: Iterator[tuple[Work, ...]]):  # type: ignore[no-untyped-def]
        deadly = DeadlyJob(output / FOLDER, (), **job)
        return extract_in_workers(work, deadly, 2, advanced.append)

    return extract_corpus(rows, MAKER, {}, extract), sum(advanced)


def ids(corpus: Corpus) -> str:
    return "".join(entry.doc_id for entry in corpus.entries())


def test_every_document_is_extracted_once(output: Path) -> None:
    corpus, advanced = run(output)
    assert ids(corpus) == "abcdefghijkl"
    assert advanced == 12


@pytest.mark.parametrize("title", [DEADLY_ONCE, GREEDY_ONCE])
def test_a_worker_that_dies_costs_no_document(output: Path, title: str) -> None:
    corpus, advanced = run(output, {"e": title})
    assert ids(corpus) == "abcdefghijkl"
    assert advanced == 12


def test_a_document_that_kills_is_left_out_alone(output: Path) -> None:
    corpus, advanced = run(output, {"b": DEADLY, "l": DEADLY})
    assert ids(corpus) == "acdefghijk"
    assert advanced == 12
    assert [row.source for row in corpus.left_out()] == ["b.txt", "l.txt"]
    assert "was killed" in corpus.left_out()[0].reason


def test_no_document_is_blamed_where_the_model_can_not_be_loaded(output: Path) -> None:
    with pytest.raises(WorkerError, match="while it loaded the model"):
        run(output, loads=False)


def test_an_error_in_a_worker_is_the_error_of_the_run(output: Path) -> None:
    output.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="out"):
        run(output)


def test_no_more_than_a_few_chunks_are_read_ahead(output: Path) -> None:
    read = []

    def endless() -> Iterator[Work]:
        while True:
            read.append(1)
            yield Work(str(len(read)).encode(), documents("a")[0])

    finished = extract_in_workers(chunked(endless()), DeadlyJob(output / FOLDER, ()), 2, int)
    next(finished)
    finished.close()
    assert len(read) <= 15


def holds_ctrl_c_back() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_ctrl_c_is_held_back_from_the_start_of_a_worker_alone() -> None:
    with workers._pool(1) as pool:
        assert workers._submit(pool, holds_ctrl_c_back).result()
    assert not holds_ctrl_c_back()
