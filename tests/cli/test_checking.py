"""`quidit sample`, `quidit precision`, `quidit evaluate`: from tables to figures."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Run, example


@pytest.fixture
def place(outputs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A working folder that holds `outputs`."""
    (tmp_path / "outputs").symlink_to(outputs)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tick(path: Path, answers: str) -> None:
    """Tick the rows of a sheet, « + » or « - » each; the rest is left."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, answer in zip(rows, answers, strict=False):
        row["right"] = {"+": "oui", "-": "non"}[answer]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_the_examples_of_the_help(run: Run, place: Path) -> None:
    assert run(*example("sample")).exit_code == 0
    assert (place / "t.xml").is_file()
    tick(place / "sample.csv", "++")
    assert run(*example("precision")).exit_code == 0
    assert (place / "precision.csv").read_text("utf-8-sig").startswith("by,table,name,ticked,")


def test_a_sample_of_all_tables(run: Run, place: Path) -> None:  # noqa: ARG001
    assert "from" in run("sample", "outputs", "-n", 200).stderr
    with Path("sample.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["table"] for row in rows} == {"mentions", "quotes", "claims"}
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["text"]


def test_a_sample_too_small_for_every_stratum(run: Run, place: Path) -> None:  # noqa: ARG001
    assert "is the least that gives one to each" in run("sample", "outputs", "-n", 1).stderr


def test_a_ticked_sheet_is_not_written_over(run: Run, place: Path) -> None:
    run("sample", "outputs")
    tick(place / "sample.csv", "+")
    before = (place / "sample.csv").read_bytes()
    result = run("sample", "outputs")
    assert result.exit_code == 2
    assert "may hold ticks" in result.stderr
    assert (place / "sample.csv").read_bytes() == before


def test_precision_in_a_pipe_and_as_json(run: Run, place: Path) -> None:
    run("sample", "outputs", "--table", "quotes")
    tick(place / "sample.csv", "+-")
    piped = list(csv.DictReader(io.StringIO(run("precision", "sample.csv").stdout)))
    assert piped[0]["by"] == "all"
    said = json.loads(run("precision", "sample.csv", "--json").stdout)
    assert said["ticked"] == 2
    assert said["precision"][0]["precision"] == float(piped[0]["precision"])


def test_precision_on_a_terminal(run: Run, place: Path, terminal: None) -> None:  # noqa: ARG001
    run("sample", "outputs", "--table", "quotes")
    tick(place / "sample.csv", "+++")
    result = run("precision", "sample.csv")
    assert "By label, kind or modality" in result.stdout
    assert "quotes according" in result.stdout
    assert "3 rows are ticked, 0 are not" in result.stderr


def test_a_wrong_tick(run: Run, place: Path) -> None:
    run("sample", "outputs", "--table", "quotes")
    path = place / "sample.csv"
    path.write_text(path.read_text("utf-8").replace("\n,", "\nperhaps,", 1), encoding="utf-8")
    result = run("precision", "sample.csv")
    assert result.exit_code == 2
    assert "sample.csv, line 2: right is 'perhaps'; it may be yes, no, oui, non" in result.stderr


@pytest.fixture
def gold(place: Path) -> Path:
    """Annotations of the article `port`, with a mention that the tables have not."""
    folder = place / "gold"
    folder.mkdir()
    (folder / "port.txt").write_text(TEXT, encoding="utf-8")
    place_of_name = {"line": 3, "text": "Anna Kovalenko"}
    mentions = [
        {**place_of_name, "label": "PERSON"},
        {"line": 3, "text": "ville", "label": "PLACE"},
    ]
    text = json.dumps({"doc": "port", "mentions": mentions}, indent=1)
    (folder / "port.json").write_text(text, encoding="utf-8")
    return folder


def test_the_example_of_evaluate(run: Run, gold: Path) -> None:  # noqa: ARG001
    result = run(*example("evaluate"))
    assert result.exit_code == 0
    assert "mentions.PERSON.strict" in result.stdout
    assert "mention missing" in result.stdout
    assert "⟦ville⟧" in result.stdout


def test_evaluate_as_json(run: Run, gold: Path) -> None:
    said = json.loads(run("evaluate", gold, "outputs", "--json").stdout)
    assert said["mentions.PERSON"]["strict"]["r"] == 1.0
    assert "disagreements" not in said
    said = json.loads(run("evaluate", gold, "outputs", "--json", "--errors", 1).stdout)
    sorts = [one["sort"] for one in said["disagreements"]]
    assert sorts.count("mention missing") == 1


def test_a_mistake_in_the_annotations(run: Run, gold: Path) -> None:
    path = gold / "port.json"
    path.write_text(path.read_text("utf-8").replace("ville", "village"), encoding="utf-8")
    result = run("evaluate", gold, "outputs")
    assert result.exit_code == 2
    assert "port.json, line 9 (mentions, entry 2): « village » does not stand in" in result.stderr


def test_tables_of_other_articles(run: Run, gold: Path) -> None:
    for suffix in ("txt", "json"):
        shutil.copy(gold / f"port.{suffix}", gold / f"other.{suffix}")
    result = run("evaluate", gold, "outputs")
    assert result.exit_code == 0
    assert "note: other: not in the table documents" in result.stderr


def test_the_example_of_methods(run: Run, outputs: Path, place: Path) -> None:
    (place / "outputs").unlink()
    shutil.copytree(outputs, place / "outputs")
    assert run(*example("methods")).stderr.strip() == "outputs/METHODS.md"
    card = (place / "outputs" / "METHODS.md").read_text("utf-8")
    assert "1 document in French" in card
    assert run("methods", "nowhere").exit_code == 2
