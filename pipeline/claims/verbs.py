"""The finite verbs of a unit, each with the word that makes its clause subordinate, if any.

The parser's labels cannot be trusted here: in « Nous n'avons plus d'armes, nous tenons » it makes
the first clause an adverbial of the second. What French always shows is the word that makes a
clause subordinate: every *qui*, *que*, *quand*, *si* has a finite verb of its own further on. So
finite verbs are read from left to right, each taking the nearest introducer still without a verb;
a verb for which none is left heads an independent clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.claims.forms import is_infinitive, is_verb, lower, words_after
from pipeline.claims.groups import Group, verb_group
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

STRONG = frozenset({";", ":", "…", "..."})
# The words of STRONG, of the introducers and of the heads that are no finite verbs (see below).
TURNING = STRONG | RELATIVES | CONJUNCTIONS | QUE | PRESENTERS | frozenset({"si", "s'", "comme"})
TIMES = frozenset(
    {"an", "année", "mois", "semaine", "jour", "heure", "minute", "siècle", "décennie"}
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb: its position in the unit, its group, the position of its introducer."""

    at: int
    group: Group
    introducer: int | None


def find_verbs(unit: Unit, lexicon: ModalityLexicon) -> tuple[Verb, ...]:
    """The finite verbs of a unit in the order of the text (see the module's docstring)."""
    pending: list[int] = []
    verbs: list[Verb] = []
    taken = -1  # last token of the last verb group
    for at in turning_points(unit, lexicon):
        if _closes(unit, at):
            pending.clear()
        if _is_introducer(unit, at, verbs):
            pending.append(at)
        elif unit.places[at] > taken and _is_head(unit, at, lexicon) and not _is_ago(unit, at):
            group = verb_group(unit, at, lexicon)
            introducer = pending.pop() if pending else _shared(unit, at, verbs)
            verbs.append(Verb(at, group, introducer))
            taken = max(t.i for t in group.chain if is_verb(t) or t == group.first)
    return tuple(verbs)


def turning_points(unit: Unit, lexicon: ModalityLexicon) -> Iterator[int]:
    """The positions at which a clause may end or open, or have its verb: all to which `_closes`,
    `_is_introducer` and `_is_head` can say yes. Most words are none."""
    before, next_to_it = "", unit.places[0]
    for at, (i, word) in enumerate(zip(unit.places, unit.words, strict=True)):
        if (
            i in unit.finite
            or word in TURNING
            or word in lexicon.forms
            or before == ","
            or i != next_to_it
        ):
            yield at
        before, next_to_it = word, i + 1


def _is_head(unit: Unit, at: int, lexicon: ModalityLexicon) -> bool:
    """A finite verb, or « voilà », which does the work of one."""
    if unit.words[at] in PRESENTERS:
        return at + 1 < len(unit.tokens)
    return unit.places[at] in unit.finite or _is_hidden(unit, at, lexicon)


def _is_hidden(unit: Unit, at: int, lexicon: ModalityLexicon) -> bool:
    """« Budapest *menace* de bloquer l'accord »: a modal verb that the model takes for a noun.

    A noun would have a determiner between it and the name or noun before it.
    """
    token, word = unit.tokens[at], unit.words[at]
    if at == 0 or unit.tags[at] not in {"NOUN", "ADJ"} or word not in lexicon.forms:
        return False
    if unit.tags[at - 1] not in {"PROPN", "NOUN"} or any(t.pos_ == "DET" for t in token.lefts):
        return False
    linkers = {entry.linker for entry in lexicon.verbs[lexicon.forms[word]]}
    linked = None in linkers
    for following in words_after(token, 5):
        if linked and is_infinitive(following):
            return True
        linked = linked or (following.pos_ == "ADP" and lower(following).rstrip("'e") in {"d", "à"})
        if following.pos_ not in {"ADV", "ADP", "PRON"} and following.text != "«":
            return False
    return False


def _closes(unit: Unit, at: int) -> bool:
    """Whether what was opened before ends here without its verb.

    A semicolon or a colon ends it, « , et » before a new subject, and, in the author's sentence,
    somebody else's words (« dit que [« … »], et part »).
    """
    if unit.words[at] in STRONG:
        return True
    if at and unit.tags[at] == "CCONJ" and unit.words[at - 1] == ",":
        return True
    if at and unit.quote is None and unit.places[at - 1] + 1 < unit.places[at]:
        between = unit.tokens[at].doc[unit.places[at - 1] + 1 : unit.places[at]]
        return any(not t.is_space for t in between)
    return False


def _is_introducer(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """Whether the token makes the clause that follows subordinate."""
    word = unit.words[at]
    if word in RELATIVES:
        return not (word == "dont" and _counts(unit, at))
    if word in CONJUNCTIONS:
        return True
    if word in QUE:
        return _is_clause_que(unit, at, verbs)
    token = unit.tokens[at]
    if word == "si":
        return token.pos_ == "SCONJ" or token.dep_ == "mark"
    if word == "s'":
        return at + 1 < len(unit.tokens) and unit.words[at + 1] in {"il", "ils"}
    return word == "comme" and token.dep_ == "mark" and is_verb(token.head)


def _counts(unit: Unit, at: int) -> bool:
    """« trente blessés, *dont* six graves, sont … »: a count, which has no verb."""
    following = unit.tokens[at + 1 : at + 6]
    comma = next((i for i, t in enumerate(following) if t.text in {",", ")"}), None)
    return comma is not None and not any(is_verb(t) for t in following[:comma])


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
    if compares and (not unit.is_finite(unit.tokens[at].head) or _compares_nouns(unit, at)):
        return False
    return not (
        hangs_on_que(unit)
        and at > 0
        and unit.tokens[at - 1].pos_ == "CCONJ"
        and bool(verbs)
        and verbs[-1].introducer is None
    )


def _compares_nouns(unit: Unit, at: int) -> bool:
    """« Le jour où il paiera aussi bien *que* ses rivaux, l'usine tournera »: a comma comes before
    any verb."""
    for token in unit.tokens[at + 1 :]:
        if token.text == "," or unit.is_finite(token):
            return token.text == ","
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
    first = unit.tokens[0]
    i = first.i - 1
    while i > 0 and (first.doc[i].text in {"«", ","} or first.doc[i].is_space):
        i -= 1
    return i >= 0 and lower(first.doc[i]) in QUE


def _shared(unit: Unit, at: int, verbs: list[Verb]) -> int | None:
    """« qui avance et *menace* »: a coordinated verb without subject shares the introducer."""
    i = at - 1
    while i >= 0 and (unit.words[i] in OBJECT_CLITICS or unit.tags[i] == "ADV"):
        i -= 1
    if i < 0 or unit.tags[i] != "CCONJ" or not verbs:
        return None
    head: Token = unit.tokens[at].head
    siblings = [v for v in verbs if unit.tokens[at].dep_ == "conj" and head in v.group.chain]
    return (siblings or verbs)[-1].introducer


def _is_ago(unit: Unit, at: int) -> bool:
    """« il y *a* trois ans »: a date."""
    if unit.words[at] != "a" or at < 1 or unit.words[at - 1] != "y":
        return False
    return any(t.lemma_.lower() in TIMES for t in unit.tokens[at + 1 : at + 4])
