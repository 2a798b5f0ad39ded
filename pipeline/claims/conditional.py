"""The readings of the French conditional.

« Le navire *aurait coulé* » is hearsay: the author does not vouch for it. « S'il pleuvait, il
*partirait* » hangs on a hypothesis. « Elle a assuré qu'il *viendrait* » is a future seen from the
past. « Je *voudrais* savoir » is polite.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from pipeline.claims.extents import Placed
from pipeline.claims.forms import is_past, is_past_participle, lower, verb_of
from pipeline.claims.words import HYPOTHESES, INVERTED, NE, PERSONS, SUBJECTS
from pipeline.lexicons.modality import ModalityLexicon

REACH = 40  # tokens between a conditional and the hypothesis it hangs on
AFTER_VERB = INVERTED | {"-je", "-nous", "-vous"}
Reading = Literal["hearsay", "hypothetical", "future in the past", "polite"]


def reading_of(
    placed: Placed, lexicon: ModalityLexicon, *, past_cue: bool, goes_on: bool
) -> Reading:
    """How the conditional of a clause is meant.

    Args:
        placed: a clause whose verb is a conditional.
        past_cue: its content hangs on a cue in the past. The compound conditional stays hearsay
            there: « a assuré que le navire *aurait coulé* ».
        goes_on: the clause before hangs on a hypothesis which may hold here too: « En cas
            d'échec, le conseil serait dissous et l'armée *prendrait* le pouvoir ».
    """
    compound = placed.clause.group.is_compound
    if clitic_subject(placed) in PERSONS:
        return "polite"
    verb = placed.clause.group.first
    if not compound and verb_of(verb) in lexicon.wishes:
        return "polite"
    if clitic_subject(placed) == "on" and lower(verb) == "dirait":
        return "polite"  # « On dirait un film »
    if is_hypothetical(placed, lexicon) or (goes_on and not compound) or _is_imagined_aloud(placed):
        return "hypothetical"
    return "future in the past" if past_cue and not compound else "hearsay"


def _is_imagined_aloud(placed: Placed) -> bool:
    """« « Deux cents hommes n'y *suffiraient* pas » »: in direct speech a conditional supposes.

    Who speaks for himself vouches for what he says; hearsay is then told in the past, of others,
    and not denied (« « Trois soldats *auraient été pris* » »; « « Elle n'*aurait* pas *cédé* » »).
    """
    quote = placed.unit.quote
    if quote is None or quote.kind not in {"direct", "block"}:
        return False
    denied = not NE.isdisjoint(placed.words_before[-4:])
    told = placed.clause.group.is_compound or _is_passive_past(placed)
    return not told or denied or bool(clitic_subject(placed))


def _is_passive_past(placed: Placed) -> bool:
    """« *auraient été* pris »"""
    chain = placed.clause.group.chain
    return len(chain) > 2 and lower(chain[1]) == "été"


def is_hypothetical(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """Whether the clause hangs on a hypothesis: « si … », « à défaut », an imagined event."""
    if not HYPOTHESES.isdisjoint(placed.words_before):
        return True
    opening = [t for t in placed.before if not t.is_punct and t.pos_ != "CCONJ"][:2]
    if len(opening) == 2 and lower(opening[0]) == "sans" and opening[1].pos_ == "DET":
        return True  # « *Sans cet* accord, le pays manquerait de blé »
    return _hangs_on_si(placed) or _is_imagined(placed, lexicon)


def _hangs_on_si(placed: Placed) -> bool:
    """A *si* with an imperfect, or with a pluperfect, in the same unit; before the clause's verb
    with any tense: « L'attaque, si elle est confirmée, *mettrait* fin à la trêve ».

    A past conditional needs the pluperfect: in « aurait promis d'agir si la trêve échouait », the
    hypothesis belongs to the promise.
    """
    at, compound = placed.clause.at, placed.clause.group.is_compound
    verb_at = placed.clause.group.first.i
    words = placed.unit.words[max(0, at - REACH) : at + REACH]
    if "si" not in words and "s'" not in words:
        return False
    tokens = placed.unit.tokens[max(0, at - REACH) : at + REACH]
    for i, token in enumerate(tokens):
        is_si = words[i] == "si" and (token.pos_ == "SCONJ" or token.dep_ == "mark")
        if not is_si and not (words[i] == "s'" and words[i + 1 : i + 2] in {("il",), ("ils",)}):
            continue
        verb = next((t for t in tokens[i + 1 : i + 20] if placed.unit.is_finite(t)), None)
        if verb is not None and is_past(verb):
            return not compound or _is_pluperfect(verb)
        if verb is not None and verb.i < verb_at and placed.unit.tokens[placed.begin].i <= token.i:
            return not compound
    return False


def _is_pluperfect(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 4]
    return verb_of(verb) in {"avoir", "être"} and any(is_past_participle(t) for t in following)


def _is_imagined(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« *Une défaite* compromettrait ses chances »: an event that is only thought of.

    An event (see modal_markers.csv) as indefinite singular subject of a simple conditional other
    than *être* or *avoir*; people and things do in hearsay what they do (« Un cargo *livrerait*
    des armes »).
    """
    group = placed.clause.group
    if group.is_compound or len(group.chain) > 1:
        return False
    subject = next((t for t in group.predicate.lefts if t.dep_.startswith("nsubj")), None)
    if subject is None or lower(subject) not in lexicon.events:
        return False
    return any(lower(t) in {"un", "une", "tout", "toute"} for t in subject.lefts)


def clitic_subject(placed: Placed) -> str:
    """The pronoun that is the subject of the clause's verb, in small letters, or nothing."""
    words, at = placed.unit.words, placed.clause.at
    if at + 1 < len(words) and words[at + 1] in AFTER_VERB:
        return words[at + 1]
    for i in range(at - 1, max(0, at - 4) - 1, -1):
        if words[i] in SUBJECTS:
            return words[i]
        if placed.unit.tokens[i].pos_ not in {"PRON", "ADV"} and words[i] not in NE:
            return ""
    return ""
