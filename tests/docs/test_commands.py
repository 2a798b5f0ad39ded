"""Each command's example runs: here, or in the test named here."""

from __future__ import annotations

import gzip
import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons
from tests.folders import documents_of, fill_folder

TESTS = Path(__file__).parents[1]
GROUP: Any = typer.main.get_command(app)
HERE = {
    "quidit": "outputs/quotes.csv",
    "extract": "outputs/quotes.parquet",
    "text": None,
    "schema": None,
    "report": "report/index.html",
}
ELSEWHERE = {
    "compare": "cli/test_compare.py",
    "evaluate": "cli/test_checking.py",
    "explain": "cli/test_explain.py",
    "gaps": "cli/test_gaps.py",
    "methods": "cli/test_checking.py",
    "precision": "cli/test_checking.py",
    "sample": "cli/test_checking.py",
    "views": "views/test_command.py",
}


@pytest.fixture
def place(
    nlp: Language, lexicons: Lexicons, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder with the inputs that the examples name; the model is already loaded."""
    for module in ("pipeline.runs.tools", "pipeline.cli.show"):
        monkeypatch.setattr(f"{module}.load_model", lambda **_: nlp)
        monkeypatch.setattr(f"{module}.load_lexicons", lambda: lexicons)
    monkeypatch.chdir(tmp_path)
    for name in ("articles", "press"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "port.txt").write_text("Kiev dément avoir tiré.", encoding="utf-8")
    line = json.dumps({"id": "pont", "corps": "Kiev affirme que le pont tient."})
    (tmp_path / "archive.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    return tmp_path


@pytest.mark.parametrize("name", HERE)
def test_the_example_runs(name: str, place: Path, nlp: Language, lexicons: Lexicons) -> None:
    if name == "report":
        fill_folder(place / "outputs", documents_of(port="Kiev dément."), nlp, lexicons)
    epilog = (GROUP if name == "quidit" else GROUP.commands[name]).epilog
    program, *words = shlex.split(epilog.removeprefix("Example: "))
    assert program == "quidit"
    if ">" in words:
        words = words[: words.index(">")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    made = HERE[name]
    assert (place / made).is_file() if made else result.stdout


def test_every_example_is_run() -> None:
    assert {*HERE, *ELSEWHERE} == {"quidit", *GROUP.commands}
    tests = {name: (TESTS / path).read_text(encoding="utf-8") for name, path in ELSEWHERE.items()}
    runs = {name for name, test in tests.items() if f'"{name}"' in test and "example" in test}
    assert runs == ELSEWHERE.keys()
