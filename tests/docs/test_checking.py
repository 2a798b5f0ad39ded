"""docs/checking.md: its commands are run in order, and print what the page shows."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")
(ARTICLE,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
(GOLD,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES = [
    (command, output.splitlines())
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for command, output in re.findall(r"^\$ quidit (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


def test_the_page_holds_every_command() -> None:
    commands = [command.split()[0] for command, _ in EXAMPLES]
    assert commands == ["extract", "sample", "precision", "methods", "evaluate"]


def test_the_examples_print_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("press", "gold"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "gold" / "port.json").write_text(GOLD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    for command, lines in EXAMPLES:
        if command.startswith("precision"):
            tick(tmp_path / "ticked.csv")
        result = CliRunner().invoke(app, shlex.split(command))
        assert result.exit_code == 0, result.output
        for line in lines:
            shown = ".*".join(map(re.escape, line.split("…")))
            assert re.search(shown, result.stdout), (command, line, result.stdout)
    assert (tmp_path / "outputs" / "METHODS.md").is_file()


def tick(path: Path) -> None:
    """Say that every row is right."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, "right": "oui"} for row in rows)
