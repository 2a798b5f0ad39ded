"""The notebooks are kept without their output (`nbstripout notebooks/*.ipynb`), and read `seeds/`
where there are no press articles."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_output_is_kept(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell for cell in code if cell["outputs"] or cell["execution_count"]] == []


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """`notebooks/corpus.py`, which extracts nothing and says what it was asked to extract."""
    monkeypatch.syspath_prepend(NOTEBOOKS[0].parent)
    module = importlib.import_module("corpus")
    monkeypatch.setattr(module, "extracted", lambda articles, _: articles)
    monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
    return module


def test_seeds_are_read_without_press_articles(
    corpus: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(corpus, "PRESS", tmp_path / "press.jsonl")
    assert corpus.example_outputs() == corpus.ROOT / "seeds"


def test_press_articles_are_few_and_dated(
    corpus: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    press = tmp_path / "press.jsonl"
    record = {"doc": "2016_01_31-001", "text": "Le port est fermé."}
    press.write_text(f"{json.dumps(record)}\n" * 2 * corpus.EVERY, encoding="utf-8")
    monkeypatch.setattr(corpus, "PRESS", press)
    lines = corpus.example_outputs().read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["date"] for line in lines] == ["2016-01-31"] * 2
