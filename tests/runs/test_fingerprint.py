"""A document's key changes with everything that its rows depend on, and with nothing else."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.lexicons.files import LexiconError
from pipeline.records import Document
from pipeline.runs import fingerprint
from pipeline.runs.fingerprint import document_key, made_by, run_id

DOCUMENT = Document(
    doc_id="a",
    source="a.csv, row 1",
    title=None,
    published=None,
    text="Kiev dément.",
    extra={"rate": 1},
)


@pytest.mark.parametrize(
    "change",
    [
        {"doc_id": "b"},
        {"source": "b.csv, row 1"},
        {"title": "Kiev"},
        {"published": datetime.date(2024, 1, 1)},
        {"text": "Kiev dément !"},
        {"extra": {"rate": 2}},
        {"extra": {"rate": "1"}},
        {"extra": {}},
    ],
)
def test_every_field_of_a_document_counts(change: dict[str, Any]) -> None:
    assert document_key({}, dataclasses.replace(DOCUMENT, **change)) != document_key({}, DOCUMENT)


def test_what_makes_the_rows_counts() -> None:
    assert document_key({"code": "1"}, DOCUMENT) != document_key({"code": "2"}, DOCUMENT)
    assert document_key({"code": "1"}, DOCUMENT) == document_key({"code": "1"}, DOCUMENT)


@pytest.mark.parametrize(
    ("changed", "digest"),
    [("flow.py", "code"), ("lexicons/cues.csv", "lexicons"), ("weights/ner/model", "weights")],
)
def test_code_and_data_of_the_package_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, digest: str
) -> None:
    monkeypatch.setattr(fingerprint, "files", lambda _: tmp_path)
    digests = []
    for content in ("one", "two"):
        for name in ("flow.py", "lexicons/cues.csv", "weights/ner/model"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content if name == changed else "same", encoding="utf-8")
        fingerprint._digest.cache_clear()
        digests.append(made_by(()))
    fingerprint._digest.cache_clear()
    assert {name for name in digests[0] if digests[0][name] != digests[1][name]} == {digest}


def test_lexicons_of_the_user_count_in_their_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("name,label\nport,VESSEL\n", encoding="utf-8")
    two.write_text("name,label\nport,PORT\n", encoding="utf-8")
    assert made_by((one, two)) != made_by((two, one))
    with pytest.raises(LexiconError, match=r"none.csv: the lexicon can't be read"):
        made_by((tmp_path / "none.csv",))


def test_the_id_of_a_run_is_that_of_its_documents_in_any_order() -> None:
    assert run_id({}, [b"a", b"b"]) == run_id({}, [b"b", b"a"])
    assert run_id({}, [b"a"]) != run_id({}, [b"b"])
    assert run_id({"code": "1"}, [b"a"]) != run_id({"code": "2"}, [b"a"])
