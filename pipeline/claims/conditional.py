"""The readings of the French conditional.

« Le navire *aurait coulé* » is hearsay: the author does not vouch for it. « S'il pleuvait, il
*partirait* » hangs on a hypothesis. « Elle a assuré qu'il *viendrait* » is a future seen from the
past. « Je *voudrais* savoir » is polite.
"""

from __future__ import annotations

from typing import Literal

from pipeline.claims.extents import Placed
from pipeline.claims.forms import is_past, is_past_participle, verb_of
from pipeline.claims.groups import is_compound
from pipeline.claims.tokens import Tokens, is_punct
from pipeline.claims.units import Unit
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
    tokens, group = placed.unit.tokens, placed.clause.group
    compound, subject = is_compound(tokens, group), clitic_subject(placed)
    if subject in PERSONS:
        return "polite"
    if not compound and group.verb in lexicon.wishes:
        return "polite"
    if subject == "on" and tokens.lower[group.first] == "dirait":
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
    told = is_compound(placed.unit.tokens, placed.clause.group) or _is_passive_past(placed)
    return not told or denied or bool(clitic_subject(placed))


def _is_passive_past(placed: Placed) -> bool:
    """« *auraient été* pris »"""
    chain = placed.clause.group.chain
    return len(chain) > 2 and placed.unit.tokens.lower[chain[1]] == "été"


def is_hypothetical(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """Whether the clause hangs on a hypothesis: « si … », « à défaut », an imagined event."""
    if not HYPOTHESES.isdisjoint(placed.words_before):
        return True
    before = range(placed.begin, placed.clause.at)
    tags, words = placed.unit.tags, placed.unit.words
    opening = [i for i in before if tags[i] != "CCONJ" and not is_punct(words[i])][:2]
    if len(opening) == 2 and words[opening[0]] == "sans" and tags[opening[1]] == "DET":
        return True  # « *Sans cet* accord, le pays manquerait de blé »
    return _hangs_on_si(placed) or _is_imagined(placed, lexicon)


def _hangs_on_si(placed: Placed) -> bool:
    """A *si* with an imperfect, or with a pluperfect, in the same unit; before the clause's verb
    with any tense: « L'attaque, si elle est confirmée, *mettrait* fin à la trêve ».

    A past conditional needs the pluperfect: in « aurait promis d'agir si la trêve échouait », the
    hypothesis belongs to the promise.
    """
    unit, at = placed.unit, placed.clause.at
    low, high = max(0, at - REACH), min(at + REACH, len(unit.words))
    if "si" not in unit.words[low:high] and "s'" not in unit.words[low:high]:
        return False
    compound = is_compound(unit.tokens, placed.clause.group)
    for i in range(low, high):
        if not _is_si(unit, i, high):
            continue
        near = unit.places[i + 1 : min(i + 20, high)]
        verb = next((token for token in near if token in unit.finite), None)
        if verb is not None and is_past(unit.tokens, verb):
            return not compound or _is_pluperfect(unit.tokens, verb)
        if verb is not None and verb < placed.clause.group.first and placed.begin <= i:
            return not compound
    return False


def _is_si(unit: Unit, at: int, high: int) -> bool:
    """« *si* elle part », « *s'*il part »; not « *si* grand », « *s'*est enfui »."""
    if unit.words[at] == "si":
        return unit.tags[at] == "SCONJ" or unit.label(at) == "mark"
    if unit.words[at] != "s'" or at + 1 >= high:
        return False
    return unit.words[at + 1] in {"il", "ils"}


def _is_pluperfect(tokens: Tokens, verb: int) -> bool:
    if verb_of(tokens, verb) not in {"avoir", "être"}:
        return False
    following = range(verb + 1, min(verb + 4, len(tokens.lower)))
    return any(is_past_participle(tokens, token) for token in following)


def _is_imagined(placed: Placed, lexicon: ModalityLexicon) -> bool:
    """« *Une défaite* compromettrait ses chances »: an event that is only thought of.

    An event (see modal_markers.csv) as indefinite singular subject of a simple conditional other
    than *être* or *avoir*; people and things do in hearsay what they do (« Un cargo *livrerait*
    des armes »).
    """
    tokens, group = placed.unit.tokens, placed.clause.group
    if len(group.chain) > 1:
        return False
    lefts = tokens.lefts(group.predicate)
    subject = next((left for left in lefts if tokens.dep[left].startswith("nsubj")), None)
    if subject is None or tokens.lower[subject] not in lexicon.events:
        return False
    determiners = {tokens.lower[left] for left in tokens.lefts(subject)}
    return not determiners.isdisjoint({"un", "une", "tout", "toute"})


def clitic_subject(placed: Placed) -> str:
    """The pronoun that is the subject of the clause's verb, in small letters, or nothing."""
    words, at = placed.unit.words, placed.clause.at
    if at + 1 < len(words) and words[at + 1] in AFTER_VERB:
        return words[at + 1]
    for i in range(at - 1, max(0, at - 4) - 1, -1):
        if words[i] in SUBJECTS:
            return words[i]
        if placed.unit.tags[i] not in {"PRON", "ADV"} and words[i] not in NE:
            return ""
    return ""
