"""Bombs: files that would fill the memory are skipped, with the reason, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Skipped
from pipeline.sources import read_documents
from tests.hostile.bombs import make_bombs

MEGABYTES = 600  # 375 measured; each of the bombs unpacks to a gigabyte
SECONDS = 60  # of the processor; 5 measured
SKIPPED = {
    "text.txt.gz": "at most 300,000 characters are read as one document",
    "page.html.gz": "too long: more than",
    "table.parquet.gz": "leave the .gz out",
    "wide.csv.gz": "save it as UTF-8",
    **dict.fromkeys(
        ("one.json.gz", "line.jsonl.gz", "cells.csv.gz", "breaks.jsonl.gz", "value.parquet"),
        "unpacks to more than 200 times its size",
    ),
    "endless.jsonl": "line 1 is longer than 16,000,000 characters",
    "endless.csv": "field larger than field limit",
    "giant.parquet": "a value of 50,000,000 bytes",
    "shared.parquet, row 60": "too long: 15,000,000 characters",
    "rows.parquet": "3,000,000 rows in",
    "deep.json": "malformed JSON (maximum recursion depth",
    "deep.jsonl, line 1": "malformed JSON (maximum recursion depth",
    "deep.jsonl, line 5": "malformed JSON (maximum recursion depth",
    "million.csv": "1,000,000 columns, at most 1,000 are read",
    "same.csv": "two columns have one name: a",
    "keys.jsonl, line 1": "2,001 columns, at most 1,000",
    "keys.parquet": "2,000 columns, at most 1,000",
}


@pytest.fixture(scope="module")
def bombs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bombs")
    make_bombs(folder)
    return folder


@pytest.fixture(scope="module")
def said(bombs: Path) -> Mapping[str, Any]:
    """What a process of its own says of the folder (see `tests.hostile.reading`)."""
    command = [sys.executable, "-m", "tests.hostile.reading", str(bombs)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    result: Mapping[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("name", SKIPPED)
def test_a_bomb_is_skipped_with_the_reason(said: Mapping[str, Any], bombs: Path, name: str) -> None:
    assert SKIPPED[name] in said["skipped"][f"{bombs.as_posix()}/{name}"]


def test_all_of_them_take_a_bounded_memory(said: Mapping[str, Any]) -> None:
    assert said["megabytes"] < MEGABYTES


def test_all_of_them_take_a_bounded_time(said: Mapping[str, Any]) -> None:
    assert said["seconds"] < SECONDS


def test_reasons_are_short(said: Mapping[str, Any]) -> None:
    assert [reason for reason in said["skipped"].values() if len(reason) > 400] == []


def test_entities_of_a_page_are_not_expanded(said: Mapping[str, Any]) -> None:
    assert len(said["read"].get("laughs", "")) < 100
    assert "root:" not in said["read"].get("reads", "")


def test_a_page_in_a_codec_that_is_none_is_read_as_what_it_is(tmp_path: Path) -> None:
    body = "<p>Kiev dément avoir tiré.</p>" * 3_000
    for name in ("idna", "undefined", "punycode", "rot13", "zlib", "unicode_escape"):
        page = f'<html><head><meta charset="{name}"></head><body><article>{body}'
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    rows = read_documents([str(tmp_path)])
    texts = {row.doc_id: row.text for row in rows if not isinstance(row, Skipped)}
    assert len(texts) == 6
    assert all("Kiev dément avoir tiré." in text for text in texts.values())
