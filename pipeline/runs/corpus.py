"""What is known of a corpus while its documents pass through: where their rows are, never a row."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from pipeline.records import Document, Skipped
from pipeline.runs.chunks import Chunk, Done, Work, chunked
from pipeline.runs.fingerprint import document_key
from pipeline.runs.parts import Place
from pipeline.tables.carried import Met, note_carried

Extract = Callable[[Iterable[Chunk]], Generator[tuple[Chunk, Done]]]


class StrictError(ValueError):
    """The first input that can't be read, where none may be skipped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that was extracted."""

    doc_id: str
    key: bytes
    characters: int
    place: Place


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a run has met. `reused` are the documents whose rows a former run left, `failed` those
    that the program can't extract (doc_id → why), `skipped` what is no document."""

    reused: list[Entry] = field(default_factory=list)
    extracted: list[Entry] = field(default_factory=list)
    failed: dict[str, Skipped] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)  # each once, in order
    carried: Met = field(default_factory=dict)

    def entries(self) -> list[Entry]:
        """The documents by `doc_id`."""
        return sorted([*self.reused, *self.extracted], key=lambda entry: entry.doc_id)

    def left_out(self) -> list[Skipped]:
        """What has no rows: inputs in the order they were met, then documents by `doc_id`."""
        return [*self.skipped, *(self.failed[doc_id] for doc_id in sorted(self.failed))]


def extract_corpus(
    rows: Iterable[Document | Skipped],
    maker: Mapping[str, Any],
    known: Mapping[bytes, Place],
    extract: Extract,
    *,
    strict: bool = False,
) -> Corpus:
    """Extract the documents whose rows are in no part yet.

    Args:
        rows: what the sources give; it is read as the work goes on, never as a whole.
        maker: what makes the rows (see `pipeline.runs.fingerprint.made_by`).
        known: where the rows of former runs are (see `pipeline.runs.parts.find_parts`).
        extract: who extracts chunks (see `pipeline.runs.workers`).
        strict: whether what can't be read or extracted is an error.

    Raises:
        StrictError: an input can't be read, or the program fails on it, and `strict` is set.
        OSError: a part can't be written.
    """
    corpus = Corpus()
    with closing(extract(chunked(_work(rows, maker, known, corpus, strict)))) as finished:
        for chunk, done in finished:
            documents = {work.key: work.document for work in chunk}
            corpus.extracted.extend(
                _entry(documents[key], key, Place(done.part or "", row))
                for row, key in enumerate(done.keys)
            )
            corpus.failed.update(done.failed)
            corpus.warnings.update(dict.fromkeys(done.warnings))
            if strict and done.failed:
                raise _strict(done.failed[0][1])
    return corpus


def _entry(document: Document, key: bytes, place: Place) -> Entry:
    return Entry(document.doc_id, key, len(document.text), place)


def _work(
    rows: Iterable[Document | Skipped],
    maker: Mapping[str, Any],
    known: Mapping[bytes, Place],
    corpus: Corpus,
    strict: bool,
) -> Iterator[Work]:
    """The documents to extract; the others are added to the corpus."""
    for row in rows:
        if isinstance(row, Skipped):
            if strict:
                raise _strict(row)
            corpus.skipped.append(row)
            continue
        note_carried(corpus.carried, row)
        key = document_key(maker, row)
        if key in known:
            corpus.reused.append(_entry(row, key, known[key]))
        else:
            yield Work(key, row)


def _strict(row: Skipped) -> StrictError:
    return StrictError(f"{row.source}: {row.reason}")
