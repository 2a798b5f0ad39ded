"""Files as streams: sound to the last byte, or refused as a whole."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pipeline.sources import reading
from pipeline.sources.problems import UnreadableError
from pipeline.sources.reading import open_text


def text_of(path: Path, warnings: list[str] | None = None) -> str:
    with open_text(path, path.name, ([] if warnings is None else warnings).append) as lines:
        return "".join(lines)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 7)


def test_line_ends_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfid,text\r\n1,a\n")
    assert text_of(path) == "id,text\r\n1,a\n"


@pytest.mark.parametrize("text", ["é" * 20, "a" + "é" * 20, "😀" * 9])
def test_a_character_may_lie_across_two_blocks(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(text.encode()))
    assert text_of(path) == text


def test_a_fault_at_the_end_is_known_before_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes("{é}\n".encode() * 50 + b"\xc3")
    with pytest.raises(UnreadableError, match="broken UTF-8: byte 250"):
        text_of(path)
    path.write_bytes(b"{}\n" * 50 + b"\0")
    with pytest.raises(UnreadableError, match="binary data"):
        text_of(path)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,été\r\n".encode(encoding))
    warnings: list[str] = []
    assert text_of(path, warnings) == "id,été\r\n"
    assert len(warnings) == (encoding == "cp1252")
