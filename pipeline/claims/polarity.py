"""Whether a clause is negated."""

from __future__ import annotations

from pipeline.claims.extents import Placed
from pipeline.claims.tokens import is_punct
from pipeline.claims.words import CLITICS, FRONTED, LIMITING, NE, NEGATED_BY_NE, NEGATIVES, QUE

WITHOUT_NE = frozenset({"jamais", "aucunement", "nullement"})


def is_negative(placed: Placed) -> bool:
    """Whether the predicate is negated: « ne … pas », « aucun … ne », « c'est pas », « X, non ».

    « Il ne reste que deux ponts » and « je crains qu'il ne parte » are positive.
    """
    if placed.clause.rule.startswith("fragment"):
        return _is_negative_answer(placed)
    if placed.clause.rule == "clause.coordinated":
        return _shares_negation(placed)
    words = placed.words_before
    if _stands_after_ne(placed, words):
        return _is_negated(placed)
    if placed.words_after[:1] in (("pas",), ("jamais",)):
        return True
    if WITHOUT_NE.isdisjoint(words):
        return False  # as in most clauses
    return next(word for word in words if not is_punct(word)) in WITHOUT_NE


def _stands_after_ne(placed: Placed, words: tuple[str, ...]) -> bool:
    """Whether one of the last `words` before the verb is a « ne » that goes with no other verb."""
    if NE.isdisjoint(words[-8:]):
        return False
    last = max(at for at, word in enumerate(words) if word in NE)
    return placed.unit.finite.isdisjoint(placed.before[last:])


def _is_negative_answer(placed: Placed) -> bool:
    """« Non », « Partagée, *non* »."""
    if placed.unit.words[placed.clause.at] == "non":
        return True
    return [word for word in placed.words_after if not is_punct(word)] == ["non"]


def _is_negated(placed: Placed) -> bool:
    """Whether a negative word goes with the « ne » before the verb.

    « ne … que » and « ne … plus que » limit. A lone « ne » negates a few verbs (« il ne peut »).
    """
    if not FRONTED.isdisjoint(placed.words_before):
        return True
    unit, words = placed.unit, placed.words_after
    for i, word in enumerate(words):
        if word in QUE:
            return False
        if word in NEGATIVES:
            limits = i + 1 < len(words) and words[i + 1] in QUE
            return not (word in LIMITING and limits)
        if unit.places[placed.clause.at + 1 + i] in unit.finite:
            break
    return placed.clause.group.verb in NEGATED_BY_NE


def _shares_negation(placed: Placed) -> bool:
    """« je n'ai rien signé, *rien* vendu », « il ne faut ni boire *ni* manger »: a negative word
    of its own right before it."""
    unit = placed.unit
    for i in range(placed.clause.at - 1, -1, -1):
        if unit.words[i] in NEGATIVES:
            return True
        if unit.tags[i] not in {"ADV", "CCONJ", "ADP"} and unit.words[i] not in CLITICS:
            return False
    return False
