"""Cells that no spreadsheet runs, and their exact text."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from pipeline.records import Skipped
from pipeline.tables.cells import SIGNS, exact_cell, safe_cell
from pipeline.tables.loading import load_tables
from pipeline.tables.rows import Rows, table_rows
from pipeline.tables.writing import write_tables
from tests.tables.conftest import make_extraction

RUN = re.compile(SIGNS)
TEXTS = st.text(st.sampled_from("=+-@\t\r\n;,'\" a＝"), max_size=12) | st.text(max_size=30)


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_a_cell_that_begins_with_a_sign_gets_an_apostrophe(sign: str) -> None:
    assert safe_cell(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("text", ["a=b", "Kh-101", "« Non », dit-il", "", "l'an", "a ; b"])
def test_other_cells_stay(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("text", ["a;=b", 'a;"=b"', "a\n- b", "a,@b", "a\t=b"])
def test_what_another_separator_makes_a_cell_is_safe(text: str) -> None:
    cells = re.split(r"[;,\t\n]", safe_cell(text))
    assert [cell for cell in cells if RUN.match(cell.strip(' "'))] == []


@given(TEXTS)
def test_the_exact_text_comes_back(text: str) -> None:
    assert exact_cell(safe_cell(text)) == text


@given(TEXTS)
def test_no_safe_cell_begins_with_a_sign(text: str) -> None:
    assert not RUN.match(safe_cell(text).lstrip(' "'))


def rows_that_bite() -> Rows:
    extra = {"=cmd()": "=1+1", "note": "'=1", "none": None}
    skipped = [Skipped(source="@a.txt", reason="+1")]
    return table_rows([make_extraction("=HYPERLINK()", None, **extra)], skipped)


def test_the_csv_has_no_cell_that_bites_and_the_parquet_is_exact(tmp_path: Path) -> None:
    write_tables(rows_that_bite(), tmp_path, safe=True)
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        header, cells = csv.reader(file)
    assert "'=cmd()" in header
    assert cells[0] == "'=HYPERLINK()"
    assert not [cell for cell in (*header, *cells) if RUN.match(cell)]
    assert load_tables(tmp_path)["documents"]["doc_id"].tolist() == ["=HYPERLINK()"]


def test_safe_and_exact_files_give_the_same_tables(tmp_path: Path) -> None:
    rows = rows_that_bite()
    write_tables(rows, tmp_path / "exact", kind="parquet")
    write_tables(rows, tmp_path / "safe", kind="csv", safe=True)
    exact, safe = load_tables(tmp_path / "exact"), load_tables(tmp_path / "safe")
    for name, frame in exact.items():
        assert_frame_equal(safe[name], frame)


def test_without_the_option_the_csv_is_exact(tmp_path: Path) -> None:
    write_tables(rows_that_bite(), tmp_path, kind="csv")
    assert '"=HYPERLINK()"' in (tmp_path / "documents.csv").read_text(encoding="utf-8-sig")
