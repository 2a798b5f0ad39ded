"""Thirty hostile inputs in one run: the good ones extracted, the bad ones skipped, no traceback."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package
from pandas.testing import assert_frame_equal
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons
from pipeline.tables.loading import load_tables

GOOD = "Selon Kiev, « un drone » aurait visé le port d’Odessa – 12 € l’unité.\n"
READ: dict[str, bytes] = {
    "utf16.txt": GOOD.encode("utf-16"),
    "cp1252.txt": GOOD.encode("cp1252"),
    "bom.txt": GOOD.encode("utf-8-sig"),
    "windows.txt": GOOD.replace("\n", "\r\n").encode(),
    "emoji.txt": "😀 Kiev 👩‍👩‍👧‍👦 affirme 🇺🇦 que « tout 😡 va ».".encode(),
    "right_to_left.txt": "\u202eKiev\u202c affirme que \u200fأوديسا\u200e tient.".encode(),
    "odd_marks.txt": ("« il dit \"oui “non ' » " * 150).encode(),
    "open_marks.txt": ("«" * 300 + "mot" + '"' * 301).encode(),
    "one_letter.txt": b"a",
    "one_word.txt": b"a" * 30_000,
    "one_line.txt": (GOOD.strip() + " ").encode() * 80,
    "many_lines.txt": b"\n" * 5_000 + "Été".encode() + b"\n" * 5_000,
    "odd_lines.txt": "a\u2028b\u2029c\x0bd\x0ce\x85f\rg".encode(),
    "combining.txt": "e\u0301te\u0301 a\u0300 l\u2019ombre\u200b\u00ad\ufeff.".encode(),
    "brackets.txt": ("(" * 500 + "[" * 500).encode(),
    "punctuation.txt": "… – — ! ? ; : , . ' ’".encode(),
    "numbers.txt": b"1 000 000 5'' 24\" 12:30 3.14 50 %",
    "markup.txt": b'<script>alert(1)</script> =HYPERLINK("x") [bold]x[/bold]',
    'un nom, "long" ; é.txt': GOOD.encode(),
    "zipped.txt.gz": gzip.compress(GOOD.encode()),
    "control.txt": b"a\x1b[31mrouge\x07\x08\x7f",
}
SKIPPED: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "white.txt": (" \n\t\u00a0\u2028".encode(), "empty: nothing but white space"),
    "binary.txt": (bytes(range(256)) * 40, "binary data"),
    "nul.txt": (b"Selon Kiev\x00, rien.", "binary data"),
    "damaged.txt": (GOOD.encode().replace("é".encode(), b"\xc3"), "broken UTF-8"),
    "five_megabytes.txt": (b"Selon Kiev, un drone. " * 240_000, "too long"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "a PNG image"),
    "paper.pdf": (b"%PDF-1.7", "not a kind of file that is read"),
    "broken.txt.gz": (gzip.compress(GOOD.encode())[:-9], "not a sound .gz archive"),
    "broken.parquet": (b"PAR1 rien PAR1", "not a sound Parquet file"),
    "columns.csv": (b"id,nom\n1,a\n", "no column holds the text"),
    "open.csv": (b'id,text\n1,"a\n', "malformed CSV"),
}
LINES = [
    '{"id": "line-good", "text": "Kiev dément."}',
    '{"id": "cut", "text": "Kiev',
    '{"id": "half", "text": "Kiev \\ud83d"}',
    '{"id": "nul", "text": "Kiev\\u0000"}',
    '{"id": "no-text", "titre": "a"}',
    '{"id": "null", "text": null}',
    '{"id": "number", "text": 3}',
    '{"id": "line-good", "text": "Deux fois."}',
    '{"id": "dated", "text": "Kiev confirme.", "date": "le 30 février"}',
    "[]",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in READ.items():
        (folder / name).write_bytes(data)
    for name, (data, _) in SKIPPED.items():
        (folder / name).write_bytes(data)
    (folder / "lines.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    (folder / "folder.txt").mkdir()
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "again").mkdir()
    (folder / "again" / "one_letter.txt").write_bytes(b"b")
    (folder / "closed.txt").write_bytes(GOOD.encode())
    (folder / "closed.txt").chmod(0)
    buffer = io.BytesIO()
    pd.DataFrame({"text": ["Kiev tient.", None], "id": [1.0, None]}).to_parquet(buffer)
    (folder / "good.parquet").write_bytes(buffer.getvalue())
    return folder


def test_all_in_one_run(
    hostile: Path,
    tmp_path: Path,
    nlp: Language,
    lexicons: Lexicons,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)
    result = CliRunner().invoke(app, ["extract", str(hostile), "-o", str(tmp_path / "out")])
    assert result.exit_code == 3, result.output
    assert "Traceback" not in result.output
    tables = load_tables(tmp_path / "out")

    documents = set(tables["documents"]["doc_id"])
    expected = {name.removesuffix(".gz").removesuffix(".txt") for name in READ}
    records = {"line-good", "dated", "1"}
    closed = {"closed"} if os.access(hostile / "closed.txt", os.R_OK) else set()
    assert documents == expected | records | closed

    reasons = {
        source.removeprefix(f"{hostile.as_posix()}/"): reason
        for source, reason in zip(
            tables["skipped"]["source"], tables["skipped"]["reason"], strict=True
        )
    }
    for name, (_, reason) in SKIPPED.items():
        assert reason in reasons[name], name
    for line, reason in (
        (2, "malformed JSON"),
        (3, "half a character"),
        (4, "binary data"),
        (5, "no text"),
        (6, "no text"),
        (7, "no text but int"),
        (8, "is already that of"),
        (10, "a JSON object was expected"),
    ):
        assert reason in reasons[f"lines.jsonl, line {line}"]
    assert "a folder" in reasons["folder.txt"]
    assert "a link that leads nowhere" in reasons["nowhere.txt"]
    assert "already that of" in reasons["one_letter.txt"]
    assert "no text" in reasons["good.parquet, row 2"]
    assert not [reason for reason in reasons.values() if "the program failed" in reason]

    assert Package(str(tmp_path / "out" / "datapackage.json")).validate().valid
    (tmp_path / "csv").mkdir()
    for path in (*(tmp_path / "out").glob("*.csv"), tmp_path / "out" / "datapackage.json"):
        shutil.copy(path, tmp_path / "csv")
    for name, frame in load_tables(tmp_path / "csv").items():
        assert_frame_equal(frame, tables[name])

    warnings = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["warnings"]
    assert len([warning for warning in warnings if "cp1252" in warning]) == 1
    assert len([warning for warning in warnings if "30 février" in warning]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no `yes`")
@pytest.mark.parametrize("arguments", [["text", "-"], ["extract", "-", "-o", "out", "--strict"]])
def test_a_standard_input_without_an_end_is_not_waited_for(
    tmp_path: Path, arguments: list[str]
) -> None:
    with subprocess.Popen(["yes", "Kiev tient."], stdout=subprocess.PIPE) as endless:
        command = [sys.executable, "-m", "pipeline.cli", *arguments]
        ended = subprocess.run(
            command,
            stdin=endless.stdout,
            capture_output=True,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        endless.kill()
    assert ended.returncode == 1
    assert b"at most 300,000 characters" in ended.stderr
