"""`quidit compare`: what is printed where, and what a folder without tables gives."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest

from tests.cli.conftest import Run, example


@pytest.fixture
def folders(outputs: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two runs; the second has no quotes."""
    for name in ("outputs_before", "outputs_after"):
        shutil.copytree(outputs, tmp_path / name)
    path = tmp_path / "outputs_after" / "quotes.parquet"
    pa.parquet.write_table(pa.parquet.read_table(path).slice(0, 0), path)
    return tmp_path / "outputs_before", tmp_path / "outputs_after"


def test_the_example_of_the_help(
    run: Run, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders[0].parent)
    assert run(*example("compare")).exit_code == 0
    written = pd.read_csv("differences.csv")
    assert set(written["change"]) == {"lost"}
    assert Path("differences.csv").read_bytes().startswith(b"\xef\xbb\xbftable,doc_id,change,")


def test_csv_in_a_pipe(run: Run, folders: tuple[Path, Path]) -> None:
    result = run("compare", *folders)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {(row["table"], row["change"]) for row in rows} == {("quotes", "lost")}
    assert f"Rows: 0 gained, {len(rows)} lost, 0 changed" in result.stderr


def test_a_table_on_a_terminal(run: Run, folders: tuple[Path, Path], terminal: None) -> None:  # noqa: ARG001
    result = run("compare", *folders)
    assert "By rule" in result.stdout
    assert "according:selon" in result.stdout


def test_the_same_run_twice(run: Run, outputs: Path, terminal: None) -> None:  # noqa: ARG001
    result = run("compare", outputs, outputs)
    assert "The tables hold the same rows." in result.stderr
    assert result.stdout == ""


def test_csv_and_parquet_folders_compare_as_equal(
    run: Run, folders: tuple[Path, Path], outputs: Path
) -> None:
    for path in folders[1].glob("*.parquet"):
        path.unlink()
    assert "the same rows" in run("compare", outputs, folders[1]).stderr


def test_other_versions_are_told(run: Run, folders: tuple[Path, Path]) -> None:
    made = folders[1] / "run.json"
    made.write_text(made.read_text("utf-8").replace('"quidit"', '"quidit 9"'), encoding="utf-8")
    assert "program: quidit → quidit 9" in run("compare", *folders).stderr


def test_a_folder_without_tables(run: Run, outputs: Path, tmp_path: Path) -> None:
    result = run("compare", outputs, tmp_path)
    assert result.exit_code == 2
    assert "holds no tables" in result.stderr


def test_a_file_that_cannot_be_written(run: Run, outputs: Path, tmp_path: Path) -> None:
    result = run("compare", outputs, outputs, "--csv", tmp_path / "nowhere" / "a.csv")
    assert result.exit_code == 1
    assert "can't be written" in result.stderr
