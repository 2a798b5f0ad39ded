"""Verb groups: from the finite verb to the word that carries the meaning, the predicate.

« **a** été **abattu** », « **pourrait** encore **frapper** », « **est** sans doute **possible** »:
the words that follow are read one by one, with the parser's labels as a help, since it often loses
the thread in long sentences.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.claims.forms import is_infinitive, is_past_participle, is_verb, verb_of
from pipeline.claims.tokens import Tokens, is_punct
from pipeline.claims.units import Unit
from pipeline.claims.words import CLITICS, FLEETING, NE, QUE, REFLEXIVES
from pipeline.lexicons.modality import ModalityLexicon, ModalVerb

REACH = 8  # tokens between an auxiliary and its participle, a modal and its infinitive
COPULAS = frozenset({"être", "sembler", "paraître"})
INSIDE = frozenset({"pas", "plus", "jamais", "rien", "ni", "tout", "bien", "«", "»", "[", "]"})
SKIPPED = CLITICS | INSIDE
TONIC = frozenset({"nous", "vous", "lui", "elle", "elles", "eux"})
STOPS = frozenset({";", ":", "."})
ATTRIBUTES = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "VERB", "X"})


class Group(NamedTuple):
    """A verb group. `chain` goes from the finite verb (or infinitive) to the predicate; `verb` is
    the infinitive of the first, `modals` are the lexicon's entries for the modal verbs in it."""

    chain: tuple[int, ...]
    verb: str
    modals: tuple[ModalVerb, ...] = ()

    @property
    def first(self) -> int:
        return self.chain[0]

    @property
    def predicate(self) -> int:
        return self.chain[-1]

    def has_modal(self, verb: str) -> bool:
        """Whether a verb, given by its infinitive, is one of the modal ones."""
        return verb in [modal.verb for modal in self.modals]

    def expresses(self, modality: str) -> bool:
        """Whether one of the modal verbs gives its clause this modality."""
        return modality in [modal.modality for modal in self.modals]


def is_compound(tokens: Tokens, group: Group) -> bool:
    """« aurait fourni », « serait mort », not « serait possible »."""
    if len(group.chain) < 2 or not is_past_participle(tokens, group.chain[1]):
        return False
    auxiliary, participle = group.chain[:2]
    if group.verb != "être" or tokens.dep[participle] == "aux:pass":
        return group.verb == "avoir"
    is_tense = tokens.dep[auxiliary] == "aux:tense"
    return is_tense and tokens.head[auxiliary] == participle and auxiliary < participle


def verb_group(unit: Unit, at: int, lexicon: ModalityLexicon) -> Group:
    """The group of the verb at a position of the unit, followed inside the unit only."""
    chain = [unit.places[at]]
    modals: list[ModalVerb] = []
    first = verb = verb_of(unit.tokens, chain[0])
    while len(chain) < REACH:
        # The lexicon knows better than the model that *risque* is *risquer*.
        known = lexicon.forms.get(unit.words[at], verb)
        follows = _participle(unit, at) if known in {"avoir", "être"} else None
        if follows is None:
            modal, follows = _infinitive(unit, at, lexicon.verbs.get(known, ()))
            if modal is not None:
                modals.append(modal)
        if follows is None:
            break
        at = follows
        chain.append(unit.places[at])
        verb = verb_of(unit.tokens, chain[-1])
    if verb in COPULAS:
        attribute = _attribute(unit, at)
        if attribute is not None:
            # « a paru déçue » tells what was seen; « semble déçue » is a guess.
            modals.extend(lexicon.verbs.get(verb, ()) if len(chain) == 1 else ())
            chain.append(attribute)
    return Group(tuple(chain), first, tuple(modals))


def _near(unit: Unit, at: int) -> range:
    """The positions after a verb in which the rest of its group is looked for."""
    return range(at + 1, min(at + 1 + REACH, len(unit.places)))


def _skippable(unit: Unit, at: int) -> bool:
    """What may stand inside a group: negations, pronouns, adverbs (« *d'abord* », « *de nouveau* »
    too), quotation marks, brackets."""
    tag = unit.tags[at]
    if tag == "ADV" or unit.words[at] in SKIPPED:
        return True
    label = unit.label(at)
    return label == "fixed" or (label == "advmod" and tag == "ADP")


def _participle(unit: Unit, at: int) -> int | None:
    """Position of the participle of the auxiliary at `at`: « s'est vite *enfui* »."""
    tokens, auxiliary = unit.tokens, unit.places[at]
    above, is_aux = tokens.head[auxiliary], unit.label(at).startswith("aux")
    reflexive = at > 0 and unit.words[at - 1] in REFLEXIVES
    reflexive = reflexive and verb_of(tokens, auxiliary) == "être"
    bracketed = False  # « a, selon lui, *coulé* »
    for i in _near(unit, at):
        token = unit.places[i]
        if token in unit.finite:
            return None
        linked = above == token or tokens.head[token] == auxiliary
        if is_past_participle(tokens, token) and (linked or unit.tags[i] != "ADJ"):
            return i
        labelled = is_aux and above == token
        if labelled and is_verb(tokens, token) and unit.words[i] not in FLEETING:
            return i
        bracketed = bracketed or (unit.words[i] == "," and i == at + 1)
        passed = bracketed or reflexive or _skippable(unit, i)
        if not passed and token >= _labelled_participle(unit, at):
            return None
    return None


