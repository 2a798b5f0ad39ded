"""Tables made of parts are those of rows in memory, however the documents lie in the parts."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as arrow_parquet
import pytest

from pipeline.records import Document, Skipped
from pipeline.runs import chunks, merge
from pipeline.runs.corpus import Corpus
from pipeline.runs.merge import groups, write_corpus
from pipeline.tables.rows import table_rows
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import write_tables
from tests.runs.conftest import documents, rows_of

DOCUMENTS = [
    *documents("cd", rate=1),
    *documents("b", rate=0.5, day=datetime.date(2024, 1, 1)),
    *documents("a", words="x"),
]
SKIPPED = [Skipped(source="x", reason="empty")]
Run = Callable[..., Corpus]


@pytest.fixture
def small_chunks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "DOCUMENTS", request.param)


def write(corpus: Corpus, folder: Path) -> dict[str, bytes]:
    write_corpus(corpus, folder, kind="both", run_id="r", describe=dict)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def in_memory(found: list[Document], folder: Path) -> dict[str, bytes]:
    rows = table_rows(map(rows_of, found), SKIPPED)
    counts = {name: len(rows[name]) for name in TABLES}
    write_tables(rows, folder, run_id="r", run=counts)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("found", [DOCUMENTS, DOCUMENTS[::-1]], ids=["in order", "reversed"])
@pytest.mark.parametrize("small_chunks", [1, 2, 64], indirect=True)
@pytest.mark.usefixtures("small_chunks")
def test_the_same_bytes_as_from_rows_in_memory(
    extract: Run, output: Path, tmp_path: Path, found: list[Document]
) -> None:
    corpus = extract([*SKIPPED, *found])
    assert write(corpus, output) == in_memory(DOCUMENTS, tmp_path / "memory")


def test_the_same_bytes_where_some_were_extracted_before(
    extract: Run, output: Path, tmp_path: Path
) -> None:
    extract([*DOCUMENTS[:2], *documents("z", other=1)])
    corpus = extract([*SKIPPED, *DOCUMENTS])
    assert len(corpus.reused) == 2
    assert write(corpus, output) == in_memory(DOCUMENTS, tmp_path / "memory")


def test_a_group_of_documents_is_a_group_of_rows(
    extract: Run, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge, "DOCUMENTS", 3)
    monkeypatch.setattr(merge, "ENTITIES", 1)
    write(extract([*SKIPPED, *DOCUMENTS]), output)
    file = arrow_parquet.ParquetFile(output / "claims.parquet")
    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [3, 1]
    in_memory(DOCUMENTS, tmp_path)
    for name in TABLES:
        csv, parquet = f"{name}.csv", f"{name}.parquet"
        assert (output / csv).read_bytes() == (tmp_path / csv).read_bytes()
        one, other = (arrow_parquet.read_table(folder / parquet) for folder in (output, tmp_path))
        assert one.equals(other)


def test_groups_are_bounded_in_characters(extract: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "CHARACTERS", 2 * len(DOCUMENTS[0].text))
    entries = extract(DOCUMENTS).entries()
    assert [[entry.doc_id for entry in group] for group in groups(entries)] == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_nothing_at_all_is_tables_without_rows(extract: Run, output: Path, tmp_path: Path) -> None:
    assert write(extract(SKIPPED), output) == in_memory([], tmp_path / "memory")
