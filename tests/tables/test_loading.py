"""The tables come back as DataFrames with the right types, the same from both formats."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from pipeline.tables.loading import TablesNotFoundError, load_tables
from pipeline.tables.rows import Rows, table_rows
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import recover_tables, write_tables


@pytest.mark.parametrize("empty", [False, True])
def test_csv_and_parquet_give_the_same_frames(rows: Rows, tmp_path: Path, empty: bool) -> None:
    written = table_rows([]) if empty else rows
    write_tables(written, tmp_path / "csv", kind="csv")
    write_tables(written, tmp_path / "parquet", kind="parquet")
    from_csv, from_parquet = load_tables(tmp_path / "csv"), load_tables(tmp_path / "parquet")
    assert list(from_csv) == list(from_parquet) == list(TABLES)
    for name in TABLES:
        assert len(from_csv[name]) == len(written[name])
        assert_frame_equal(from_csv[name], from_parquet[name])


def test_values_come_back_as_they_were(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    for name, frame in load_tables(tmp_path).items():
        for column in TABLES[name].columns:
            values = [None if pd.isna(value) else value for value in frame[column.name]]
            if column.type is datetime.date:
                values = [value and value.date() for value in values]
            assert values == [getattr(row, column.name) for row in rows[name]]


def test_types(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    tables = load_tables(str(tmp_path))
    quotes, documents = tables["quotes"].dtypes, tables["documents"].dtypes
    assert quotes["text"] == "string"
    assert quotes["start"] == "int64"
    assert quotes["speaker_start"] == "Int64"
    assert list(tables["quotes"]["kind"].cat.categories) == ["direct", "indirect", "mixed", "block"]
    assert documents["published"] == "datetime64[s]"
    carried = ["words", "rubric", "rate", "day", "mixed"]
    expected = ["Int64", "string", "Float64", "datetime64[s]", "string"]
    assert [str(documents[name]) for name in carried] == expected


def test_a_folder_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(TablesNotFoundError, match="holds no tables: make them with `quidit extr"):
        load_tables(tmp_path / "nowhere")


def test_a_table_that_is_missing_is_named(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path, kind="csv")
    (tmp_path / "quotes.csv").unlink()
    with pytest.raises(TablesNotFoundError, match="no table quotes"):
        load_tables(tmp_path)


def test_a_csv_without_its_description_is_read(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path / "out", kind="csv")
    (tmp_path / "csv").mkdir()
    for path in (tmp_path / "out").glob("*.csv"):
        shutil.copy(path, tmp_path / "csv")
    assert load_tables(tmp_path / "csv")["documents"]["text"].tolist() == [
        document.text for document in rows["documents"]
    ]


def test_tables_that_are_half_replaced_are_not_loaded(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    (tmp_path / ".writing-x" / "aside").mkdir(parents=True)
    with pytest.raises(TablesNotFoundError, match=r"two runs: .* Give the same `quidit extract`"):
        load_tables(tmp_path)
    recover_tables(tmp_path)
    (tmp_path / ".writing-x").mkdir()  # a run that still writes, or was killed before it replaced
    load_tables(tmp_path)
