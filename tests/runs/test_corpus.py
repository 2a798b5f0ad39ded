"""What is known is not extracted again; what is not is read as the work goes on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from pipeline.records import Document, Skipped
from pipeline.runs.chunks import Chunk, Done
from pipeline.runs.corpus import Corpus, StrictError, extract_corpus
from tests.runs.conftest import MAKER, documents

Run = Callable[..., Corpus]


def test_only_what_is_not_known_is_extracted(extract: Run) -> None:
    extract(documents("abc"))
    changed = [*documents("ab"), *documents("c", rate=1), *documents("d")]
    seen: list[str] = []
    corpus = extract(changed, seen)
    assert seen == ["c", "d"]
    assert [entry.doc_id for entry in corpus.reused] == ["a", "b"]
    assert [entry.doc_id for entry in corpus.entries()] == ["a", "b", "c", "d"]


def test_all_is_extracted_if_what_makes_the_rows_is_another(
    extract: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract(documents("ab"))
    monkeypatch.setitem(MAKER, "program", "a later one")
    assert extract(documents("ab")).reused == []


def test_a_part_that_is_damaged_is_extracted_again(extract: Run, output: Path) -> None:
    extract(documents("ab"))
    (part,) = output.rglob("*.arrow")
    part.write_bytes(part.read_bytes()[:-1])
    assert len(extract(documents("ab")).extracted) == 2


def test_documents_are_read_as_the_work_goes_on() -> None:
    """A corpus may be longer than memory is large."""
    read = count()

    def endless() -> Iterator[Document]:
        (document,) = documents("a")
        for number in read:
            yield dataclasses.replace(document, doc_id=str(number))

    def stop(chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Done]]:
        for _, chunk in zip(range(3), chunks, strict=False):
            yield chunk, Done(part=None, keys=(), failed=())

    extract_corpus(endless(), MAKER, {}, stop)  # type: ignore[arg-type]
    assert next(read) < 300


def test_what_is_left_out_stands_in_an_order_of_its_own(extract: Run) -> None:
    rows = [
        Skipped(source="z", reason="empty"),
        *documents("a"),
        Skipped(source="b", reason="empty"),
    ]
    corpus = extract(rows)
    corpus.failed.update({"d": Skipped(source="d", reason=""), "c": Skipped(source="c", reason="")})
    assert [row.source for row in corpus.left_out()] == ["z", "b", "c", "d"]


def test_strict(extract: Run) -> None:
    with pytest.raises(StrictError, match="z: empty"):
        extract([Skipped(source="z", reason="empty"), *documents("a")], strict=True)


def test_a_document_that_fails_is_strict_too() -> None:
    def fail(chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Done]]:
        for chunk in chunks:
            why = Skipped(source="a", reason="the program failed")
            yield chunk, Done(part=None, keys=(), failed=(("a", why),))

    with pytest.raises(StrictError, match="a: the program failed"):
        extract_corpus(documents("a"), MAKER, {}, fail, strict=True)  # type: ignore[arg-type]
    assert extract_corpus(documents("a"), MAKER, {}, fail).failed.keys() == {"a"}  # type: ignore[arg-type]
