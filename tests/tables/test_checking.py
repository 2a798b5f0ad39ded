"""Tables that do not hold together are refused: cut short, edited by hand, made by others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as arrow_parquet
import pytest

from pipeline.review.runs import read_run
from pipeline.tables.loading import TablesNotFoundError, load_tables
from pipeline.tables.rows import Rows
from pipeline.tables.writing import write_tables

Change = Callable[[pa.Table], pa.Table]


def put(name: str, value: object) -> Change:
    """The table with a column that has one value in all rows."""
    return lambda data: data.set_column(
        data.column_names.index(name), name, pa.array([value] * len(data))
    )


@pytest.fixture
def folder(rows: Rows, tmp_path: Path) -> Path:
    write_tables(rows, tmp_path, kind="parquet")
    return tmp_path


@pytest.mark.parametrize(
    ("table", "change", "reason"),
    [
        ("mentions", put("start", "x"), r"mentions\.start: .*'x'"),
        ("mentions", put("start", -1), r"mentions\.start: -1 to \d+ is no place in the text of"),
        ("quotes", put("end", 10**9), r"quotes\.start: \d+ to 1000000000 is no place"),
        ("claims", put("predicate_start", 10**9), r"claims\.predicate_start: .* is no place"),
        ("documents", put("text", "a"), "is no place in the text of"),
        ("documents", put("doc_id", "a"), r"documents\.doc_id: a is there twice"),
        ("quotes", put("doc_id", "nobody"), r"quotes\.doc_id: nobody is not in documents"),
        ("mentions", put("label", None), r"mentions\.label: \d+ are missing"),
        ("quotes", lambda data: data.drop(["text"]), "table quotes has no column text"),
        ("quotes", lambda data: data.drop(["doc_id"]), "doc_id"),
    ],
)
def test_tables_that_do_not_hold_together(
    folder: Path, table: str, change: Change, reason: str
) -> None:
    path = folder / f"{table}.parquet"
    arrow_parquet.write_table(change(arrow_parquet.read_table(path)), path)
    with pytest.raises(TablesNotFoundError, match=f"{reason}.*extract again"):
        load_tables(folder)


def test_rows_may_be_left_out(folder: Path) -> None:
    for name in ("quotes", "entities", "sentences"):
        path = folder / f"{name}.parquet"
        arrow_parquet.write_table(arrow_parquet.read_table(path).slice(0, 0), path)
    assert len(load_tables(folder)["quotes"]) == 0


def test_a_file_that_is_cut_short_is_named(folder: Path) -> None:
    (folder / "claims.parquet").write_bytes(b"PAR1")
    with pytest.raises(TablesNotFoundError, match=r"claims\.parquet: not a sound table"):
        load_tables(folder)


def test_a_csv_that_was_edited_is_named(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path, kind="csv")
    lines = (tmp_path / "quotes.csv").read_text(encoding="utf-8-sig") + "one,cell,too,few\n"
    (tmp_path / "quotes.csv").write_text(lines, encoding="utf-8")
    with pytest.raises(TablesNotFoundError, match=r"quotes\.csv: not a sound table"):
        load_tables(tmp_path)


@pytest.mark.parametrize("held", ["[" * 100_000, "[1]", "{", "\udcff"])
def test_what_describes_the_tables_is_no_object(folder: Path, held: str) -> None:
    for name in ("datapackage.json", "run.json"):
        (folder / name).write_bytes(held.encode(errors="surrogateescape"))
    with pytest.raises(TablesNotFoundError, match=r"datapackage\.json"):
        load_tables(folder)
    with pytest.raises(TablesNotFoundError, match=r"run\.json"):
        read_run(folder)


@pytest.mark.parametrize("version", ["x", [], None])
def test_a_version_that_is_none(folder: Path, version: object) -> None:
    (folder / "datapackage.json").write_text(json.dumps({"schema_version": version}), "utf-8")
    with pytest.raises(TablesNotFoundError, match="no version of tables"):
        load_tables(folder)


def test_a_link_in_place_of_a_table_shows_nothing_of_what_it_leads_to(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text("mot de passe", encoding="utf-8")
    (folder / "claims.parquet").unlink()
    (folder / "claims.parquet").symlink_to(secret)
    with pytest.raises(TablesNotFoundError) as raised:
        load_tables(folder)
    assert "mot de passe" not in str(raised.value)
