"""Fixtures for the commands that read tables: a folder of tables, and the command in process."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main
from click.testing import Result
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons
from tests.folders import documents_of, fill_folder

TEXT = (
    "Selon Kiev, un drone Zarnitsa-4 aurait visé le port.\n\n"
    "« Nous tiendrons », a déclaré Anna Kovalenko, maire de la ville. "
    "Elle affirme que le missile Iskander a été abattu."
)
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
Run = Callable[..., Result]


@pytest.fixture(scope="session")
def outputs(nlp: Language, lexicons: Lexicons, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tables of one article, `port`."""
    folder = tmp_path_factory.mktemp("tables") / "outputs"
    return fill_folder(folder, documents_of(port=TEXT), nlp, lexicons)


@pytest.fixture
def run() -> Run:
    """`run("compare", …)` runs the command in this process."""

    def invoke(*arguments: object) -> Result:
        result = CliRunner().invoke(app, [str(part) for part in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        return result

    return invoke


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard output is a wide terminal."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")


def example(command: str) -> list[str]:
    """The arguments of the example in a command's help."""
    words = shlex.split(COMMANDS[command].epilog.removeprefix("Example: "))
    assert words[0] == "quidit"
    return words[1:]
