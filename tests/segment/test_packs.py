"""Documents are read together, some thousand characters at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Document
from pipeline.segment.packs import PACK, packs


def documents(*lengths: int) -> Iterator[Document]:
    for length in lengths:
        yield Document(doc_id="d", source="t", title=None, published=None, text="é" * length)


def sizes(*lengths: int) -> list[list[int]]:
    return [[len(document.text) for document in pack] for pack in packs(documents(*lengths))]


def test_as_many_as_there_is_room_for() -> None:
    assert sizes(PACK - 5, 5, 1) == [[PACK - 5, 5], [1]]


def test_a_long_document_is_by_itself() -> None:
    assert sizes(10, 2 * PACK, 10) == [[10], [2 * PACK], [10]]


def test_empty_documents_take_no_room() -> None:
    assert sizes(PACK, 0, 0) == [[PACK, 0, 0]]


def test_nothing() -> None:
    assert sizes() == []
