"""Documents in groups that the model reads together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records import Document

PACK = 32_000  # characters: with fewer, small matrices cost more; more fill the processor's cache


def packs(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in groups of at most `PACK` characters; a longer one is by itself."""
    pack: list[Document] = []
    size = 0
    for document in documents:
        if pack and size + len(document.text) > PACK:
            yield pack
            pack, size = [], 0
        pack.append(document)
        size += len(document.text)
    if pack:
        yield pack
