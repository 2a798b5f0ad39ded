"""`quantities("…")` gives the quantities of a text, with its mentions by their ids."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from pipeline.dates import find_dates
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quantities import find_quantities
from pipeline.records import Document, Quantity
from pipeline.segment import read_article


@dataclass(frozen=True)
class Found:
    rows: tuple[Quantity, ...]
    mentions: dict[str, str]

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.rows]


Quantities = Callable[[str], Found]


@pytest.fixture(scope="session")
def quantities(nlp: Language, lexicons: Lexicons) -> Quantities:
    def quantities_of(text: str) -> Found:
        published = datetime.date(2024, 11, 20)
        document = Document(doc_id="t", source="test", title=None, published=published, text=text)
        article = read_article(document, nlp)
        mentions = find_mentions(article, lexicons)
        rows = find_quantities(article, mentions, find_dates(article, lexicons), lexicons)
        return Found(rows, {mention.mention_id: mention.text for mention in mentions})

    return quantities_of
