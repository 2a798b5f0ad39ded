"""`quidit gaps`: what is printed where."""

from __future__ import annotations

import csv
import importlib
import io
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from tests.cli.conftest import Run, example


@pytest.fixture(autouse=True)
def _loaded(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("pipeline.cli.gaps")
    monkeypatch.setattr(module, "load_model", lambda: nlp)
    monkeypatch.setattr(module, "load_lexicons", lambda: lexicons)


def test_the_example_of_the_help(
    run: Run, outputs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "outputs").symlink_to(outputs)
    monkeypatch.chdir(tmp_path)
    assert run(*example("gaps")).exit_code == 0
    assert "Zarnitsa-4" in pd.read_csv("gaps.csv")["word"].tolist()
    assert Path("gaps.csv").read_bytes().startswith(b"\xef\xbb\xbfkind,word,count,documents,")


def test_csv_in_a_pipe(run: Run, outputs: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("gaps", outputs).stdout)))
    (weapon,) = (row for row in rows if row["kind"] == "weapon")
    assert weapon["line"] == "Zarnitsa-4,WEAPON,,drone,,"
    assert weapon["doc_id"] == "port"


def test_tables_on_a_terminal(run: Run, outputs: Path, terminal: None) -> None:  # noqa: ARG001
    printed = run("gaps", outputs).stdout
    assert "Names beside weapon nouns that are in no list" in printed
    assert "Zarnitsa-4,WEAPON,,drone,," in printed
    assert "not in cues.csv: none" in printed


def test_a_folder_without_tables(run: Run, tmp_path: Path) -> None:
    result = run("gaps", tmp_path)
    assert result.exit_code == 2
    assert "holds no tables" in result.stderr


def test_a_file_that_cannot_be_written(run: Run, outputs: Path, tmp_path: Path) -> None:
    result = run("gaps", outputs, "--csv", tmp_path / "nowhere" / "a.csv")
    assert result.exit_code == 1
    assert "can't be listed or written" in result.stderr
