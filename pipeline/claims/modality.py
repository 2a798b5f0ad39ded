"""How a proposition is put forward: hearsay, possible, future, duty, or plain."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.claims.clauses import Clause
from pipeline.claims.forms import is_conditional, is_finite, is_future, is_past, lower, verb_of
from pipeline.claims.units import Unit
from pipeline.lexicons.modality import Effect, ModalityLexicon
from pipeline.records import Modality

SPEAKERS = frozenset("je j' tu nous vous -je -tu -nous -vous".split())
PERFORMATIVES = frozenset("demander exiger appeler réclamer ordonner sommer exhorter".split())
DUTIES = frozenset("obligé tenu prié sommé contraint invité appelé censé".split())
DUTY_NOUNS = frozenset("temps nécessaire indispensable urgent impératif obligatoire".split())
POSSIBLE = frozenset("possible probable vraisemblable susceptible envisageable plausible".split())
DATES = re.compile(
    r"(?:dès|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prochain\w*|janvier|février|"
    r"mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|été|hiver|automne|"
    r"printemps|20\d\d)"
)
HYPOTHESES = frozenset({"sinon", "défaut", "faute"})


def modality_of(
    unit: Unit,
    clause: Clause,
    begin: int,
    end: int,
    words: ModalityLexicon,
    effects: frozenset[Effect],
    past_cue: bool,
) -> tuple[Modality, str]:
    """The modality of a clause and the rule that gave it. The first that applies in the order of
    the guidelines: conditional, possible, future, directive, factual.

    Args:
        unit: the unit of the clause.
        begin: position in the unit of the clause's first token.
        end: one past the position of its last token.
        words: the lexicon.
        effects: what the cue does to its content.
        past_cue: the content hangs on a cue in the past (« a assuré que … »).
    """
    verb, chain = clause.group.first, clause.group.chain
    modals = {modal.verb: modal for modal in clause.group.modals}
    subject = _clitic_subject(unit, clause.at)
    conditional = is_conditional(verb)
    reading = ""
    if conditional and not {"pouvoir", "devoir", "falloir"} & modals.keys():
        reading = _conditional(unit, clause, subject, past_cue)
        if reading == "hearsay":
            return "conditional", "hearsay"
    if any(modal.modality == "possible" for modal in modals.values()):
        return "possible", "modal"
    if "devoir" in modals and conditional and len(chain) == 2 and subject not in SPEAKERS:
        return "possible", "devrait"
    if _marked(unit, clause, begin, end, words) or lower(chain[-1]) in POSSIBLE:
        return "possible", "marker"
    if reading == "future in the past":
        return "future", reading
    if is_future(verb) and not conditional:
        return "future", "tense"
    if any(modal.modality == "future" for modal in modals.values()) or "future" in effects:
        return "future", "modal" if modals else "cue"
    if _is_directive(unit, clause, subject, effects, modals.keys() | set()):
        dated = "devoir" in modals and any(
            DATES.fullmatch(lower(t)) for t in unit.tokens[clause.at : end]
        )
        return ("future", "date") if dated else ("directive", "duty")
    return "factual", ""


def _conditional(unit: Unit, clause: Clause, subject: str, past_cue: bool) -> str:
    """Which of the readings a conditional has: hearsay, hypothetical, polite, future in the past.

    « Le navire *aurait coulé* » is hearsay. « S'il pleuvait, il *viendrait* » hangs on a
    hypothesis: a past conditional needs a pluperfect there. « Elle a assuré qu'il *viendrait* » is
    a future seen from the past; « a assuré qu'il *serait venu* » is hearsay again.
    """
    compound = _is_compound(clause)
    if subject in SPEAKERS:
        return "speaker"
    if _hangs_on_si(unit, compound) or any(
        lower(t) in HYPOTHESES for t in unit.tokens[: clause.at]
    ):
        return "hypothetical"
    if past_cue and not compound:
        return "future in the past"
    return "hearsay"


def _is_compound(clause: Clause) -> bool:
    """« aurait fourni », « serait mort », not « serait possible » nor « serait enterré »."""
    chain = clause.group.chain
    return len(chain) > 1 and verb_of(chain[0]) == "avoir" and len(chain) >= 2


def _hangs_on_si(unit: Unit, compound: bool) -> bool:
    for i, token in enumerate(unit.tokens):
        if lower(token) not in {"si", "s'"} or (token.pos_ != "SCONJ" and token.dep_ != "mark"):
            continue
        for verb in unit.tokens[i + 1 : i + 15]:
            if is_finite(verb):
                pluperfect = (
                    is_past(verb)
                    and verb_of(verb) in {"avoir", "être"}
                    and verb.dep_ == "aux:tense"
                )
                return is_past(verb) and (pluperfect or not compound)
    return False


def _clitic_subject(unit: Unit, at: int) -> str:
    for i in range(at - 1, max(-1, at - 5), -1):
        word = lower(unit.tokens[i])
        if word in SPEAKERS | {"il", "elle", "on", "ils", "elles", "c'", "ce"}:
            return word
        if unit.tokens[i].pos_ not in {"PRON", "ADV"} and word not in {"ne", "n'"}:
            return ""
    return ""


def _marked(unit: Unit, clause: Clause, begin: int, end: int, words: ModalityLexicon) -> bool:
    """« peut-être », « sans doute » in the clause itself, not in one that hangs on it."""
    verbs = 0
    for i in range(begin, end):
        token = unit.tokens[i]
        if i > clause.at and is_finite(token) and token not in clause.group.chain:
            verbs += 1
        if verbs:
            return False
        for marker, _ in words.markers.get(lower(token), ()):
            if tuple(lower(t) for t in unit.tokens[i : i + len(marker)]) == marker:
                return True
    return False


def _is_directive(
    unit: Unit, clause: Clause, subject: str, effects: frozenset[Effect], modals: set[str]
) -> bool:
    verb, predicate = clause.group.first, clause.predicate
    if "directive" in effects or clause.rule.startswith("clause.wish"):
        return True
    if {"devoir", "falloir", "convenir"} & modals or verb_of(verb) == "falloir":
        return True
    if subject in SPEAKERS and verb_of(predicate) in PERFORMATIVES:
        return True
    if len(clause.group.chain) > 1 and (
        predicate.lemma_.lower() in DUTY_NOUNS or lower(predicate).rstrip("es") in DUTIES
    ):
        return _governs(unit, predicate)
    return verb.morph.get("Mood", []) == ["Imp"] and not subject and unit.quote is not None


def _governs(unit: Unit, predicate: Token) -> bool:
    """« il est *temps* de … », « sont *priés* de … »: an infinitive or a clause follows."""
    following = [t for t in unit.tokens if predicate.i < t.i <= predicate.i + 3]
    return any(lower(t) in {"de", "d'", "que", "qu'", "à"} for t in following)
