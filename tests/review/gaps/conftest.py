"""`tables_of("…", "…")` gives the tables of some texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.loading import load_tables
from tests.folders import documents_of, fill_folder

Tables = dict[str, pd.DataFrame]


def numbered(*texts: str) -> list[Document]:
    """Documents with the ids d0, d1, …"""
    return documents_of(**{f"d{number}": text for number, text in enumerate(texts)})


@pytest.fixture
def tables_of(nlp: Language, lexicons: Lexicons, tmp_path: Path) -> Callable[..., Tables]:
    def make(*texts: str) -> Tables:
        return load_tables(fill_folder(tmp_path / "outputs", numbered(*texts), nlp, lexicons))

    return make
