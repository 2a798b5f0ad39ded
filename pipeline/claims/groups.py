"""Verb groups: from the finite verb to the word that carries the meaning, the predicate.

« **a** été **abattu** », « **pourrait** encore **frapper** », « **est** sans doute **possible** »:
the words that follow are read one by one, with the parser's labels as a help, since it often loses
the thread in long sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.claims.forms import (
    is_infinitive,
    is_past_participle,
    is_verb,
    lower,
    verb_of,
)
from pipeline.claims.units import Unit
from pipeline.claims.words import CLITICS, FLEETING, NE, QUE, REFLEXIVES
from pipeline.lexicons.modality import ModalityLexicon, ModalVerb

REACH = 8  # tokens between an auxiliary and its participle, a modal and its infinitive
COPULAS = frozenset({"être", "sembler", "paraître"})
INSIDE = frozenset({"pas", "plus", "jamais", "rien", "ni", "tout", "bien", "«", "»", "[", "]"})
SKIPPED = CLITICS | INSIDE
TONIC = frozenset({"nous", "vous", "lui", "elle", "elles", "eux"})
STOPS = frozenset({";", ":", "."})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group. `chain` goes from the finite verb (or infinitive) to the predicate; `modals`
    are the lexicon's entries for the modal verbs in it."""

    chain: tuple[Token, ...]
    modals: tuple[ModalVerb, ...]

    @property
    def first(self) -> Token:
        return self.chain[0]

    @property
    def predicate(self) -> Token:
        return self.chain[-1]

    @property
    def is_compound(self) -> bool:
        """« aurait fourni », « serait mort », not « serait possible »."""
        if len(self.chain) < 2 or not is_past_participle(self.chain[1]):
            return False
        if verb_of(self.first) == "avoir":
            return True
        return (
            verb_of(self.first) == "être"
            and self.chain[1].dep_ != "aux:pass"
            and any(t.dep_ == "aux:tense" and t == self.first for t in self.chain[1].lefts)
        )


def verb_group(unit: Unit, at: int, lexicon: ModalityLexicon) -> Group:
    """The group of the verb at `unit.tokens[at]`, followed inside the unit only."""
    chain = [unit.tokens[at]]
    modals: list[ModalVerb] = []
    while len(chain) < REACH:
        verb = _infinitive_of(unit.tokens[at], lexicon)
        follows = _participle(unit, at) if verb in {"avoir", "être"} else None
        if follows is None:
            modal, follows = _infinitive(unit, at, lexicon.verbs.get(verb, ()))
            if modal is not None:
                modals.append(modal)
        if follows is None:
            break
        at = follows
        chain.append(unit.tokens[at])
    verb = verb_of(unit.tokens[at])
    if verb in COPULAS:
        attribute = _attribute(unit, at)
        if attribute is not None:
            # « a paru déçue » tells what was seen; « semble déçue » is a guess.
            modals.extend(lexicon.verbs.get(verb, ()) if len(chain) == 1 else ())
            chain.append(attribute)
    return Group(tuple(chain), tuple(modals))


def _infinitive_of(token: Token, lexicon: ModalityLexicon) -> str:
    """The verb's infinitive; the lexicon knows better than the model that *risque* is *risquer*."""
    return lexicon.forms.get(lower(token)) or verb_of(token)


def _skippable(token: Token) -> bool:
    """What may stand inside a group: negations, pronouns, adverbs (« *d'abord* », « *de nouveau* »
    too), quotation marks, brackets."""
    if token.dep_ == "fixed" or (token.dep_ == "advmod" and token.pos_ == "ADP"):
        return True
    return token.pos_ == "ADV" or lower(token) in SKIPPED


def _participle(unit: Unit, at: int) -> int | None:
    """Position of the participle of the auxiliary at `at`: « s'est vite *enfui* »."""
    auxiliary = unit.tokens[at]
    reflexive = at > 0 and unit.words[at - 1] in REFLEXIVES
    named = _labelled_participle(unit, at)
    bracketed = False  # « a, selon lui, *coulé* »
    for i in range(at + 1, min(at + 1 + REACH, len(unit.tokens))):
        token = unit.tokens[i]
        if unit.is_finite(token):
            return None
        linked = token.head == auxiliary or auxiliary.head == token
        if is_past_participle(token) and (token.pos_ != "ADJ" or linked):
            return i
        labelled = auxiliary.dep_.startswith("aux") and auxiliary.head == token
        if labelled and is_verb(token) and not _is_fleeting(token):
            return i
        bracketed = bracketed or (token.text == "," and i == at + 1)
        around = bracketed or (reflexive and verb_of(auxiliary) == "être") or named > i
        if not (_skippable(token) or around):
            return None
    return None


