"""The whole flow on a document, and on one that it fails on."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.flow import extract, extract_all
from pipeline.lexicons import Lexicons
from pipeline.records import Document, Extraction, Skipped
from pipeline.segment import read_articles
from tests.invariants import check_extraction

TEXT = """Un navire frappé en mer Noire

L’armée roumaine affirme avoir abattu deux drones dans la nuit.
« Nous resterons vigilants », a promis le ministre.
"""


def document(doc_id: str = "a", title: str | None = None) -> Document:
    return Document(doc_id=doc_id, source=f"{doc_id}.txt", title=title, published=None, text=TEXT)


def test_every_stage_has_its_rows(nlp: Language, lexicons: Lexicons) -> None:
    extraction = extract(document(), nlp, lexicons)
    check_extraction(extraction)
    assert [segment.kind for segment in extraction.segments] == ["title", "paragraph", "paragraph"]
    assert {mention.label for mention in extraction.mentions} >= {"COUNTRY", "WEAPON"}
    assert len(extraction.quotes) == 2
    assert extraction.claims


def test_the_title_is_that_of_the_record_or_of_the_text(nlp: Language, lexicons: Lexicons) -> None:
    assert extract(document(), nlp, lexicons).document.title == "Un navire frappé en mer Noire"
    assert extract(document(title="Mer Noire"), nlp, lexicons).document.title == "Mer Noire"


def test_a_text_that_the_program_fails_on_costs_no_other(
    nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import flow  # noqa: PLC0415

    find_claims = flow.find_claims

    def fail_on_b(article, *rest):  # type: ignore[no-untyped-def]
        if article.document.doc_id == "b":
            raise IndexError("no such token")
        return find_claims(article, *rest)

    monkeypatch.setattr(flow, "find_claims", fail_on_b)
    first, second, third = extract_all(map(document, "abc"), nlp, lexicons)
    assert isinstance(first, Extraction)
    assert isinstance(third, Extraction)
    assert isinstance(second, Skipped)
    assert second.source == "b.txt"
    assert "IndexError('no such token') (test_flow.py, line" in second.reason


def test_a_text_that_cannot_be_read_does_not_cost_those_read_with_it(
    nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_b(documents, nlp):  # type: ignore[no-untyped-def]
        if any(document.doc_id == "b" for document in documents):
            raise IndexError("no such token")
        return read_articles(documents, nlp)

    monkeypatch.setattr("pipeline.segment.read_articles", fail_on_b)
    monkeypatch.setattr("pipeline.flow.read_articles", fail_on_b)
    rows = list(extract_all(map(document, "abc"), nlp, lexicons))
    assert [type(row) for row in rows] == [Extraction, Skipped, Extraction]
