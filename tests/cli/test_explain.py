"""`quidit explain`: what is printed where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, example


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
