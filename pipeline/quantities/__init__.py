"""Numbers of things and of units."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.records import Date, Mention, Quantity


def find_quantities(
    article: Article, mentions: tuple[Mention, ...], dates: tuple[Date, ...], lexicons: Lexicons
) -> tuple[Quantity, ...]:
    """The quantities of an article, in the order of the text."""
    return ()
