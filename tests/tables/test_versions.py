"""Tables of older and of later versions. `version_1` was written before there were roles, dates,
quantities and the confidence of quotes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as arrow_parquet
import pytest
from pandas.testing import assert_frame_equal

from pipeline.tables.loading import TablesNotFoundError, load_tables
from pipeline.tables.rows import Rows
from pipeline.tables.schema import SCHEMA_VERSION, TABLES
from pipeline.tables.writing import write_tables

VERSION_1 = Path(__file__).parent / "version_1"
WARNING = r"older quidit, without roles, dates, quantities, quotes\.confidence, .*quidit extract"


def test_tables_of_version_1_are_read() -> None:
    with pytest.warns(UserWarning, match=WARNING):
        tables = load_tables(VERSION_1)
    assert list(tables) == list(TABLES)
    assert tables["quotes"]["speaker"].tolist() == ["Kiev", "Moscou"]
    assert tables["quotes"]["confidence"].isna().all()
    assert len(tables["roles"]) == 0
    assert {column.name for column in TABLES["roles"].columns} == set(tables["roles"])


def test_both_formats_of_version_1_give_the_same(tmp_path: Path) -> None:
    for path in (*VERSION_1.glob("*.csv"), VERSION_1 / "datapackage.json"):
        shutil.copy(path, tmp_path)
    with pytest.warns(UserWarning, match=WARNING):
        parquet, text = load_tables(VERSION_1), load_tables(tmp_path)
    for name, frame in parquet.items():
        assert_frame_equal(frame, text[name])


def test_the_version_is_in_every_file(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    for name in ("run.json", "datapackage.json"):
        said = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert said["schema_version"] == SCHEMA_VERSION
    metadata = arrow_parquet.read_schema(tmp_path / "quotes.parquet").metadata
    assert metadata[b"schema_version"] == str(SCHEMA_VERSION).encode()


def test_tables_of_a_later_version_say_what_to_do(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    package = tmp_path / "datapackage.json"
    said = json.loads(package.read_text(encoding="utf-8"))
    package.write_text(json.dumps({**said, "schema_version": 99}), encoding="utf-8")
    with pytest.raises(TablesNotFoundError, match=r"later quidit .*: upgrade quidit"):
        load_tables(tmp_path)


def test_parquet_without_its_description_says_its_version(tmp_path: Path) -> None:
    for path in VERSION_1.glob("*.parquet"):
        shutil.copy(path, tmp_path)
    with pytest.warns(UserWarning, match=WARNING):
        load_tables(tmp_path)
