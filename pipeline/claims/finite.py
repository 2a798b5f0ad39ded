"""The finite verbs of an article, found once for all rules that ask for them."""

from __future__ import annotations

from pipeline.claims.forms import OPENERS, VERB_FOLLOWS, VERB_TAGS, is_finite
from pipeline.claims.tokens import Tokens
from pipeline.claims.words import REFLEXIVES

BEFORE_VERBS = VERB_FOLLOWS | REFLEXIVES
SUBJECT_LABELS = frozenset({"nsubj", "expl:subj"})
VERB_ENDINGS = ("eront", "iront", "dront", "èrent", "aient")


def finite_verbs(tokens: Tokens) -> frozenset[int]:
    """The tokens that are finite verbs. Those that may be are looked at closely."""
    return frozenset([token for token in _suspects(tokens) if is_finite(tokens, token)])


def _suspects(tokens: Tokens) -> set[int]:
    """What the model calls a verb or ends like one, what has a subject, what stands after a word
    that only verbs follow, any « fait »: all that `is_finite` can say yes to."""
    found = {token for token, tag in enumerate(tokens.pos) if tag in VERB_TAGS}
    found.update([tokens.head[i] for i, dep in enumerate(tokens.dep) if dep in SUBJECT_LABELS])
    found.update([_next_word(tokens, token) for token in tokens.places(BEFORE_VERBS)])
    verbal = [word for word in tokens.where if word.endswith(VERB_ENDINGS)]
    found.update(tokens.places({"fait", *verbal}))
    return found


def _next_word(tokens: Tokens, token: int) -> int:
    """The token after, opening marks and dashes left aside; the token itself if there is none."""
    for following in range(token + 1, len(tokens.lower)):
        word = tokens.lower[following]
        if word not in OPENERS and not word.isspace():
            return following
    return token
