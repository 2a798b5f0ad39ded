"""Whether a clause is negated."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.claims.clauses import Clause
from pipeline.claims.forms import is_finite, lower, verb_of
from pipeline.claims.units import Unit

NEGATIVE = frozenset(
    "pas plus jamais rien aucun aucune personne ni nul nulle guère point nulle".split()
)
# Verbs that « ne » alone negates: « il ne peut », « il n'ose ».
ALONE = frozenset({"pouvoir", "savoir", "cesser", "oser"})


def is_negative(unit: Unit, clause: Clause, begin: int, end: int) -> bool:
    """Whether the predicate is negated: « ne … pas », « aucun … ne », « c'est pas », « X, non ».

    « Il ne reste que deux ponts » and « à moins qu'il ne parte » are positive.

    Args:
        unit: the unit of the clause.
        begin: position in the unit of the clause's first token.
        end: one past the position of its last token.
    """
    tokens = unit.tokens
    at = clause.at
    if clause.rule.startswith("fragment"):
        rest = [lower(t) for t in tokens[at:end] if not t.is_punct]
        return lower(clause.predicate) == "non" or (len(rest) == 2 and rest[1] == "non")
    ne = next(
        (i for i in range(at - 1, max(begin - 1, at - 8), -1) if lower(tokens[i]) in {"ne", "n'"}),
        None,
    )
    if ne is not None and any(is_finite(t) for t in tokens[ne + 1 : at]):
        ne = None
    if ne is None:
        after = [lower(t) for t in tokens[at + 1 : at + 3]]
        fronted = next((lower(t) for t in tokens[begin:at] if not t.is_punct), "")
        return after[:1] in (["pas"], ["jamais"]) or fronted in {
            "jamais",
            "aucunement",
            "nullement",
        }
    return _negated(tokens, begin, ne, at, end, clause.group.first)


def _negated(
    tokens: tuple[Token, ...], begin: int, ne: int, at: int, end: int, verb: Token
) -> bool:
    """Whether a negative word goes with the « ne » at position `ne`."""
    if any(
        lower(t) in {"aucun", "aucune", "personne", "rien", "nul", "nulle", "jamais", "ni", "pas"}
        for t in tokens[begin:at]
    ):
        return True
    for i in range(at + 1, end):
        token = tokens[i]
        word = lower(token)
        if word in {"que", "qu'"}:
            return False
        if word in NEGATIVE:
            following = [lower(t) for t in tokens[i + 1 : i + 2]]
            return not (
                word in {"plus", "jamais", "rien"} and following and following[0] in {"que", "qu'"}
            )
        if is_finite(token):
            break
    return verb_of(verb) in ALONE
