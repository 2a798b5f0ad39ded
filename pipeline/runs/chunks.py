"""Chunks: a few documents that are extracted together and whose rows are one part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Document, Skipped

DOCUMENTS = 64  # in a chunk, at most
CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Work:
    """A document to extract, and what its rows will be found again by."""

    key: bytes
    document: Document


Chunk = tuple[Work, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a chunk: the part, and which of its documents are in it. Never the rows."""

    part: str | None  # null if all failed
    keys: tuple[bytes, ...]
    failed: tuple[tuple[str, Skipped], ...]  # doc_id → why it has no rows
    warnings: tuple[str, ...] = ()


def chunked(work: Iterable[Work]) -> Iterator[Chunk]:
    """The documents in chunks of at most `DOCUMENTS`; a chunk is full when it has `CHARACTERS`."""
    chunk: list[Work] = []
    characters = 0
    for item in work:
        chunk.append(item)
        characters += len(item.document.text)
        if len(chunk) == DOCUMENTS or characters >= CHARACTERS:
            yield tuple(chunk)
            chunk, characters = [], 0
    if chunk:
        yield tuple(chunk)
