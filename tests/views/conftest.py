"""Tables made of the seeds and of texts that a test gives."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.loading import load_tables
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables
from pipeline.views.loaded import Tables

SEEDS = Path(__file__).parents[2] / "seeds"
Days = dict[str, datetime.date]


@pytest.fixture(scope="package")
def write(nlp: Language, lexicons: Lexicons) -> Callable[[dict[str, str], Days, Path], None]:
    """`write(texts, days, folder)` extracts texts, published on these days, into a folder."""

    def write_texts(texts: dict[str, str], days: Days, folder: Path) -> None:
        documents = [
            Document(doc_id=name, source=name, title=None, published=days.get(name), text=text)
            for name, text in texts.items()
        ]
        rows = table_rows([extract(document, nlp, lexicons) for document in documents])
        write_tables(rows, folder)

    return write_texts


@pytest.fixture
def tables_of(
    write: Callable[[dict[str, str], Days, Path], None], tmp_path: Path
) -> Callable[..., Tables]:
    """`tables_of({"a": "…"}, {"a": date})` gives the loaded tables of texts."""

    def load(texts: dict[str, str], days: Days | None = None) -> Tables:
        write(texts, days or {}, tmp_path / "outputs")
        return load_tables(tmp_path / "outputs")

    return load


@pytest.fixture(scope="package")
def outputs(
    write: Callable[[dict[str, str], Days, Path], None], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The tables of the seeds; every second one has a publication date."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    days = {name: datetime.date(2025, 1, at + 1) for at, name in enumerate(list(texts)[::2])}
    folder = tmp_path_factory.mktemp("views") / "outputs"
    write(texts, days, folder)
    return folder


@pytest.fixture(scope="package")
def tables(outputs: Path) -> Tables:
    return load_tables(outputs)
