"""`quidit report`: what it writes, what it says, how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables
from tests.report.made import article
from tests.report.test_rows import extraction


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    write_tables(table_rows([extraction()]), folder)
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_a_folder_is_written_and_named(tables: Path, tmp_path: Path) -> None:
    result = run(tables, "-o", tmp_path / "report")
    assert result.exit_code == 0
    assert result.stderr == f"{tmp_path / 'report' / 'index.html'}: 1 articles\n"
    assert (tmp_path / "report" / "index.html").is_file()


def test_one_file_in_english(tables: Path, tmp_path: Path) -> None:
    result = run(tables, "--single", "-o", tmp_path / "r.html", "--language", "en")
    assert result.exit_code == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert article().document.text.split("\n", maxsplit=1)[0] in page
    assert "Who says what" in page


def test_the_folder_is_named_report_if_nothing_is_said(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(tables).exit_code == 0
    assert (tmp_path / "report" / "index.html").is_file()


def test_a_folder_without_tables_is_said(tmp_path: Path) -> None:
    result = run(tmp_path, "-o", tmp_path / "report")
    assert result.exit_code == 2
    assert "no tables" in result.stderr
    assert not (tmp_path / "report").exists()


def test_a_file_where_a_folder_is_wanted(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine", encoding="utf-8")
    result = run(tables, "-o", tmp_path / "report")
    assert result.exit_code == 2
    assert "a file, not a folder" in result.stderr


def test_a_folder_where_a_file_is_wanted(tables: Path, tmp_path: Path) -> None:
    result = run(tables, "--single", "-o", tmp_path)
    assert result.exit_code == 2
    assert f"name a file, as {tmp_path}.html" in result.stderr


def test_what_cannot_be_written_is_said(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = run(tables, "-o", tmp_path / "file" / "report")
    assert result.exit_code == 1
    assert "the report can't be written" in result.stderr