def _labelled_participle(unit: Unit, at: int) -> int:
    """The participle whose auxiliary the parser says this is, or -1: « a *d'abord* cru », « ont *de
    nouveau* survolé »."""
    if not unit.label(at).startswith("aux"):
        return -1
    head, near = unit.head(at), _near(unit, at)
    found = is_past_participle(unit.tokens, head) and head in unit.places[near.start : near.stop]
    return head if found else -1


def _infinitive(
    unit: Unit, at: int, entries: tuple[ModalVerb, ...]
) -> tuple[ModalVerb | None, int | None]:
    """The lexicon's entry of a modal verb and the infinitive it governs: « risque de *fuir* »."""
    for entry in entries:
        place = _governed(unit, at, entry.linker)
        if place is not None:
            return entry, place
    return None, None


def _governed(unit: Unit, at: int, linker: str | None) -> int | None:
    linked = linker is None
    bracketed = False  # « doit, dans les heures qui viennent, *signer* »
    for i in _near(unit, at):
        word = unit.words[i]
        if not linked and word.rstrip("'e") == str(linker).rstrip("e"):
            linked = True
            continue
        if linked and is_infinitive(unit.tokens, unit.places[i]):
            return i
        bracketed = bracketed or (word == "," and i == at + 1)
        if unit.places[i] in unit.finite or word in QUE or word in STOPS:
            return None
        if not (bracketed or _skippable(unit, i) or _is_adverbial(unit, i)):
            return None
    return None


def _is_adverbial(unit: Unit, at: int) -> bool:
    """« prévoit *en outre* de … », « doit *sous peu* … »: a preposition and a bare noun."""
    if unit.tags[at] == "ADP":
        return at + 1 < len(unit.tags) and unit.tags[at + 1] in {"NOUN", "ADV", "ADP"}
    return unit.tags[at] == "NOUN" and unit.tags[at - 1] == "ADP"


def _attribute(unit: Unit, at: int) -> int | None:
    """The attribute of the copula at `at`: « est *possible* », « sont à *portée* ».

    « Nous y *sommes* » has none, nor has « le problème *est* que … » (see `clauses`).
    """
    # « ce ne serait *qu'un chiffon* »
    limited = not NE.isdisjoint(unit.words[max(0, at - 3) : at])
    if at > 0 and unit.words[at - 1] == "y":
        return None
    if unit.words[at : at + 2][-1] in QUE and not limited:
        return None
    last = unit.places[-1]
    head = _labelled_attribute(unit, at)
    if head is not None:
        return _noun_head(unit.tokens, head, last)
    for i in _near(unit, at):
        word, tag = unit.words[i], unit.tags[i]
        if unit.places[i] in unit.finite or word in STOPS:
            break
        if _may_be_attribute(unit, i) or _is_tonic(unit, i):
            return _noun_head(unit.tokens, unit.places[i], last)
        if limited and word in QUE:
            continue
        transparent = tag in {"ADV", "DET", "ADP", "PUNCT"} or word in CLITICS
        if not transparent and word not in FLEETING:
            break
    return None


def _labelled_attribute(unit: Unit, at: int) -> int | None:
    """The word whose copula the parser says this is, if nothing stands against it."""
    tokens, copula = unit.tokens, unit.places[at]
    head = tokens.head[copula]
    near = copula < head <= min(unit.places[-1], copula + 2 * REACH)
    if not near or unit.label(at) != "cop" or tokens.lower[head] in FLEETING:
        return None
    between = range(copula + 1, head + 1)
    if any(token in unit.finite or tokens.lower[token] in STOPS for token in between):
        return None
    return head


def _may_be_attribute(unit: Unit, at: int) -> bool:
    """A noun, adjective, participle or full pronoun; « c'est le *moins* que l'on puisse dire »."""
    word, tag = unit.words[at], unit.tags[at]
    if tag == "PRON":
        return word not in CLITICS
    if tag == "ADV":
        return unit.tags[at - 1] == "DET"
    return tag in ATTRIBUTES and word not in FLEETING


def _is_tonic(unit: Unit, at: int) -> bool:
    """« c'est *nous* », « c'est *vous* qui … »: no verb follows at once."""
    if unit.words[at] not in TONIC:
        return False
    following = unit.words[at + 1 : at + 2]
    return not following or following[0] == "qui" or is_punct(following[0])


def _noun_head(tokens: Tokens, token: int, last: int) -> int:
    """From what stands before a noun to the noun: « une *grande* crise » is about the *crise*."""
    for _ in range(3):
        head = tokens.head[token]
        before_noun = tokens.dep[token] in {"amod", "det", "nummod", "advmod", "case"}
        near = token < head <= min(last, token + 3)
        if not (before_noun and near and tokens.pos[head] in {"NOUN", "PROPN", "ADJ", "NUM"}):
            break
        token = head
    return token
