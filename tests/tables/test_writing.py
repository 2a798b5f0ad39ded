"""Tables are written all or none, in the same bytes for the same input."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as arrow_parquet
import pytest

from pipeline.tables.rows import Rows, table_rows
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import Format, open_tables, write_tables


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("kind", "suffixes"), [("both", {"csv", "parquet"}), ("csv", {"csv"}), ("parquet", {"parquet"})]
)
def test_which_files_are_written(
    rows: Rows, tmp_path: Path, kind: Format, suffixes: set[str]
) -> None:
    write_tables(rows, tmp_path / "new" / "out", kind=kind)
    expected = {f"{name}.{suffix}" for name in TABLES for suffix in suffixes}
    names = {path.name for path in (tmp_path / "new" / "out").iterdir()}
    assert names == expected | {"run.json", "datapackage.json"}


def test_a_csv_is_what_excel_and_others_read(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    assert (tmp_path / "quotes.csv").read_bytes().startswith(b'\xef\xbb\xbf"doc_id",')
    (document, _) = cells(tmp_path / "documents.csv")
    assert document["doc_id"] == "a"
    assert document["text"] == rows["documents"][0].text
    assert document["published"] == "1599-01-31"
    quote = cells(tmp_path / "quotes.csv")[0]
    assert (quote["cue_start"], quote["speaker_start"], quote["speaker"]) == ("0", "", "")


def test_empty_and_null_stay_apart_in_a_csv(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    line = (tmp_path / "documents.csv").read_text("utf-8").splitlines()[-1]
    assert line.endswith(',,"",1,,"x"')


def test_parquet_is_typed_and_described(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path, run_id="r1")
    file = arrow_parquet.ParquetFile(tmp_path / "mentions.parquet")
    schema = file.schema_arrow
    assert pa.types.is_dictionary(schema.field("form").type)
    assert schema.field("start").type == pa.int64()
    assert not schema.field("start").nullable
    assert schema.field("name").metadata[b"description"].startswith(b"The fullest name")
    assert schema.metadata[b"run_id"] == b"r1"
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_tables_without_rows_are_written_with_their_columns(tmp_path: Path) -> None:
    write_tables(table_rows([]), tmp_path)
    for name, table in TABLES.items():
        data = arrow_parquet.read_table(tmp_path / f"{name}.parquet")
        assert data.num_rows == 0
        assert data.column_names == [column.name for column in table.columns]
        header = (tmp_path / f"{name}.csv").read_text("utf-8-sig").strip()
        assert header == ",".join(f'"{column.name}"' for column in table.columns)


def test_the_same_rows_give_the_same_bytes(rows: Rows, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_tables(rows, tmp_path / name, run_id="r1", run={"seconds": {}})
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_files_of_another_format_go_and_foreign_files_stay(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path, kind="both")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    write_tables(rows, tmp_path, kind="csv")
    assert not list(tmp_path.glob("*.parquet"))
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_former_files(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write_tables(table_rows([]), tmp_path)
    before = contents(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("pipeline.tables.writing._write_json", fail)
    with pytest.raises(type(error)):
        write_tables(rows, tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("after", range(0, 36, 5))
def test_a_move_that_fails_at_any_file_leaves_the_former_files(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    write_tables(table_rows([]), tmp_path, kind="both")
    before = contents(tmp_path)
    replace, moves = Path.replace, iter(range(1000))

    def fail_once(self: Path, target: Path) -> Path:
        if next(moves) == after:
            raise PermissionError(13, "open in a spreadsheet")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises(PermissionError):
        write_tables(rows, tmp_path, kind="both")
    monkeypatch.undo()
    assert contents(tmp_path) == before


def test_a_first_write_that_fails_leaves_no_folder(
    rows: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.tables.writing.data_package", None)
    with pytest.raises(TypeError):
        write_tables(rows, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_made_of_the_tables_replaces_its_former_one_with_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "METHODS.md").write_text("former", encoding="utf-8")

    def write_methods(folder: Path) -> None:
        (folder / "METHODS.md").write_text(f"{len(cells(folder / 'quotes.csv'))} quotes", "utf-8")
        raise OSError(28, "No space left on device")

    with (
        pytest.raises(OSError, match="No space left"),
        open_tables(tmp_path, TABLES, kind="csv", run_id="", write_beside=write_methods) as files,
    ):
        files.describe({})
    assert contents(tmp_path) == {"METHODS.md": b"former"}
