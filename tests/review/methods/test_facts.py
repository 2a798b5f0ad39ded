"""What the tables say of a corpus."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.review.methods.facts import facts_of, read_facts
from pipeline.tables.loading import TablesNotFoundError
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import Format, write_tables

DAY = datetime.date(2024, 3, 5)


def test_words_and_days() -> None:
    week_later = DAY + datetime.timedelta(days=7)
    documents = [("Un  mot.", week_later), ("L’autre\nmot ici", DAY), ("Sans date", None)]
    facts = facts_of(documents, [0.5, 1.0])
    assert (facts.documents, facts.words, facts.undated) == (3, 7, 1)
    assert (facts.first, facts.last) == (DAY, week_later)
    assert (facts.quotes, facts.confidence) == (2, 0.75)


def test_nothing() -> None:
    facts = facts_of([], [])
    assert (facts.documents, facts.first, facts.confidence) == (0, None, None)


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
