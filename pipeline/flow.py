"""The whole flow on one screen: sources → segment → mentions → quotes → claims → tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language

from pipeline.claims import find_claims
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quotes import find_quotes
from pipeline.records import Document, Extraction
from pipeline.segment import read_article


def extract(document: Document, nlp: Language, lexicons: Lexicons) -> Extraction:
    """All rows of one document.

    Args:
        document: what a source gave (see `pipeline.sources.read_documents`).
        nlp: the model (see `pipeline.model.load_model`).
        lexicons: the lexicons (see `pipeline.lexicons.load_lexicons`).
    """
    article = read_article(document, nlp)
    mentions = find_mentions(article, lexicons)
    quotes = find_quotes(article, mentions, lexicons)
    claims = find_claims(article, mentions, quotes, lexicons)
    return Extraction(
        document=article.document,
        segments=article.segments,
        sentences=article.sentences,
        mentions=mentions,
        quotes=quotes,
        claims=claims,
    )


def extract_all(
    documents: Iterable[Document], nlp: Language, lexicons: Lexicons
) -> Iterator[Extraction]:
    """The extraction of each document, one at a time, in the order given."""
    for document in documents:
        yield extract(document, nlp, lexicons)
