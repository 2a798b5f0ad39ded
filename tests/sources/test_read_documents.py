"""Documents from files, folders, compressed files and the standard input."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from pipeline.records import Document, Skipped
from pipeline.sources import read_documents


def read(*inputs: Path | str) -> list[Document | Skipped]:
    return list(read_documents([str(item) for item in inputs], warn=lambda _: None))


def reasons(rows: list[Document | Skipped]) -> list[str]:
    return [row.reason for row in rows if isinstance(row, Skipped)]


def ids(rows: list[Document | Skipped]) -> list[str]:
    return [row.doc_id for row in rows if isinstance(row, Document)]


def test_a_text_file_is_one_document_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "le.monde 01.txt"
    path.write_bytes(b"Titre\r\n\r\nTexte.\n")
    (row,) = read(path)
    assert row == Document(
        doc_id="le.monde 01",
        source=path.as_posix(),
        title=None,
        published=None,
        text="Titre\r\n\r\nTexte.\n",
    )


def test_markdown_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Titre\n\n*Texte*.", encoding="utf-8")
    (row,) = read(path)
    assert isinstance(row, Document)
    assert row.text == "# Titre\n\n*Texte*."


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.JSONL.GZ"])
def test_compressed_files(tmp_path: Path, name: str) -> None:
    content = {
        "txt": "Texte.",
        "jsonl": '{"id": "a", "text": "Texte."}',
        "csv": "id,text\na,Texte.",
    }
    path = tmp_path / name
    path.write_bytes(gzip.compress(content[name.split(".")[1].lower()].encode()))
    (row,) = read(path)
    assert isinstance(row, Document)
    assert (row.doc_id, row.text) == ("a", "Texte.")


def test_records_say_where_they_stood(tmp_path: Path) -> None:
    path = tmp_path / "press.jsonl"
    lines = [json.dumps({"text": "Un."}), "{", json.dumps({"id": "x", "text": "Deux."})]
    path.write_text("\n".join(lines), encoding="utf-8")
    first, second, third = read(path)
    assert isinstance(first, Document)
    assert first.doc_id == "press-1"
    assert isinstance(second, Skipped)
    assert second.source == f"{path.as_posix()}, line 2"
    assert isinstance(third, Document)
    assert third.source == f"{path.as_posix()}, line 3"


def test_the_second_of_two_documents_with_one_id_is_skipped(tmp_path: Path) -> None:
    for folder in ("un", "deux"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder, encoding="utf-8")
    rows = read(tmp_path)
    assert ids(rows) == ["a"]
    first = (tmp_path / "deux" / "a.txt").as_posix()
    assert reasons(rows) == [f"the id 'a' is already that of {first}"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("Été.".encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stdin)
    (row,) = read("-")
    assert isinstance(row, Document)
    assert (row.doc_id, row.source, row.text) == ("stdin", "-", "Été.")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"PK\x03\x04", "not a kind of file that is read"),
        ("a", b"texte", "not a kind of file that is read"),
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt.gz", b"texte", "not a sound .gz archive"),
        ("a.txt.gz", gzip.compress(b"texte")[:-4], "not a sound .gz archive"),
        ("a.parquet", b"texte", "not a sound Parquet file"),
        ("a.json", b"{", "malformed JSON"),
        ("a.csv", b"id,nom\n1,b\n", "no column holds the text"),
    ],
)
def test_files_that_are_skipped(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = reasons(read(tmp_path / name))
    assert reason in found


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")
    assert reasons(read(tmp_path)) == ["a link that leads nowhere"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reasons(read(tmp_path)) == ["neither a file nor a folder (a device or a pipe)"]


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Texte.", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(read(tmp_path)) == ["can't be opened (Permission denied)"]
