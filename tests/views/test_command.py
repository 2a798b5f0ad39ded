"""`quidit views` writes what the functions give."""

from __future__ import annotations

import shlex
from pathlib import Path

import pandas as pd
import pytest
import typer.main
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.views import VIEWS
from pipeline.views.loaded import Tables


def test_every_view_is_written(outputs: Path, tables: Tables, tmp_path: Path) -> None:
    folder = tmp_path / "my views"
    result = CliRunner().invoke(app, ["views", str(outputs), "--output", str(folder)])
    assert result.exit_code == 0, result.output
    assert {path.name for path in folder.iterdir()} == {
        f"{name}.{suffix}" for name in VIEWS for suffix in ("csv", "parquet")
    }
    for name, view in VIEWS.items():
        read = pd.read_parquet(folder / f"{name}.parquet")
        # As text: the finest unit of a date is the file's own.
        pd.testing.assert_frame_equal(read.astype("string"), view(tables).astype("string"))


def test_excel_keeps_the_accents(outputs: Path, tmp_path: Path) -> None:
    CliRunner().invoke(app, ["views", str(outputs), "-o", str(tmp_path)])
    assert (tmp_path / "speakers.csv").read_bytes().startswith(b"\xef\xbb\xbfspeaker_name,")


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["views", str(tmp_path)])
    assert result.exit_code == 2
    assert "quidit extract" in result.output


def test_the_example_of_the_help_runs(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = typer.main.get_command(app).commands["views"]  # type: ignore[attr-defined]
    monkeypatch.chdir(outputs.parent)
    words = shlex.split(command.epilog.removeprefix("Example: "))
    assert CliRunner().invoke(app, words[1:]).exit_code == 0
