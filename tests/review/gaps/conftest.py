"""`tables_of("…", "…")` gives the tables of some texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.loading import load_tables
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables

Tables = dict[str, pd.DataFrame]


def documents_of(*texts: str) -> list[Document]:
    return [
        Document(doc_id=f"d{number}", source="test", title=None, published=None, text=text)
        for number, text in enumerate(texts)
    ]


@pytest.fixture
def tables_of(nlp: Language, lexicons: Lexicons, tmp_path: Path) -> Callable[..., Tables]:
    def make(*texts: str) -> Tables:
        rows = table_rows(extract(document, nlp, lexicons) for document in documents_of(*texts))
        write_tables(rows, tmp_path / "outputs", kind="parquet", run_id="test", run={})
        return load_tables(tmp_path / "outputs")

    return make
