"""How a proposition is put forward: hearsay, possible, future, duty, or plain.

The rules are asked in the order of the guidelines; the first that applies wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.claims.conditional import Reading, clitic_subject, is_hypothetical, reading_of
from pipeline.claims.extents import Placed
from pipeline.claims.forms import is_conditional, is_future, is_order, lower, verb_of
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


@dataclass(frozen=True, slots=True)
class Governed:
    """What governs a clause from outside. `effects` are the cue's (see `claim_cues.csv`); with
    `past` the cue is in the past: « a assuré que … »; with `goes_on` the hypothesis of the clause
    before may hold here too (see `conditional`)."""

    effects: frozenset[Effect]
    past: bool
    goes_on: bool = False


def modality_of(
    placed: Placed, lexicon: ModalityLexicon, governed: Governed
) -> tuple[Modality, str]:
    """The modality of a clause, and the name of the rule that gave it ("" for plain facts)."""
    reading: Reading | None = None
    modal = {verb.verb for verb in placed.clause.group.modals}
    verb = placed.clause.group.first
    bare = not modal & {"pouvoir", "devoir", "falloir"} and not _is_falloir(verb)
    if is_conditional(verb) and bare:
        reading = reading_of(placed, lexicon, past_cue=governed.past, goes_on=governed.goes_on)
    if reading == "hearsay":
        return "conditional", "hearsay"
    rules: tuple[tuple[Modality, Callable[[], str]], ...] = (
        ("possible", lambda: _possible(placed, lexicon)),
        ("future", lambda: _future(placed, governed, reading)),
        ("directive", lambda: _directive(placed, lexicon, governed)),
    )
    for modality, rule in rules:
        reason = rule()
        if reason:
            return modality, reason
    return "factual", reading if reading == "hypothetical" else ""


def _possible(placed: Placed, lexicon: ModalityLexicon) -> str:
    group = placed.clause.group
    if any(modal.modality == "possible" for modal in group.modals):
        return "" if _is_remark(placed) else "modal"
    if _is_se_peut(placed):
        return "modal"
    is_devrait = any(modal.verb == "devoir" for modal in group.modals)
    if is_devrait and is_conditional(group.first) and not group.is_compound:
        spoken = clitic_subject(placed) in PERSONS
        if not spoken and not is_hypothetical(placed, lexicon):
            return "devrait"
    if lower(group.predicate) in lexicon.attributes or _has_adverb(placed, lexicon):
        return "marker"
    return ""


def _is_se_peut(placed: Placed) -> bool:
    """« Il *se peut* que … »"""
    return placed.words_before[-1:] == ("se",) and verb_of(placed.clause.group.first) == "pouvoir"


def _is_falloir(verb: Token) -> bool:
    return verb_of(verb) == "falloir" or lower(verb).startswith("faudr")


def _is_remark(placed: Placed) -> bool:
    """« On peut *noter* … », « la vidéo peut *être consultée* »: no doubt is voiced.

    Only in the author's present: in a source's mouth, and in other tenses, *pouvoir* counts.
    """
    group = placed.clause.group
    if placed.unit.quote is not None or lower(group.first) not in {"peut", "peuvent"}:
        return False
    passive = len(group.chain) == 3 and verb_of(group.chain[1]) == "être"
    on = clitic_subject(placed) == "on" and lower(group.predicate) in REMARKS
    return on or (passive and group.predicate.pos_ == "VERB")


def _has_adverb(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« peut-être », « sans doute » in the clause itself, not in one that hangs on it."""
    unit, clause = placed.unit, placed.clause
    if lexicon.adverbs.keys().isdisjoint(unit.words[placed.begin : placed.end]):
        return False  # as in most clauses
    for i in range(placed.begin, placed.end):
        token = unit.tokens[i]
        if i > clause.at and unit.is_finite(token) and token not in clause.group.chain:
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
    chain, tokens = placed.clause.group.chain, placed.unit.tokens
    following = next((t for t in tokens[after : placed.end] if not t.is_punct), None)
    if following is not None and following.pos_ == "ADJ" and following not in chain:
        return True
    head: Token = next(
        (t.head for t in tokens[at:after] if t.head not in tokens[at:after]), tokens[at]
    )
    beyond = tokens[at].i > placed.clause.predicate.i
    return beyond and head not in chain and head.pos_ in {"ADJ", "NOUN", "NUM", "VERB"}


def _is_quoted_apart(placed: Placed, at: int) -> bool:
    """« a visé un site « *probablement* vide » »: in quotation marks without the predicate."""
    tokens, end = placed.unit.tokens, placed.end
    back = next((i for i in range(at, placed.begin - 1, -1) if tokens[i].text in {"«", "»"}), None)
    if back is None or tokens[back].text == "»":
        return False
    close = next((i for i in range(at, end) if tokens[i].text == "»"), end - 1)
    return not tokens[back].i < placed.clause.predicate.i <= tokens[close].i


def _future(placed: Placed, governed: Governed, reading: Reading | None) -> str:
    group = placed.clause.group
    devoir = any(modal.verb == "devoir" for modal in group.modals)
    reasons = {
        "future in the past": reading == "future in the past",
        "tense": is_future(group.first),
        "modal": any(modal.modality == "future" for modal in group.modals),
        "cue": "future" in governed.effects,
        # « a indiqué *vouloir* procéder à … »: an intention that is announced.
        "intention": lower(group.first) == "vouloir" and len(group.chain) > 1,
        "plan": devoir and any(map(DATES.fullmatch, placed.words_after)),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _directive(placed: Placed, lexicon: ModalityLexicon, governed: Governed) -> str:
    group = placed.clause.group
    verb, predicate = group.first, group.predicate
    orders = clitic_subject(placed) in SPEAKERS and verb_of(predicate) in lexicon.orders
    imperative = placed.unit.quote is not None and is_order(verb)
    # « ils ont *dû* fuir » tells what they did, « ils auraient dû fuir » what was their duty.
    du = len(group.chain) > 1 and group.chain[1].text == "dû"
    done = du and group.is_compound and not is_conditional(verb)
    duty = verb_of(verb) == "être" and _singular(predicate) in lexicon.duties
    reasons = {
        "cue": "directive" in governed.effects,
        "wish": placed.clause.rule == "clause.wish",
        "order": orders or imperative,
        "modal": any(modal.modality == "directive" for modal in group.modals) and not done,
        "duty": _is_falloir(verb) or (duty and _governs(placed)),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _singular(token: Token) -> str:
    """*prié* for « priés », « priées »; *temps* stays."""
    word = lower(token)
    return word if word == "temps" else word.removesuffix("s").replace("ée", "é")


def _governs(placed: Placed) -> bool:
    """« il est *temps* de … », « sont *priés* de … »: an infinitive or a clause follows."""
    predicate = placed.clause.predicate
    following = [t for t in placed.after if predicate.i < t.i <= predicate.i + 3]
    return any(lower(t) in {"de", "d'", "que", "qu'", "à"} for t in following)
