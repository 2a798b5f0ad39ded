"""Third stage: the mentions of people, countries, weapons, organisations and places."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.records import Mention


def find_mentions(article: Article, lexicons: Lexicons) -> tuple[Mention, ...]:
    """The mentions of an article, in the order of the text."""
    return ()
