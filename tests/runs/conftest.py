"""Extractions without a model, in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Document, Extraction
from pipeline.runs.chunks import Chunk, Done, Work
from pipeline.runs.corpus import Corpus, extract_corpus
from pipeline.runs.fingerprint import document_key
from pipeline.runs.parts import FOLDER, Place, find_parts, write_part
from tests.tables.conftest import make_extraction

MAKER = {"program": "test"}


def documents(ids: Iterable[str], **extra: Any) -> list[Document]:
    return [make_extraction(doc_id, None, **extra).document for doc_id in ids]


def key_of(document: Document) -> bytes:
    return document_key(MAKER, document)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def extract(output: Path) -> Callable[..., Corpus]:
    """`extract(documents)` is a corpus whose rows are in parts; `seen` lists what is extracted."""

    def fake(chunks: Iterable[Chunk], seen: list[str]):  # type: ignore[no-untyped-def]
        for chunk in chunks:
            seen.extend(work.document.doc_id for work in chunk)
            yield chunk, extract_fake(chunk, output)

    def run(rows: Iterable[Any], seen: list[str] | None = None, **options: Any) -> Corpus:
        known: dict[bytes, Place] = find_parts(output / FOLDER)
        heard: list[str] = [] if seen is None else seen
        return extract_corpus(rows, MAKER, known, lambda chunks: fake(chunks, heard), **options)

    return run


def extract_fake(chunk: tuple[Work, ...], output: Path) -> Done:
    keys = tuple(work.key for work in chunk)
    rows = [rows_of(work.document) for work in chunk]
    return Done(part=write_part(output / FOLDER, keys, rows), keys=keys, failed=())


def rows_of(document: Document) -> Extraction:
    return make_extraction(document.doc_id, document.published, **document.extra)
