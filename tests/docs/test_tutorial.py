"""The tutorials: their commands and code run in order and print what the pages show."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons

ROOT = Path(__file__).parents[2]
PAGES = ["tutorial.md", "fr/tutoriel.md"]
BLOCK = re.compile(r"^```(console|python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SVG_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


def blocks(page: str) -> list[tuple[str, str]]:
    """The language and content of each block that is run or printed."""
    return BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))


@pytest.fixture
def place(
    nlp: Language, lexicons: Lexicons, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder that the reader works in, the model already loaded."""
    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda **_: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_command(block: str) -> str:
    """Run the command of a console block; what it prints matches what the block shows."""
    command, *lines = block.removeprefix("$ quidit ").splitlines()
    result = CliRunner().invoke(app, shlex.split(command))
    assert result.exit_code == 0, result.output
    for line in lines:
        assert re.search(".*".join(map(re.escape, line.split("…"))), result.output), result.output
    return result.output


def run_code(code: str, names: dict[str, Any]) -> str:
    with (
        contextlib.redirect_stdout(io.StringIO()) as printed,
        pd.option_context("display.width", 80),
    ):
        exec(code, names)
    return printed.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_the_tutorial_runs(page: str, place: Path) -> None:
    names: dict[str, Any] = {}
    printed = ""
    for language, content in blocks(page):
        if language == "text":
            assert printed == content
        else:
            printed = run_command(content) if language == "console" else run_code(content, names)
    assert (place / "report" / "index.html").is_file()
    (plot,) = place.glob("*.svg")
    shown = (ROOT / "docs" / "images" / plot.name).read_text(encoding="utf-8")
    assert SVG_TEXT.findall(plot.read_text(encoding="utf-8")) == SVG_TEXT.findall(shown)


def test_the_example_of_the_reference_runs(
    nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.model.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.lexicons.load_lexicons", lambda: lexicons)
    (_, code), (_, shown) = blocks("reference.md")
    assert run_code(code, {}) == shown


def test_both_languages_have_the_same_code() -> None:
    english, french = [
        [re.sub(r'"[^"]*"', "…", code) for language, code in blocks(page) if language == "python"]
        for page in PAGES
    ]
    assert english == french
