"""`dates("…")` gives the dates of a text published on Wednesday 20 November 2024."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from spacy.language import Language

from pipeline.dates import find_dates
from pipeline.lexicons import Lexicons
from pipeline.records import Date, Document
from pipeline.segment import read_article

PUBLISHED = datetime.date(2024, 11, 20)
Dates = Callable[..., tuple[Date, ...]]


@pytest.fixture(scope="session")
def dates(nlp: Language, lexicons: Lexicons) -> Dates:
    def dates_of(text: str, published: datetime.date | None = PUBLISHED) -> tuple[Date, ...]:
        document = Document(doc_id="t", source="test", title=None, published=published, text=text)
        return find_dates(read_article(document, nlp), lexicons)

    return dates_of
