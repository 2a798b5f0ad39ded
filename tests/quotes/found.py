"""What the tests of quotes compare: a quote by its words, its kind and its speaker's phrase."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quotes import find_quotes
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.rows import parts
from pipeline.quotes.wording import Wording

Words = tuple[str, str, str | None]  # content, kind, speaker's phrase


def quotes_of(article: Article, lexicons: Lexicons) -> set[Words]:
    """The quotes that the whole stage gives for an article."""
    wording = Wording(article, lexicons.roles)
    rows = find_quotes(article, find_mentions(article, lexicons), wording, lexicons)
    return {(row.text, row.kind, row.speaker) for row in rows}


def words_of(article: Article, found: Iterable[FoundQuote]) -> set[Words]:
    """The quotes that one finder gives."""
    return {
        (content_of(article, quote), quote.kind, cut(article, quote.speaker)) for quote in found
    }


def content_of(article: Article, quote: FoundQuote) -> str:
    """The words of a quote, its incise left out."""
    return " ".join(article.text[start:end].strip(" ,") for start, end in parts(quote))


def cut(article: Article, place: Place | None) -> str | None:
    return article.text[slice(*place)] if place else None
