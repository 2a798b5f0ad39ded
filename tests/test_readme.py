"""What README.md and CONTRIBUTING.md say is so: commands run, code prints what is shown, paths are
there, and no figure is higher than what is reached."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
import typer.main
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.schema import TABLES
from tests.quality.test_floors import GOLD
from training.quality import score_folder

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARTICLE = "Le port est fermé, indique la mairie.\nSelon Kiev, un drone aurait visé le port.\n"
FIGURES = {
    "people, countries and weapons": lambda result: result["mentions.mission"]["strict"],
    "all mentions": lambda result: result["mentions.all"]["strict"],
    "quotes": lambda result: result["quotes"]["span"],
    "quotes with speaker": lambda result: result["quotes"]["span_and_speaker"],
    "claims with modality and source": lambda result: result["claims"]["predicate_modality_source"],
}


EXAMPLES = {
    "L'armée russe a tiré.": "countries.demonym",
    "Moscou affirme que le pont est fermé.": "metonym.subject",
    "Le pont est fermé à Moscou.": "capital.a",
    "La Russie montre un missile « Orechnik ».": "weapons.name:Orechnik",
    "Un missile de portée intermédiaire a été tiré.": "weapon_terms:missile",
    "L'armée affirme avoir abattu 47 drones.": "reported.inf:affirmer",
    "Le pont est fermé, indique la mairie.": "incise:indiquer",
    "Selon Kiev, le pont a été visé.": "according:selon",
    "Moscou affirme que le port est fermé.": "country metonym",
    "L'armée affirme que le port est fermé.": "described: armée",
    "L'attaque aurait fait deux morts.": "clause.main+hearsay",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language and what it holds."""

    language: str
    content: str


def blocks(page: str) -> list[Block]:
    return [Block(*match) for match in re.findall(r"^```(\w+)\n(.*?)^```$", page, re.M | re.S)]


def commands() -> list[str]:
    """The lines of the shell blocks, without their comments."""
    lines = [
        line.split("   #")[0].strip()
        for block in blocks(README)
        if block.language == "sh"
        for line in block.content.splitlines()
    ]
    return [line for line in lines if line]


def calls() -> list[str]:
    return [
        line.removeprefix(".venv/bin/")
        for line in commands()
        if line.removeprefix(".venv/bin/").startswith("quidit ")
    ]


@pytest.fixture(scope="module")
def run(nlp: Language, lexicons: Lexicons):  # type: ignore[no-untyped-def]
    """`run(["quidit", …], stdin)` runs the command in this process, with the model loaded."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("pipeline.runs.tools", "pipeline.cli.show"):
            patch.setattr(f"{module}.load_model", lambda **_: nlp)
            patch.setattr(f"{module}.load_lexicons", lambda: lexicons)
        yield lambda words, stdin=None: CliRunner().invoke(app, words[1:], input=stdin)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, run: Any) -> Path:
    """A folder that holds what the README names: seeds, their tables and some press."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "press").mkdir()
    for name in ("press/a.txt", "article.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    paragraphs = "".join(f"<p>{ARTICLE * 3}</p>" for _ in range(5))
    page = f"<html><body><article><h1>Le port</h1>{paragraphs}</article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    line = json.dumps({"id": "b", "corps": ARTICLE, "text": ARTICLE}, ensure_ascii=False)
    (folder / "archive.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    with contextlib.chdir(folder):
        (folder / "archive").mkdir()
        (folder / "archive" / "a.jsonl").write_text(line + "\n", encoding="utf-8")
        assert run(["quidit", "extract", "seeds"]).exit_code == 0
        shutil.copytree("outputs", "outputs_before")
        shutil.copytree(GOLD / "seed", "gold")
        assert run(["quidit", "sample", "outputs", "-n", "20", "-o", "ticked.csv"]).exit_code == 0
        tick(Path("ticked.csv"))
    return folder


def tick(sheet: Path) -> None:
    """Say of every row of a sheet that it is right."""
    rows = pd.read_csv(sheet, dtype=str, encoding="utf-8-sig")
    rows.assign(right="yes").to_csv(sheet, index=False, encoding="utf-8-sig")


@pytest.mark.parametrize("line", calls())
def test_commands_run(
    line: str, place: Path, tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shutil.copytree(place, tmp_path / "copy"))
    words = shlex.split(line)
    stdin = None
    for sign in ("<", ">"):
        if sign in words:
            at = words.index(sign)
            stdin = Path(words[at + 1]).read_text(encoding="utf-8") if sign == "<" else stdin
            del words[at : at + 2]
    result = run(words, stdin)
    assert result.exit_code == 0, result.output


def test_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    pages = [README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")]
    assert {name for page in pages for name in re.findall(r"[`\n]make ([a-z]+)", page)} <= targets


def test_every_table_and_option_is_named() -> None:
    options = typer.main.get_command(app).commands["extract"].params  # type: ignore[attr-defined]
    names = [name for option in options for name in option.opts if name.startswith("--")]
    told = [f"| `{name}` |" for name in TABLES] + [
        f"`{name}`" for name in names if name != "--help"
    ]
    assert [name for name in told if name not in README] == []


def test_python_prints_what_is_shown(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    found = blocks(README)
    namespace: dict[str, Any] = {}
    with pd.option_context("display.width", 80):
        for block, after in zip(found, [*found[1:], Block("", "")], strict=True):
            if block.language != "python":
                continue
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(block.content, namespace)
            assert printed.getvalue() == (after.content if after.language == "text" else "")


def test_sql_counts_the_claims(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    queries = [block.content for block in blocks(README) if block.language == "sql"]
    assert [len(duckdb.sql(query).fetchall()) > 0 for query in queries] == [True]


@pytest.mark.parametrize(("sentence", "rule"), EXAMPLES.items())
def test_rules_are_named_as_they_are(
    sentence: str, rule: str, nlp: Language, lexicons: Lexicons
) -> None:
    document = Document(doc_id="t", source="t", title=None, published=None, text=sentence)
    found = extract(document, nlp, lexicons)
    rules = {row.rule for row in (*found.mentions, *found.quotes, *found.claims)}
    rules |= {row.speaker_rule for row in found.quotes}
    assert rule in rules
    assert f"`{rule}`" in README


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/quality.md", "docs/report.md", "docs/views.md"]
)
def test_paths_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:pipeline|tests|training|notebooks|docs)/[\w/.-]*)`", text)
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    places = [ROOT / name for name in named] + [ROOT / Path(page).parent / name for name in linked]
    assert [place for place in places if not place.exists()] == []


@pytest.mark.parametrize(("column", "name"), [(1, "seed"), (2, "dev_defence")])
def test_figures_are_reached(column: int, name: str, nlp: Language, lexicons: Lexicons) -> None:
    lines = [line.strip("| ").split(" | ") for line in README.splitlines() if line[:2] == "| "]
    shown = {cells[0]: float(cells[column]) for cells in lines if cells[0] in FIGURES}
    assert shown.keys() == FIGURES.keys()
    result, _ = score_folder(GOLD / name, nlp, lexicons)
    reached = {row: FIGURES[row](result)["f1"] for row in FIGURES}
    assert {row: shown[row] for row in shown if shown[row] > reached[row] + 0.005} == {}
