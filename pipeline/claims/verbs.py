"""The finite verbs of a unit, each with the word that makes its clause subordinate, if any.

The parser's labels cannot be trusted here: in « Nous n'avons plus d'armes, nous tenons » it makes
the first clause an adverbial of the second. What French always shows is the word that makes a
clause subordinate: every *qui*, *que*, *quand*, *si* has a finite verb of its own further on. So
finite verbs are read from left to right, each taking the nearest introducer still without a verb;
a verb for which none is left heads an independent clause.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.claims.forms import is_infinitive, is_verb, words_after
from pipeline.claims.groups import Group, verb_group
from pipeline.claims.turning import STRONG
from pipeline.claims.units import Unit
from pipeline.claims.words import (
    COMPARATIVES,
    CONJUNCTIONS,
    DENYING,
    JOINERS,
    NE,
    OBJECT_CLITICS,
    PRESENTERS,
    QUE,
    RELATIVES,
)
from pipeline.lexicons.modality import ModalityLexicon

TIMES = frozenset(
    {"an", "année", "mois", "semaine", "jour", "heure", "minute", "siècle", "décennie"}
)
NAMES = frozenset({"PROPN", "NOUN"})


class Verb(NamedTuple):
    """A finite verb: its position in the unit, its group, the position of its introducer."""

    at: int
    group: Group
    introducer: int | None


def find_verbs(unit: Unit, lexicon: ModalityLexicon) -> tuple[Verb, ...]:
    """The finite verbs of a unit in the order of the text (see the module's docstring)."""
    pending: list[int] = []
    verbs: list[Verb] = []
    taken = -1  # last token of the last verb group
    for at in turning_points(unit):
        if pending and _closes(unit, at):
            pending.clear()
        if _is_introducer(unit, at, verbs):
            pending.append(at)
        elif unit.places[at] > taken and _is_head(unit, at, lexicon) and not _is_ago(unit, at):
            group = verb_group(unit, at, lexicon)
            introducer = pending.pop() if pending else _shared(unit, at, verbs)
            verbs.append(Verb(at, group, introducer))
            taken = max([t for t in group.chain if t == group.first or is_verb(unit.tokens, t)])
    return tuple(verbs)


def turning_points(unit: Unit) -> list[int]:
    """The positions at which a clause may end or open, or have its verb: all to which `_closes`,
    `_is_introducer` and `_is_head` can say yes. Most words are none."""
    places, turning = unit.places, unit.turning
    if places[-1] - places[0] < len(places):
        return [at for at, token in enumerate(places) if token in turning]
    # What follows somebody else's words may be one too.
    before = (-1, *places)
    return [at for at, token in enumerate(places) if token in turning or token != before[at] + 1]


def _is_head(unit: Unit, at: int, lexicon: ModalityLexicon) -> bool:
    """A finite verb, or « voilà », which does the work of one."""
    if unit.words[at] in PRESENTERS:
        return at + 1 < len(unit.places)
    return unit.places[at] in unit.finite or _is_hidden(unit, at, lexicon)


def _is_hidden(unit: Unit, at: int, lexicon: ModalityLexicon) -> bool:
    """« Budapest *menace* de bloquer l'accord »: a modal verb that the model takes for a noun.

    A noun would have a determiner between it and the name or noun before it.
    """
    if at == 0 or unit.tags[at] not in {"NOUN", "ADJ"} or unit.tags[at - 1] not in NAMES:
        return False
    infinitive = lexicon.forms.get(unit.words[at])
    if infinitive is None:
        return False
    tokens, token = unit.tokens, unit.places[at]
    if any(tokens.pos[left] == "DET" for left in tokens.lefts(token)):
        return False
    linked = any(entry.linker is None for entry in lexicon.verbs[infinitive])
    for following in words_after(tokens, token, 5):
        if linked and is_infinitive(tokens, following):
            return True
        word, tag = tokens.lower[following], tokens.pos[following]
        linked = linked or (tag == "ADP" and word.rstrip("'e") in {"d", "à"})
        if tag not in {"ADV", "ADP", "PRON"} and word != "«":
            return False
    return False


def _closes(unit: Unit, at: int) -> bool:
    """Whether what was opened before ends here without its verb.

    A semicolon or a colon ends it, « , et » before a new subject, and, in the author's sentence,
    somebody else's words (« dit que [« … »], et part »).
    """
    if unit.words[at] in STRONG:
        return True
    if not at:
        return False
    if unit.tags[at] == "CCONJ" and unit.words[at - 1] == ",":
        return True
    left_out = range(unit.places[at - 1] + 1, unit.places[at])
    if not left_out or unit.quote is not None:
        return False
    return any(not unit.tokens.lower[token].isspace() for token in left_out)


def _is_introducer(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """Whether the token makes the clause that follows subordinate."""
    word = unit.words[at]
    if word in RELATIVES or word in CONJUNCTIONS:
        return not (word == "dont" and _counts(unit, at))
    if word in QUE:
        return _is_clause_que(unit, at, verbs)
    if word == "s'":
        return at + 1 < len(unit.words) and unit.words[at + 1] in {"il", "ils"}
    if word == "si":
        return unit.tags[at] == "SCONJ" or unit.label(at) == "mark"
    return word == "comme" and unit.label(at) == "mark" and is_verb(unit.tokens, unit.head(at))


def _counts(unit: Unit, at: int) -> bool:
    """« trente blessés, *dont* six graves, sont … »: a count, which has no verb."""
    for i in range(at + 1, min(at + 6, len(unit.words))):
        if unit.words[i] in {",", ")"}:
            return True
        if is_verb(unit.tokens, unit.places[i]):
            return False
    return False


def _is_clause_que(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """*que*, save where it opens no subordinate clause.

    « Il n'a *qu*'un commandant »; « plus *que* jamais »; « ainsi *que* l'usine »; « quoi *qu*'il
    dise » (one introducer, not two); « affirme [que les stocks baissent et *que* l'usine ferme] »
    (two clauses of one content).
    """
    before = unit.words[at - 1] if at else ""
    if before in JOINERS or before in {"quoi", "qui", "où"}:
        return False
    if verbs and _is_limited(unit, verbs[-1], at):
        return False
    since = unit.words[max(verbs[-1].at if verbs else 0, at - 10) : at]
    compares = not COMPARATIVES.isdisjoint(since)
    if compares:
        governor = unit.head(at)
        if governor not in unit.finite or _compares_nouns(unit, at):
            return False
    return not (
        hangs_on_que(unit)
        and at > 0
        and unit.tags[at - 1] == "CCONJ"
        and bool(verbs)
        and verbs[-1].introducer is None
    )


def _compares_nouns(unit: Unit, at: int) -> bool:
    """« Le jour où il paiera aussi bien *que* ses rivaux, l'usine tournera »: a comma comes before
    any verb."""
    for i in range(at + 1, len(unit.places)):
        if unit.words[i] == "," or unit.places[i] in unit.finite:
            return unit.words[i] == ","
    return False


def _is_limited(unit: Unit, verb: Verb, at: int) -> bool:
    """« ne … que », « ne … plus que »: nothing between *ne* and *que* negates for good."""
    if NE.isdisjoint(unit.words[max(0, verb.at - 4) : verb.at]):
        return False
    between = unit.words[verb.at : at]
    return at - verb.at < 8 and DENYING.isdisjoint(between)


def hangs_on_que(unit: Unit) -> bool:
    """Whether the unit is the content that *que* introduces: « affirme que [ … ] »."""
    if unit.quote is None or unit.quote.kind not in {"indirect", "mixed"}:
        return False
    lower, token = unit.tokens.lower, unit.places[0] - 1
    while token > 0 and (lower[token] in {"«", ","} or lower[token].isspace()):
        token -= 1
    return token >= 0 and lower[token] in QUE


def _shared(unit: Unit, at: int, verbs: list[Verb]) -> int | None:
    """« qui avance et *menace* »: a coordinated verb without subject shares the introducer."""
    i = at - 1
    while i >= 0 and (unit.words[i] in OBJECT_CLITICS or unit.tags[i] == "ADV"):
        i -= 1
    if i < 0 or unit.tags[i] != "CCONJ" or not verbs:
        return None
    head = unit.head(at)
    siblings = [v for v in verbs if unit.label(at) == "conj" and head in v.group.chain]
    return (siblings or verbs)[-1].introducer


def _is_ago(unit: Unit, at: int) -> bool:
    """« il y *a* trois ans »: a date."""
    if unit.words[at] != "a" or at < 1 or unit.words[at - 1] != "y":
        return False
    following = unit.places[at + 1 : at + 4]
    return any(unit.tokens.lemma(token).lower() in TIMES for token in following)
