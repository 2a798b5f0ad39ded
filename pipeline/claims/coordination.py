"""Clauses that share the auxiliary or the modal verb of the one before: each is a claim.

« L'armée aurait pris la ville et *pillé* les maisons », « doit se taire et *partir* ».
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.claims.forms import is_infinitive, is_past_participle, is_verb
from pipeline.claims.groups import Group
from pipeline.claims.tokens import Tokens
from pipeline.claims.units import Unit
from pipeline.claims.words import COORDINATIONS, NEGATIVES, SMALL

LISTING = SMALL | COORDINATIONS


class Clause(NamedTuple):
    """An independent clause, or what stands for one. `at` is its verb's position in the unit."""

    at: int
    group: Group
    rule: str

    @property
    def predicate(self) -> int:
        return self.group.predicate


def coordinated(unit: Unit, clause: Clause) -> list[Clause]:
    """The participles or infinitives that go on with the predicate of a clause.

    The parser says so, or the words do: « démissionné et *quitté* », « rien vu, rien *entendu* »,
    « ni boire l'eau ni *manger* ». No finite verb stands between (« a juré qu'il avait fui et
    *payé* »).
    """
    chain, tokens = clause.group.chain, unit.tokens
    if len(chain) < 2 or not is_verb(tokens, chain[-1]):
        return []
    heads = [chain[-1]]
    found: list[Clause] = []
    for at in range(clause.at + 1, len(unit.places)):
        token = unit.places[at]
        if token <= chain[-1]:
            continue
        if token in unit.finite:
            break
        said = tokens.dep[token] == "conj" and tokens.head[token] in heads
        listed = unit.words[at - 1] in LISTING and _is_listed(unit, at, heads[-1])
        if (said or listed) and _is_alike(tokens, chain[-1], token):
            heads.append(token)
            group = clause.group._replace(chain=(*chain[:-1], token))
            found.append(Clause(at, group, "clause.coordinated"))
    return found


def _is_listed(unit: Unit, at: int, last: int) -> bool:
    """Whether « et » or a comma stands before, right after the `last` predicate, or farther off
    with a negative word of its own (« et *rien* … », « *ni* … »). The word before is in LISTING."""
    i, repeats = at - 1, False
    while i > 0 and unit.words[i] in SMALL:
        repeats = repeats or unit.words[i] in NEGATIVES
        i -= 1
    ni = unit.words[i + 1] == "ni"
    if repeats and (ni or unit.words[i] == "," or unit.tags[i] == "CCONJ"):
        return True
    return i > 0 and unit.words[i] in COORDINATIONS and unit.places[i - 1] == last


def _is_alike(tokens: Tokens, first: int, second: int) -> bool:
    """Two participles or two infinitives, the second without an auxiliary of its own.

    The model gives some participles the form of an infinitive (« bombardé puis *évacué* »).
    """
    own = [left for left in tokens.lefts(second) if tokens.lower[left] not in NEGATIVES]
    if any(tokens.dep[left].startswith(("aux", "nsubj", "mark")) for left in own):
        return False
    if is_infinitive(tokens, first):
        return is_infinitive(tokens, second)
    if not is_past_participle(tokens, first) or not is_verb(tokens, second):
        return False
    alike = tokens.lower[first][-1] == tokens.lower[second][-1]
    return alike or is_past_participle(tokens, second)
