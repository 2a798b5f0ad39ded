"""The rows of the tables, gathered from the extractions of single documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.records import Extraction, Skipped
from pipeline.tables.entities import count_entities

Rows = Mapping[str, Sequence[Any]]  # table → its records


def table_rows(extractions: Iterable[Extraction], skipped: Iterable[Skipped] = ()) -> Rows:
    """The rows of every table, documents by `doc_id`, what was skipped in the order given."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.doc_id)
    return {
        "documents": [extraction.document for extraction in ordered],
        "segments": [row for extraction in ordered for row in extraction.segments],
        "sentences": [row for extraction in ordered for row in extraction.sentences],
        "mentions": [row for extraction in ordered for row in extraction.mentions],
        "entities": count_entities(row for extraction in ordered for row in extraction.mentions),
        "roles": [row for extraction in ordered for row in extraction.roles],
        "dates": [row for extraction in ordered for row in extraction.dates],
        "quantities": [row for extraction in ordered for row in extraction.quantities],
        "quotes": [row for extraction in ordered for row in extraction.quotes],
        "claims": [row for extraction in ordered for row in extraction.claims],
        "skipped": list(skipped),
    }
