"""What the tables say of a corpus."""

from __future__ import annotations

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as arrow_parquet
import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.review.methods import facts
from pipeline.review.methods.facts import facts_of, read_facts
from pipeline.tables.loading import TablesNotFoundError
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import Format, write_tables

DAY = datetime.date(2024, 3, 5)


def test_words_and_days() -> None:
    week_later = DAY + datetime.timedelta(days=7)
    documents = [("Un  mot.", week_later), ("L’autre\nmot ici", DAY), ("Sans date", None)]
    found = facts_of(documents, [0.5, 1.0])
    assert (found.documents, found.words, found.undated) == (3, 7, 1)
    assert (found.first, found.last) == (DAY, week_later)
    assert (found.quotes, found.confidence) == (2, 0.75)


def test_nothing() -> None:
    found = facts_of([], [])
    assert (found.documents, found.first, found.confidence) == (0, None, None)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_tables_are_read_in_either_format(
    kind: Format, nlp: Language, lexicons: Lexicons, tmp_path: Path
) -> None:
    text = '« Nous tiendrons »,\n\ndit-elle, "hier"; soit.'
    documents = [
        Document(doc_id=name, source=name, title=None, published=day, text=text)
        for name, day in (("a", DAY), ("b", None))
    ]
    rows = table_rows(extract(document, nlp, lexicons) for document in documents)
    write_tables(rows, tmp_path, kind=kind)
    facts = read_facts(tmp_path)
    assert (facts.documents, facts.words, facts.undated) == (2, 2 * len(text.split()), 1)
    assert facts.quotes == len(rows["quotes"])
    assert (facts.first, facts.last) == (DAY, DAY)


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(TablesNotFoundError, match="holds no table documents"):
        read_facts(tmp_path)


def test_texts_are_read_a_group_of_rows_at_a_time(tmp_path: Path) -> None:
    """The tables may be larger than memory."""
    texts = pa.table({"text": [f"{number} {'x' * 100_000}" for number in range(50)]})
    arrow_parquet.write_table(texts, tmp_path / "documents.parquet", row_group_size=1)
    del texts
    before = pa.total_allocated_bytes()
    read = facts._rows(tmp_path, "documents", ("text",))
    assert max(pa.total_allocated_bytes() - before for _ in read) < 1_000_000
