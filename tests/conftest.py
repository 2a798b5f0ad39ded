"""Fixtures shared by all tests: one model, one set of lexicons, and a way to read a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.article import Article
from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.model import load_model
from pipeline.records import Document
from pipeline.segment import read_article

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], Article]:
    """`read("…")` gives the article of a text."""

    def read_text(text: str) -> Article:
        document = Document(doc_id="t", source="test", title=None, published=None, text=text)
        return read_article(document, nlp)

    return read_text


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold and corpora beside the checkout; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not there")
    return SHARED
