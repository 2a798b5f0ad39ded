"""The clauses that frame a quote from inside or behind it: « …, *a-t-il ajouté*, … ».

They only say who speaks, which the quote's row says already: they are no claims of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.article import Article
from pipeline.claims.extents import Placed
from pipeline.records import Quote


def incise_tokens(article: Article, quotes: Iterable[Quote]) -> frozenset[int]:
    """The tokens of the cues that stand in or after their content, as indices in `article.doc`."""
    found: set[int] = set()
    for quote in quotes:
        if quote.cue_start is None or quote.cue_end is None or quote.cue_start < quote.start:
            continue
        found.update(article.tokens_within(quote.cue_start, quote.cue_end))
    return frozenset(found)


def frames_a_quote(placed: Placed, incises: frozenset[int]) -> bool:
    """Whether the clause is an incise: its verb is a cue, and its subject follows.

    « « X », *raconte Paul* », not « « X » : Paul *raconte* sa fuite ».

    Args:
        incises: token indices (see `incise_tokens`).
    """
    if incises.isdisjoint(placed.clause.group.chain):
        return False
    return {"NOUN", "PROPN"}.isdisjoint(placed.tags_before)
