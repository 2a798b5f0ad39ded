"""A whole run with two workers in processes of its own, killed in the middle, gone on with."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons

TEXTS = ["Selon Kiev, un drone aurait visé le port.", "« C’est faux », a répondu Moscou."]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Three chunks of documents, not in the order of their ids."""
    path = tmp_path / "press.jsonl"
    lines = [
        json.dumps({"id": f"{number * 7 % 150:03}", "text": TEXTS[number % 2], "page": number})
        for number in range(150)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def tables(output: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in output.iterdir()
        if path.is_file() and path.name != "run.json"
    }


def test_the_bytes_are_those_of_one_undisturbed_process(
    press: Path,
    tmp_path: Path,
    nlp: Language,
    lexicons: Lexicons,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(press), "-o", str(two)]
    process = subprocess.Popen([*command, "--workers", "2"], stderr=subprocess.PIPE)
    while not list(two.rglob("*.arrow")):
        assert process.poll() is None, process.stderr and process.stderr.read()
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert tables(two) == {}

    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)
    for output in (one, two):
        assert CliRunner().invoke(app, ["extract", str(press), "-o", str(output)]).exit_code == 0
    first, second = (json.loads((out / "run.json").read_text("utf-8")) for out in (one, two))
    assert (first["extracted"], first["reused"]) == (150, 0)
    assert second["reused"] >= 22
    assert second["extracted"] + second["reused"] == 150
    assert first["run_id"] == second["run_id"]
    assert tables(one) == tables(two)
