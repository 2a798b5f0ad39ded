"""The finite verbs of a document, found once for all rules that ask for them."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.claims.forms import OPENERS, VERB_FOLLOWS, is_finite, is_verb
from pipeline.claims.words import REFLEXIVES


def finite_verbs(doc: Doc) -> frozenset[int]:
    """The tokens that are finite verbs, as indices."""
    return frozenset(i for i in _suspects(doc) if is_finite(doc[i]))


def _suspects(doc: Doc) -> set[int]:
    """The tokens worth a closer look: what the model calls a verb or ends like one, what has a
    subject, what stands after a word that only verbs follow."""
    found: set[int] = set()
    for token in doc:
        if is_verb(token):
            found.add(token.i)
        if token.dep_ in {"nsubj", "expl:subj"}:
            found.add(token.head.i)
        if token.lower_ in VERB_FOLLOWS or token.lower_ in REFLEXIVES:
            found.add(_next_word(doc, token.i))
    return found


def _next_word(doc: Doc, at: int) -> int:
    """The token after `at`, opening marks and dashes left aside; `at` itself if there is none."""
    for i in range(at + 1, len(doc)):
        if not doc[i].is_space and doc[i].text not in OPENERS:
            return i
    return at
