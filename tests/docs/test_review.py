"""docs/review.md: its commands are run in order, and print what the page shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
ARTICLE, LEXICON = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES = [
    (command, output.splitlines())
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for command, output in re.findall(r"^\$ quidit (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def printed(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints: `explain` is shown as on a terminal, the others as in a pipe."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    if command.startswith("explain"):
        monkeypatch.setenv("FORCE_COLOR", "1")
    result = CliRunner().invoke(app, shlex.split(command))
    assert result.exit_code == 0, result.output
    return COLOUR.sub("", result.stdout)


def shown(line: str) -> re.Pattern[str]:
    """A line of the page, where « … » stands for anything."""
    return re.compile(".*".join(map(re.escape, line.split("…"))), re.MULTILINE)


def test_the_page_holds_every_command() -> None:
    commands = {command.split()[0] for command, _ in EXAMPLES}
    assert commands == {"extract", "explain", "compare", "gaps"}


def test_the_examples_print_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "mine.csv").write_text(LEXICON, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command, lines in EXAMPLES:
        output = printed(command, monkeypatch)
        for line in lines:
            assert shown(line).search(output), (command, line, output)
    differences = printed("compare before after --csv differences.csv", monkeypatch)
    assert differences == ""
    assert (tmp_path / "differences.csv").is_file()


def test_the_python_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for folder in ("before", "after"):
        printed(f"extract press --output {folder}", monkeypatch)
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(code, "docs/review.md", "exec"), names)
    assert names["differences"].empty  # type: ignore[attr-defined]
