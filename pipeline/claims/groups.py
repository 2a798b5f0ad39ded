"""Verb groups: from the finite verb to the word that carries the meaning, the predicate.

« **a** été **abattu** », « **pourrait** encore **frapper** », « **est** sans doute **possible** »:
the parser is asked first, then the words that follow, since it often loses the thread in long
sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.claims.forms import (
    CLITICS,
    is_finite,
    is_infinitive,
    is_past_participle,
    lower,
    verb_of,
)
from pipeline.claims.units import Unit
from pipeline.lexicons.modality import ModalityLexicon, ModalVerb

REACH = 8  # tokens between an auxiliary and its participle, a modal and its infinitive
COPULAS = {"être", "sembler", "paraître", "demeurer"}
NEGATIONS = {"pas", "plus", "jamais", "rien", "guère", "point", "ni", "que", "qu'"}


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


def verb_group(unit: Unit, at: int, words: ModalityLexicon) -> Group:
    """The group of the verb at `unit.tokens[at]`, followed inside the unit only."""
    chain, modals = [unit.tokens[at]], []
    for _ in range(REACH):
        token = unit.tokens[at]
        verb = verb_of(token)
        if verb in {"avoir", "être"}:
            follows = _participle(unit, at)
            if follows is not None:
                at = follows
                chain.append(unit.tokens[at])
                continue
        modal, follows = _infinitive(unit, at, words.verbs.get(verb, ()))
        if modal is not None and follows is not None:
            modals.append(modal)
            at = follows
            chain.append(unit.tokens[at])
            continue
        if verb in COPULAS:
            attribute = _attribute(unit, at)
            if attribute is not None:
                if verb in words.verbs:
                    modals.extend(words.verbs[verb])
                chain.append(attribute)
        break
    return Group(tuple(chain), tuple(modals))


def _skippable(token: Token) -> bool:
    """What may stand inside a group: negations, pronouns, adverbs, quotation marks, brackets."""
    return (
        token.pos_ == "ADV"
        or lower(token) in CLITICS
        or lower(token)
        in {"pas", "plus", "jamais", "rien", "tout", "bien", "«", "»", ",", "(", "["}
    )


def _participle(unit: Unit, at: int) -> int | None:
    """Position of the participle of the auxiliary at `at`: « a *abattu* », « s'est vite *enfui* »."""
    auxiliary = unit.tokens[at]
    reflexive = at > 0 and lower(unit.tokens[at - 1]) in {"s'", "se", "me", "m'", "te", "t'"}
    for i in range(at + 1, min(at + 1 + REACH, len(unit.tokens))):
        token = unit.tokens[i]
        if is_finite(token):
            return None
        if is_past_participle(token) and (
            token.pos_ != "ADJ" or token.head == auxiliary or auxiliary.head == token
        ):
            return i
        if auxiliary.dep_.startswith("aux") and auxiliary.head == token and token.pos_ != "NOUN":
            return i
        if not _skippable(token) and not (reflexive and verb_of(auxiliary) == "être"):
            return None
    return None


def _infinitive(
    unit: Unit, at: int, entries: tuple[ModalVerb, ...]
) -> tuple[ModalVerb | None, int | None]:
    """The infinitive that a modal verb governs, and the lexicon's entry: « risque de *frapper* »."""
    for entry in entries:
        linked = entry.linker is None
        for i in range(at + 1, min(at + 1 + REACH, len(unit.tokens))):
            token = unit.tokens[i]
            if not linked and lower(token) in _spellings(entry.linker):
                linked = True
            elif linked and is_infinitive(token):
                return entry, i
            elif is_finite(token) or (token.pos_ in {"SCONJ"}):
                break
            elif linked and entry.linker is not None and not _skippable(token):
                break
            elif entry.linker is None and not _skippable(token) and token.pos_ in {"DET", "NOUN"}:
                break
    return None, None


def _spellings(linker: str | None) -> set[str]:
    return {"de", "d'"} if linker == "de" else {linker or ""}


def _attribute(unit: Unit, at: int) -> Token | None:
    """The attribute of the copula at `at`: « est *possible* », « sont à *portée* »."""
    copula = unit.tokens[at]
    if at > 0 and lower(unit.tokens[at - 1]) == "y" and lower(unit.tokens[at]) in {"est", "sont"}:
        return None
    last = unit.tokens[-1].i
    head = copula.head
    if copula.dep_ == "cop" and copula.i < head.i <= last and not is_finite(head):
        between = [t for t in unit.tokens[at + 1 : at + 2 + head.i - copula.i] if t.i < head.i]
        if not any(is_finite(token) or token.text in {";", ":"} for token in between):
            return _noun_head(head, last)
    for i in range(at + 1, min(at + 1 + REACH, len(unit.tokens))):
        token = unit.tokens[i]
        if is_finite(token) or token.text in {";", ":", "."}:
            return None
        if token.pos_ in {"NOUN", "ADJ", "PROPN", "NUM", "VERB", "X"} or (
            token.pos_ == "PRON" and lower(token) not in CLITICS
        ):
            return _noun_head(token, last)
        if token.pos_ not in {"ADV", "DET", "ADP", "PUNCT"} and lower(token) not in CLITICS:
            return None
    return None


def _noun_head(token: Token, last: int) -> Token:
    """From a determiner, numeral or adjective to the noun it stands before: « une *grande* crise »."""
    for _ in range(3):
        head = token.head
        if (
            token.dep_ in {"amod", "det", "nummod", "advmod", "case"}
            and token.i < head.i <= min(last, token.i + 3)
            and head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
        ):
            token = head
        else:
            break
    return token
