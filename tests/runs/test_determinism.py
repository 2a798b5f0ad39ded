"""The same tables for any order of inputs, any number of workers and any hash seed of Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as arrow_parquet
import pytest
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*"))
TEXTS = (
    "Selon Kiev, un drone aurait visé le port.",
    "« C’est faux », a répondu Moscou.",
    "Emmanuel Macron a promis trois missiles Scalp à l’Ukraine vendredi.",
)


def tables(output: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in output.iterdir()
        if path.is_file() and path.name != "run.json"
    }


def test_order_of_inputs_workers_and_hash_seed(tmp_path: Path) -> None:
    made = []
    for seed, paths, workers in (("0", SEEDS, "1"), ("1", SEEDS[::-1], "2")):
        output = tmp_path / seed
        command = [sys.executable, "-m", "pipeline.cli", "extract", *map(str, paths)]
        command += ["--output", str(output), "--workers", workers]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        made.append(tables(output))
    assert made[0] == made[1]


@pytest.fixture
def extract(
    nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str, dict[str, list[int]]], Path]:
    """`extract(name, files)` extracts files of the texts of these numbers, in a folder."""
    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)

    def run(name: str, files: dict[str, list[int]]) -> Path:
        press, output = tmp_path / name, tmp_path / f"{name}-tables"
        press.mkdir()
        for file, numbers in files.items():
            lines = [json.dumps({"id": f"d{i}", "text": TEXTS[i % 3]}) for i in numbers]
            (press / file).write_text("\n".join(lines), encoding="utf-8")
        assert CliRunner().invoke(app, ["extract", str(press), "-o", str(output)]).exit_code == 0
        return output

    return run


def test_records_in_any_order_in_any_files(
    extract: Callable[[str, dict[str, list[int]]], Path],
) -> None:
    """Only the column `source` says where a record stands, and the id of the run depends on it."""
    one = extract("one", {"a.jsonl": [0, 1, 2, 3, 4, 5]})
    two = extract("two", {"a.jsonl": [5, 3, 1], "b.jsonl": [4, 2, 0]})
    for path in one.glob("*.parquet"):
        first, second = (arrow_parquet.read_table(folder / path.name) for folder in (one, two))
        if path.stem == "documents":
            first, second = first.drop(["source"]), second.drop(["source"])
        assert first.equals(second), path.name
        if path.stem != "documents":
            csv = f"{path.stem}.csv"
            assert (one / csv).read_bytes() == (two / csv).read_bytes()
