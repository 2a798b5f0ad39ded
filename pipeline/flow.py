"""The whole flow on one screen: sources → segment → mentions → quotes → claims → tables."""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from pipeline.claims import find_claims
from pipeline.dates import find_dates
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quantities import find_quantities
from pipeline.quotes import find_quotes
from pipeline.quotes.wording import read_wording
from pipeline.records import Document, Extraction, Segment, Skipped
from pipeline.roles import find_roles
from pipeline.segment import read_article


def extract(document: Document, nlp: Language, lexicons: Lexicons) -> Extraction:
    """All rows of one document.

    Args:
        document: what a source gave (see `pipeline.sources.read_documents`).
        nlp: the model (see `pipeline.model.load_model`).
        lexicons: the lexicons (see `pipeline.lexicons.load_lexicons`).
    """
    article = read_article(document, nlp)
    if not article.segments:  # nothing but white space
        return nothing_in(document)
    mentions = find_mentions(article, lexicons)
    wording = read_wording(article, lexicons.roles)
    roles = find_roles(article, mentions, wording, lexicons)
    dates = find_dates(article, lexicons)
    quantities = find_quantities(article, mentions, dates, lexicons)
    quotes = find_quotes(article, mentions, wording, lexicons)
    claims = find_claims(article, mentions, quotes, lexicons)
    return Extraction(
        document=titled(document, article.segments),
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
    """The extraction of each document, one at a time, in the order given.

    A text on which the program itself fails is skipped, so that it does not cost the others; the
    reason says where it failed.
    """
    for document in documents:
        try:
            yield extract(document, nlp, lexicons)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}, line {place.lineno}"
            reason = f"the program failed on this text: {error!r} ({where}); please report it"
            yield Skipped(source=document.source, reason=reason)
