"""Names and links that are made to lead elsewhere: nothing is read or written there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons
from pipeline.records import Document, Skipped
from pipeline.sources import read_documents
from pipeline.tables.loading import load_tables

IDS = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    "a/../../b",
    "C:\\Windows\\win.ini",
    "con",
    "a\nb",
    "a\0b",
    "a\ud800b",
    "x" * 5_000,
    "=cmd()",
    "<script>alert(1)</script>",
    "\u202etxt.exe",
    "\x1b]0;title\x07",
]


def read(folder: Path) -> tuple[dict[str, Document], dict[str, str]]:
    rows = list(read_documents([str(folder)]))
    documents = {row.doc_id: row for row in rows if isinstance(row, Document)}
    skipped = {row.source: row.reason for row in rows if isinstance(row, Skipped)}
    return documents, skipped


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_link_that_leads_out_of_the_folder_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Un secret.", encoding="utf-8")
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "a.txt").write_text("Kiev dément.", encoding="utf-8")
    for name, target in (("b", "../secret.txt"), ("c", tmp_path / "secret.txt"), ("d", "a.txt")):
        (tmp_path / "press" / f"{name}.txt").symlink_to(target)
    (tmp_path / "press" / "up").symlink_to(tmp_path, target_is_directory=True)
    documents, skipped = read(tmp_path / "press")
    assert set(documents) == {"a"}
    assert all("a link that leads out of the folder" in reason for reason in skipped.values())
    assert {Path(source).name for source in skipped} == {"b.txt", "c.txt"}


def test_a_link_that_is_named_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "far.txt").write_text("Kiev dément.", encoding="utf-8")
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "near.txt").symlink_to(tmp_path / "far.txt")
    (document,) = read_documents([str(tmp_path / "press" / "*.txt")])
    assert isinstance(document, Document)


def test_links_in_a_loop_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "in").symlink_to(tmp_path, target_is_directory=True)
    documents, skipped = read(tmp_path)
    assert documents == {}
    assert len(skipped) >= 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _, skipped = read(tmp_path)
    assert "a device or a pipe" in skipped[f"{tmp_path.as_posix()}/pipe.txt"]


def test_names_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "c\x1b[31md.txt", "e\rf.pdf"):
        (tmp_path / name).write_text("Kiev dément.", encoding="utf-8")
    documents, skipped = read(tmp_path)
    assert set(documents) == {"a\ufffdb", "c\ufffd[31md"}
    assert [Path(source).name for source in skipped] == ["e\ufffdf.pdf"]


@pytest.fixture
def hostile_run(
    tmp_path: Path, nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder with the tables and the report of documents with hostile ids in `out`."""
    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)
    records = [
        {"id": name, "title": name, "text": "Selon Kiev, « un drone » a visé Odessa.", name: name}
        for name in IDS
    ]
    lines = "\n".join(json.dumps(record) for record in records)
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")
    out = str(tmp_path / "out" / "tables")
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "in.jsonl"), "-o", out])
    assert result.exit_code == 0, result.output
    report = str(tmp_path / "out" / "report")
    result = CliRunner().invoke(app, ["report", out, "-o", report])
    assert result.exit_code == 0, result.output
    return tmp_path


def test_ids_that_are_paths_write_nothing_elsewhere(hostile_run: Path) -> None:
    assert {path.name for path in hostile_run.iterdir()} == {"in.jsonl", "out"}
    assert {path.name for path in (hostile_run / "out").iterdir()} == {"tables", "report"}
    pages = files_in(hostile_run / "out" / "report" / "articles")
    assert len(pages) == len(IDS)
    assert all(len(name) < 200 and "/" not in name for name in pages)


def test_hostile_ids_are_rows_like_others(hostile_run: Path) -> None:
    tables = load_tables(hostile_run / "out" / "tables")
    assert len(tables["documents"]) == len(IDS)
    assert set(tables["quotes"]["doc_id"]) == set(tables["documents"]["doc_id"])
