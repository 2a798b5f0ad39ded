"""The tables' rows again as records."""

from __future__ import annotations

import datetime
from pathlib import Path

from pipeline.records import Extraction
from pipeline.report.rows import article_rows
from pipeline.tables.loading import load_tables
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables
from tests.report.made import article, claim, document, quote


def written(folder: Path, *extractions: Extraction) -> None:
    write_tables(table_rows(extractions), folder)


def extraction(**values: object) -> Extraction:
    rows = article()
    made = {
        "document": rows.document,
        "segments": rows.segments,
        "mentions": rows.mentions,
        "quotes": rows.quotes,
        "claims": rows.claims,
        **dict.fromkeys(("sentences", "roles", "dates", "quantities"), ()),
    }
    return Extraction(**{**made, **values})  # type: ignore[arg-type]


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    written(tmp_path, extraction())
    assert article_rows(load_tables(tmp_path)) == [article()]


def test_dates_come_back(tmp_path: Path) -> None:
    day = datetime.date(2024, 3, 5)
    written(tmp_path, extraction(document=document(published=day, title="Le port")))
    (rows,) = article_rows(load_tables(tmp_path))
    assert (rows.document.published, rows.document.title) == (day, "Le port")


def test_missing_is_none(tmp_path: Path) -> None:
    written(tmp_path, extraction(quotes=(quote("Nous partons"),), claims=(claim("port"),)))
    (rows,) = article_rows(load_tables(tmp_path))
    assert rows.quotes[0].speaker_start is None
    assert rows.claims[0].quote_id is None


def test_columns_carried_through_are_left_out(tmp_path: Path) -> None:
    written(tmp_path, extraction(document=document(extra={"section": "Monde"})))
    (rows,) = article_rows(load_tables(tmp_path))
    assert rows.document == document()


def test_empty_tables(tmp_path: Path) -> None:
    written(tmp_path)
    assert article_rows(load_tables(tmp_path)) == []
