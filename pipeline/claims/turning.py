"""The tokens at which a clause may end or open, or have its verb, found once for all units."""

from __future__ import annotations

from pipeline.claims.tokens import Tokens
from pipeline.claims.words import CONJUNCTIONS, PRESENTERS, QUE, RELATIVES
from pipeline.lexicons.modality import ModalityLexicon

STRONG = frozenset({";", ":", "…", "..."})
# The words of STRONG, of the introducers and of the heads that are no finite verbs (see `verbs`).
TURNING = STRONG | RELATIVES | CONJUNCTIONS | QUE | PRESENTERS | frozenset({"si", "s'", "comme"})


def turning_tokens(
    tokens: Tokens, finite: frozenset[int], lexicon: ModalityLexicon
) -> frozenset[int]:
    """The finite verbs, what may be an introducer or a modal verb, what follows a comma. Most
    tokens are none of them."""
    return finite.union(
        tokens.places(TURNING),
        tokens.places(lexicon.forms.keys()),
        [comma + 1 for comma in tokens.where.get(",", ())],
    )
