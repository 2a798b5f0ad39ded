"""The whole flow on one screen: sources → segment → mentions → quotes → claims → tables."""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from pipeline.article import Article
from pipeline.claims import find_claims
from pipeline.dates import find_dates
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quantities import find_quantities
from pipeline.quotes import find_quotes
from pipeline.quotes.wording import Wording
from pipeline.records import Document, Extraction, Segment, Skipped
from pipeline.roles import find_roles
from pipeline.segment import read_article, read_articles
from pipeline.segment.packs import packs


def extract(document: Document, nlp: Language, lexicons: Lexicons) -> Extraction:
    """All rows of one document.

    Args:
        document: what a source gave (see `pipeline.sources.read_documents`).
        nlp: the model (see `pipeline.model.load_model`).
        lexicons: the lexicons (see `pipeline.lexicons.load_lexicons`).
    """
    return extract_from(read_article(document, nlp), lexicons)


def extract_from(article: Article, lexicons: Lexicons) -> Extraction:
    """All rows of a document that is laid out and parsed."""
    if not article.segments:  # nothing but white space
        return nothing_in(article.document)
    mentions = find_mentions(article, lexicons)
    wording = Wording(article, lexicons.roles)
    roles = find_roles(article, mentions, wording, lexicons)
    dates = find_dates(article, lexicons)
    quantities = find_quantities(article, mentions, dates, lexicons)
    quotes = find_quotes(article, mentions, wording, lexicons)
    claims = find_claims(article, mentions, quotes, lexicons)
    return Extraction(
        document=titled(article.document, article.segments),
        segments=article.segments,
        sentences=article.sentences,
        mentions=mentions,
        roles=roles,
        dates=dates,
        quantities=quantities,
        quotes=quotes,
        claims=claims,
    )


def nothing_in(document: Document) -> Extraction:
    """The extraction of a document without any text."""
    return Extraction(
        document=document,
        segments=(),
        sentences=(),
        mentions=(),
        roles=(),
        dates=(),
        quantities=(),
        quotes=(),
        claims=(),
    )


def titled(document: Document, segments: tuple[Segment, ...]) -> Document:
    """The document; if its source gave it no title, with that of its title segment."""
    if document.title is not None:
        return document
    title = next((segment.text for segment in segments if segment.kind == "title"), None)
    return dataclasses.replace(document, title=title)


def extract_all(
    documents: Iterable[Document], nlp: Language, lexicons: Lexicons
) -> Iterator[Extraction | Skipped]:
    """The extraction of each document, in the order given.

    A text on which the program itself fails is skipped, so that it does not cost the others; the
    reason says where it failed.
    """
    for pack in packs(documents):
        for document, article in zip(pack, read_together(pack, nlp), strict=True):
            try:
                yield extract_from(article or read_article(document, nlp), lexicons)
            except Exception as error:
                yield skipped(document, error)


def skipped(document: Document, error: Exception) -> Skipped:
    """What is said of a text on which the program fails."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    reason = f"the program failed on this text: {error!r} ({where}); please report it"
    return Skipped(source=document.source, reason=reason)


def read_together(pack: list[Document], nlp: Language) -> Sequence[Article | None]:
    """The articles of some documents; none if the program fails on one of them."""
    try:
        return read_articles(pack, nlp)
    except Exception:
        return [None] * len(pack)
