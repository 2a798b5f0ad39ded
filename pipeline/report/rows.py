"""The tables' rows again as records, article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar

import pandas as pd

from pipeline.records import Claim, Document, Mention, Quote, Segment


class OfDocument(Protocol):
    """A row that belongs to a document."""

    @property
    def doc_id(self) -> str: ...


Row = TypeVar("Row", bound=OfDocument)


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """What the tables say of one document, in the order of the text."""

    document: Document
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def article_rows(tables: Mapping[str, pd.DataFrame]) -> list[ArticleRows]:
    """The rows of every document, in the order of the table `documents`.

    Args:
        tables: the tables as `load_tables` gives them.
    """
    segments = _by_document(_records(tables["segments"], Segment))
    mentions = _by_document(_records(tables["mentions"], Mention))
    quotes = _by_document(_records(tables["quotes"], Quote))
    claims = _by_document(_records(tables["claims"], Claim))
    return [
        ArticleRows(
            document,
            tuple(segments[document.doc_id]),
            tuple(mentions[document.doc_id]),
            tuple(quotes[document.doc_id]),
            tuple(claims[document.doc_id]),
        )
        for document in _records(tables["documents"], Document)
    ]


def _records(frame: pd.DataFrame, kind: type[Row]) -> list[Row]:
    """The rows of a table as its records; missing is None, columns carried through are left out."""
    names = [field.name for field in fields(kind) if field.name in frame]  # type: ignore[arg-type]
    columns = [_values(frame[name]) for name in names]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def _values(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "M":
        return [None if pd.isna(value) else value.date() for value in column]
    whole = column.astype(object)
    return whole.where(whole.notna(), None).tolist()


def _by_document(rows: list[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.doc_id].append(row)
    return grouped
