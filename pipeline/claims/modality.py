"""How a proposition is put forward: hearsay, possible, future, duty, or plain.

The rules are asked in the order of the guidelines; the first that applies wins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.claims.conditional import Reading, clitic_subject, is_hypothetical, reading_of
from pipeline.claims.extents import Placed
from pipeline.claims.forms import is_conditional, is_future, is_order, verb_of
from pipeline.claims.groups import Group, is_compound
from pipeline.claims.tokens import Tokens, is_punct
from pipeline.claims.words import PERSONS, SPEAKERS
from pipeline.lexicons.modality import Effect, ModalityLexicon
from pipeline.records import Modality

# « L'avion *doit* partir mardi » is a plan, « il doit partir » a duty.
DATES = re.compile(
    r"demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prochaine?s?|janvier|février|mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|été|hiver|automne|printemps"
)
# « On peut noter que … » is the author's way of speaking.
REMARKS = frozenset({"noter", "dire", "citer", "ajouter", "voir", "lire", "remarquer", "constater"})


class Governed(NamedTuple):
    """What governs a clause from outside: `effects` and `past` are the cue's (see `Governor`); with
    `goes_on` the hypothesis of the clause before may hold here too (see `conditional`)."""

    effects: frozenset[Effect]
    past: bool
    goes_on: bool = False


def modality_of(
    placed: Placed, lexicon: ModalityLexicon, governed: Governed
) -> tuple[Modality, str]:
    """The modality of a clause, and the name of the rule that gave it ("" for plain facts)."""
    reading = _reading_of(placed, lexicon, governed)
    if reading == "hearsay":
        return "conditional", "hearsay"
    if reason := _possible(placed, lexicon):
        return "possible", reason
    if reason := _future(placed, governed, reading):
        return "future", reason
    if reason := _directive(placed, lexicon, governed):
        return "directive", reason
    return "factual", reading if reading == "hypothetical" else ""


def _reading_of(placed: Placed, lexicon: ModalityLexicon, governed: Governed) -> Reading | None:
    """How the conditional is meant, if there is one that is no modal verb's."""
    tokens, group = placed.unit.tokens, placed.clause.group
    if not is_conditional(tokens, group.first) or _is_falloir(tokens, group):
        return None
    if any(modal.verb in {"pouvoir", "devoir", "falloir"} for modal in group.modals):
        return None
    return reading_of(placed, lexicon, past_cue=governed.past, goes_on=governed.goes_on)


def _possible(placed: Placed, lexicon: ModalityLexicon) -> str:
    tokens, group = placed.unit.tokens, placed.clause.group
    if group.expresses("possible"):
        return "" if _is_remark(placed) else "modal"
    if _is_se_peut(placed):
        return "modal"
    if _is_devrait(placed, lexicon):
        return "devrait"
    if tokens.lower[group.predicate] in lexicon.attributes or _has_adverb(placed, lexicon):
        return "marker"
    return ""


