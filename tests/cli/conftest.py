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
from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables

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
    document = Document(doc_id="port", source="port.txt", title=None, published=None, text=TEXT)
    folder = tmp_path_factory.mktemp("tables") / "outputs"
    write_tables(
        table_rows([extract(document, nlp, lexicons)]),
        folder,
        kind="both",
        run_id="test",
        run={"run_id": "test", "program": "quidit", "user_lexicons": []},
    )
    return folder


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
