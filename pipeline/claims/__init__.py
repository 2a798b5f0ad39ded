"""Fifth stage: the propositions, with who vouches for each."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.records import Claim, Mention, Quote


def find_claims(
    article: Article,
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    lexicons: Lexicons,
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text."""
    return ()
