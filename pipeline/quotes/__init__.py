"""Fourth stage: who is quoted, on what."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.records import Mention, Quote


def find_quotes(
    article: Article, mentions: tuple[Mention, ...], lexicons: Lexicons
) -> tuple[Quote, ...]:
    """The quotes of an article, in the order of the text."""
    return ()