def _is_devrait(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« Le port *devrait* rouvrir »; « nous *devrions* partir » is a duty."""
    tokens, group = placed.unit.tokens, placed.clause.group
    if not group.has_modal("devoir"):
        return False
    if not is_conditional(tokens, group.first) or is_compound(tokens, group):
        return False
    return clitic_subject(placed) not in PERSONS and not is_hypothetical(placed, lexicon)


def _is_se_peut(placed: Placed) -> bool:
    """« Il *se peut* que … »"""
    unit, clause = placed.unit, placed.clause
    if placed.begin == clause.at or unit.words[clause.at - 1] != "se":
        return False
    return clause.group.verb == "pouvoir"


def _is_falloir(tokens: Tokens, group: Group) -> bool:
    return group.verb == "falloir" or tokens.lower[group.first].startswith("faudr")


def _is_remark(placed: Placed) -> bool:
    """« On peut *noter* … », « la vidéo peut *être consultée* »: no doubt is voiced.

    Only in the author's present: in a source's mouth, and in other tenses, *pouvoir* counts.
    """
    tokens, group = placed.unit.tokens, placed.clause.group
    if placed.unit.quote is not None or tokens.lower[group.first] not in {"peut", "peuvent"}:
        return False
    passive = len(group.chain) == 3 and verb_of(tokens, group.chain[1]) == "être"
    if passive and tokens.pos[group.predicate] == "VERB":
        return True
    return tokens.lower[group.predicate] in REMARKS and clitic_subject(placed) == "on"


def _has_adverb(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« peut-être », « sans doute » in the clause itself, not in one that hangs on it."""
    unit, clause = placed.unit, placed.clause
    if lexicon.adverbs.keys().isdisjoint(unit.words[placed.begin : placed.end]):
        return False  # as in most clauses
    for i in range(placed.begin, placed.end):
        token = unit.places[i]
        if i > clause.at and token in unit.finite and token not in clause.group.chain:
            return False
        for adverb in lexicon.adverbs.get(unit.words[i], ()):
            after = i + len(adverb)
            found = unit.words[i:after] == adverb
            if found and not _qualifies(placed, i, after) and not _is_quoted_apart(placed, i):
                return True
    return False


def _qualifies(placed: Placed, at: int, after: int) -> bool:
    """« des sites *potentiellement* dangereux », « un tir *probablement* venu de la côte »: the
    adverb is about a word that is no part of the verb group."""
    unit, chain = placed.unit, placed.clause.group.chain
    beside = range(after, placed.end)
    following = [i for i in beside if not is_punct(unit.words[i])][:1]
    if any(unit.tags[i] == "ADJ" and unit.places[i] not in chain for i in following):
        return True
    adverb, tokens = unit.places[at:after], unit.tokens
    heads = [tokens.head[token] for token in adverb]
    head = next((head for head in heads if head not in adverb), adverb[0])
    beyond = adverb[0] > placed.clause.predicate
    return beyond and head not in chain and tokens.pos[head] in {"ADJ", "NOUN", "NUM", "VERB"}


def _is_quoted_apart(placed: Placed, at: int) -> bool:
    """« a visé un site « *probablement* vide » »: in quotation marks without the predicate."""
    words, places, end = placed.unit.words, placed.unit.places, placed.end
    back = next((i for i in range(at, placed.begin - 1, -1) if words[i] in {"«", "»"}), None)
    if back is None or words[back] == "»":
        return False
    close = next((i for i in range(at, end) if words[i] == "»"), end - 1)
    return not places[back] < placed.clause.predicate <= places[close]


def _future(placed: Placed, governed: Governed, reading: Reading | None) -> str:
    tokens, group = placed.unit.tokens, placed.clause.group
    if reading == "future in the past":
        return reading
    if is_future(tokens, group.first):
        return "tense"
    if group.expresses("future"):
        return "modal"
    if "future" in governed.effects:
        return "cue"
    if len(group.chain) > 1 and tokens.lower[group.first] == "vouloir":
        return "intention"  # « a indiqué *vouloir* procéder à … », which is announced
    planned = group.has_modal("devoir") and any(map(DATES.fullmatch, placed.words_after))
    return "plan" if planned else ""


def _directive(placed: Placed, lexicon: ModalityLexicon, governed: Governed) -> str:
    tokens, group = placed.unit.tokens, placed.clause.group
    if "directive" in governed.effects:
        return "cue"
    if placed.clause.rule == "clause.wish":
        return "wish"
    if _is_order(placed, lexicon):
        return "order"
    if group.expresses("directive") and not _is_done(tokens, group):
        return "modal"
    return "duty" if _is_falloir(tokens, group) or _is_duty(placed, lexicon) else ""


def _is_order(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« Nous *exigeons* la paix »; « « *Cessez* le feu » »."""
    tokens, group = placed.unit.tokens, placed.clause.group
    if placed.unit.quote is not None and is_order(tokens, group.first):
        return True
    orders = verb_of(tokens, group.predicate) in lexicon.orders
    return orders and clitic_subject(placed) in SPEAKERS


def _is_done(tokens: Tokens, group: Group) -> bool:
    """« ils ont *dû* fuir » tells what they did, « ils auraient dû fuir » what was their duty."""
    if len(group.chain) < 2 or tokens.text(group.chain[1]) != "dû":
        return False
    return is_compound(tokens, group) and not is_conditional(tokens, group.first)


def _is_duty(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« il est *temps* de … », « sont *priés* de … »: an infinitive or a clause follows."""
    unit, group, at = placed.unit, placed.clause.group, placed.clause.at
    tokens, predicate = unit.tokens, group.predicate
    if _singular(tokens.lower[predicate]) not in lexicon.duties:
        return False
    if group.verb != "être":
        return False
    following = zip(unit.places[at + 1 : placed.end], placed.words_after, strict=True)
    return any(
        predicate < token <= predicate + 3 and word in {"de", "d'", "que", "qu'", "à"}
        for token, word in following
    )


def _singular(word: str) -> str:
    """*prié* for « priés », « priées »; *temps* stays."""
    return word if word == "temps" else word.removesuffix("s").replace("ée", "é")
