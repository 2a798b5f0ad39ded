"""Chunks are bounded in documents and in characters, and read no further than they must."""

from __future__ import annotations

import dataclasses
from itertools import count

import pytest

from pipeline.runs import chunks
from pipeline.runs.chunks import Work, chunked
from tests.runs.conftest import documents


def work(characters: int) -> Work:
    (document,) = documents("a")
    return Work(b"", dataclasses.replace(document, text="x" * characters))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "DOCUMENTS", 3)
    monkeypatch.setattr(chunks, "CHARACTERS", 10)


def sizes(*characters: int) -> list[list[int]]:
    found = chunked(work(length) for length in characters)
    return [[len(item.document.text) for item in chunk] for chunk in found]


def test_bounds() -> None:
    assert sizes(1, 1, 1, 1) == [[1, 1, 1], [1]]
    assert sizes(4, 6, 1) == [[4, 6], [1]]
    assert sizes(99, 1) == [[99], [1]]
    assert sizes() == []


def test_no_more_than_a_chunk_is_read() -> None:
    read = count()
    next(chunked(work(next(read)) for _ in count()))
    assert next(read) == 3
