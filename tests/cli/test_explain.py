"""`quidit explain`: what is printed where."""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.runs.tools import Tools
from tests.cli.conftest import Run, example


@pytest.fixture(autouse=True)
def _loaded(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("pipeline.cli.explain")
    monkeypatch.setattr(module, "load_tools", lambda _paths: Tools(nlp, lexicons, ()))


def test_the_example_of_the_help(run: Run, outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(outputs.parent)
    found = json.loads(run(*example("explain")).stdout)
    assert found["rule"]["name"] == "according:selon"


def test_json_in_a_pipe(run: Run, outputs: Path) -> None:
    found = json.loads(run("explain", outputs, "port-q2").stdout)
    assert found["row"]["speaker_name"] == "Anna Kovalenko"
    assert found["rule"]["lines"][0]["cells"]["verb"] == "déclarer"
    assert found["row"]["speaker_id"] == "person:anna-kovalenko"


def test_a_page_on_a_terminal(run: Run, outputs: Path, terminal: None) -> None:  # noqa: ARG001
    printed = run("explain", outputs, "port-q2").stdout
    assert "\x1b[" in printed
    assert "pipeline/lexicons/cues.csv, line " in printed
    assert "right on annotated texts" in printed


def test_json_on_a_terminal(run: Run, outputs: Path, terminal: None) -> None:  # noqa: ARG001
    assert json.loads(run("explain", outputs, "port-m1", "--json").stdout)["table"] == "mentions"


def test_an_id_that_is_not_there(run: Run, outputs: Path) -> None:
    result = run("explain", outputs, "port-q99")
    assert result.exit_code == 2
    assert "an id looks like port-q1" in result.stderr


def test_a_folder_without_tables(run: Run, tmp_path: Path) -> None:
    assert run("explain", tmp_path, "port-q1").exit_code == 2


def test_candidates_for_a_pronoun(run: Run, outputs: Path) -> None:
    found = json.loads(run("explain", outputs, "port-q3").stdout)
    assert found["choice"]["contenders"][0]["name"] == "Anna Kovalenko"
    assert found["notes"] == []


def test_candidates_on_a_terminal(run: Run, outputs: Path, terminal: None) -> None:  # noqa: ARG001
    assert "Anna Kovalenko (person, weight " in run("explain", outputs, "port-q3").stdout


def test_nothing_is_chosen_where_a_name_speaks(run: Run, outputs: Path) -> None:
    assert json.loads(run("explain", outputs, "port-q2").stdout)["choice"] is None


def test_a_quote_that_is_no_longer_found(run: Run, outputs: Path, tmp_path: Path) -> None:
    shutil.copytree(outputs, tmp_path / "outputs")
    quotes = tmp_path / "outputs" / "quotes.parquet"
    table = pa.parquet.read_table(quotes)
    rules = pa.array(["reported.que:x"] * len(table))
    pa.parquet.write_table(
        table.set_column(table.schema.get_field_index("rule"), "rule", rules), quotes
    )
    found = json.loads(run("explain", tmp_path / "outputs", "port-q3").stdout)
    assert "no longer finds this quote" in found["notes"][0]


def test_other_versions_and_lexicons_are_told(run: Run, outputs: Path, tmp_path: Path) -> None:
    shutil.copytree(outputs, tmp_path / "outputs")
    made = {"program": "quidit 0", "options": {"lexicons": ["gone.csv"]}}
    (tmp_path / "outputs" / "run.json").write_text(json.dumps(made), encoding="utf-8")
    found = json.loads(run("explain", tmp_path / "outputs", "port-q2").stdout)
    assert any(line.startswith("program: quidit 0 → quidit ") for line in found["made_otherwise"])
    assert found["notes"] == ["gone.csv is not there any more"]
