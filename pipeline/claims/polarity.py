"""Whether a clause is negated."""

from __future__ import annotations

from pipeline.claims.extents import Placed
from pipeline.claims.forms import lower, verb_of
from pipeline.claims.words import CLITICS, FRONTED, LIMITING, NE, NEGATED_BY_NE, NEGATIVES, QUE

WITHOUT_NE = frozenset({"jamais", "aucunement", "nullement"})


def is_negative(placed: Placed) -> bool:
    """Whether the predicate is negated: « ne … pas », « aucun … ne », « c'est pas », « X, non ».

    « Il ne reste que deux ponts » and « je crains qu'il ne parte » are positive.
    """
    if placed.clause.rule.startswith("fragment"):
        return _is_negative_answer(placed)
    before = placed.before
    if placed.clause.rule == "clause.coordinated":
        return _shares_negation(placed)
    words = placed.words_before
    near = [i for i in range(max(0, len(words) - 8), len(words)) if words[i] in NE]
    if near and not any(placed.unit.is_finite(token) for token in before[near[-1] :]):
        return _is_negated(placed)
    if placed.words_after[:1] in (("pas",), ("jamais",)):
        return True
    first = next((token for token in before if not token.is_punct), None)
    return first is not None and lower(first) in WITHOUT_NE


def _is_negative_answer(placed: Placed) -> bool:
    """« Non », « Partagée, *non* »."""
    rest = [lower(token) for token in placed.after if not token.is_punct]
    return lower(placed.clause.predicate) == "non" or rest == ["non"]


def _is_negated(placed: Placed) -> bool:
    """Whether a negative word goes with the « ne » before the verb.

    « ne … que » and « ne … plus que » limit. A lone « ne » negates a few verbs (« il ne peut »).
    """
    if not FRONTED.isdisjoint(placed.words_before):
        return True
    words = placed.words_after
    for i, (token, word) in enumerate(zip(placed.after, words, strict=True)):
        if word in QUE:
            return False
        if word in NEGATIVES:
            limits = i + 1 < len(words) and words[i + 1] in QUE
            return not (word in LIMITING and limits)
        if placed.unit.is_finite(token):
            break
    return verb_of(placed.clause.group.first) in NEGATED_BY_NE


def _shares_negation(placed: Placed) -> bool:
    """« je n'ai rien signé, *rien* vendu », « il ne faut ni boire *ni* manger »: a negative word
    of its own right before it."""
    for token in reversed(placed.unit.tokens[: placed.clause.at]):
        if lower(token) in NEGATIVES:
            return True
        if token.pos_ not in {"ADV", "CCONJ", "ADP"} and lower(token) not in CLITICS:
            return False
    return False