def _labelled_participle(unit: Unit, at: int) -> int:
    """Position of the participle whose auxiliary the parser says this is, or -1: « a *d'abord*
    cru », « ont *de nouveau* survolé »."""
    auxiliary = unit.tokens[at]
    head = auxiliary.head
    if not auxiliary.dep_.startswith("aux") or not is_past_participle(head):
        return -1
    near = range(at + 1, min(at + 1 + REACH, len(unit.tokens)))
    return next((i for i in near if unit.tokens[i] == head), -1)


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
    for i in range(at + 1, min(at + 1 + REACH, len(unit.tokens))):
        token = unit.tokens[i]
        if not linked and lower(token).rstrip("'e") == str(linker).rstrip("e"):
            linked = True
            continue
        if linked and is_infinitive(token):
            return i
        bracketed = bracketed or (token.text == "," and i == at + 1)
        if unit.is_finite(token) or lower(token) in QUE or token.text in STOPS:
            return None
        if not (_skippable(token) or bracketed or _is_adverbial(unit, i)):
            return None
    return None


def _is_adverbial(unit: Unit, at: int) -> bool:
    """« prévoit *en outre* de … », « doit *sous peu* … »: a preposition and a bare noun."""
    token = unit.tokens[at]
    if token.pos_ == "ADP":
        return at + 1 < len(unit.tokens) and unit.tokens[at + 1].pos_ in {"NOUN", "ADV", "ADP"}
    return token.pos_ in {"NOUN", "ADP"} and unit.tokens[at - 1].pos_ == "ADP"


def _attribute(unit: Unit, at: int) -> Token | None:
    """The attribute of the copula at `at`: « est *possible* », « sont à *portée* ».

    « Nous y *sommes* » has none, nor has « le problème *est* que … » (see `clauses`).
    """
    copula, last = unit.tokens[at], unit.tokens[-1].i
    around = unit.tokens[max(0, at - 1) : at + 2]
    # « ce ne serait *qu'un chiffon* »
    limited = not NE.isdisjoint(unit.words[max(0, at - 3) : at])
    if (at > 0 and lower(around[0]) == "y") or (lower(around[-1]) in QUE and not limited):
        return None
    head = copula.head
    if copula.dep_ == "cop" and copula.i < head.i <= min(last, copula.i + 2 * REACH):
        between = copula.doc[copula.i + 1 : head.i + 1]
        if not any(unit.is_finite(t) or t.text in STOPS for t in between) and not _is_fleeting(
            head
        ):
            return _noun_head(head, last)
    for token, before in zip(unit.tokens[at + 1 : at + 1 + REACH], unit.tokens[at:], strict=False):
        if unit.is_finite(token) or token.text in STOPS:
            break
        if _may_be_attribute(token, before) or _is_tonic(unit, token):
            return _noun_head(token, last)
        if limited and lower(token) in QUE:
            continue
        transparent = token.pos_ in {"ADV", "DET", "ADP", "PUNCT"} or lower(token) in CLITICS
        if not transparent and not _is_fleeting(token):
            break
    return None


def _may_be_attribute(token: Token, before: Token) -> bool:
    """A noun, adjective, participle or full pronoun; « c'est le *moins* que l'on puisse dire »."""
    if token.pos_ == "PRON":
        return lower(token) not in CLITICS
    if token.pos_ == "ADV":
        return before.pos_ == "DET"
    return token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM", "VERB", "X"} and not _is_fleeting(token)


def _is_tonic(unit: Unit, token: Token) -> bool:
    """« c'est *nous* », « c'est *vous* qui … »: no verb follows at once."""
    if lower(token) not in TONIC:
        return False
    after = bisect_right(unit.places, token.i)
    following = unit.tokens[after] if after < len(unit.tokens) else None
    return following is None or following.is_punct or lower(following) == "qui"


def _is_fleeting(token: Token) -> bool:
    """An adverb that the model takes for the attribute: « sont *maintenant* en sécurité »."""
    return lower(token) in FLEETING


def _noun_head(token: Token, last: int) -> Token:
    """From what stands before a noun to the noun: « une *grande* crise » is about the *crise*."""
    for _ in range(3):
        head = token.head
        before_noun = token.dep_ in {"amod", "det", "nummod", "advmod", "case"}
        near = token.i < head.i <= min(last, token.i + 3)
        if not (before_noun and near and head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}):
            break
        token = head
    return token
