"""Inversion: the subject after its verb, past times, places and addressees.

All positions are token indices, half-open.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.quotes.cues import CLITICS, VERBAL, Cue
from pipeline.quotes.phrases import is_time, phrase_end


def inverted_subject(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """The subject after the verb: « a décrit à l'Agence un secouriste, Nabil Abou Zeinab ».

    Times, adverbs and prepositional phrases between the two are passed over.
    """
    sentence = doc[cue.verb].sent
    at, end = cue.last + 1, sentence.end
    while at < end:
        token = doc[at]
        if _between_commas(doc, at):
            at += 1  # « résume, ému, le curé »
            continue
        if token.text in {".", "«", "»", ";", ":"} or token.pos_ in VERBAL:
            return None
        if token.pos_ == "ADP" or token.lower_ in {"lors", "dans", "sur", "à", "au", "en"}:
            at = max(skip_complement(doc, at, end), at + 1)
        elif token.pos_ in {"ADV", "PUNCT", "SPACE"} or is_time(token) or token.lower_ == "ce":
            if token.lower_ == "ce" and at + 1 < end and not is_time(doc[at + 1]):
                break
            at += 1
        elif token.pos_ == "PRON" and token.lower_ in CLITICS:
            at += 1
        elif token.pos_ == "DET" and at + 1 < end and is_time(doc[at + 1]) and token.lower_ != "l'":
            at += 2
        else:
            break
    if at >= end:
        return None
    stop = phrase_end(doc, at, end)
    return (at, stop) if stop > at else None


def _between_commas(doc: Doc, at: int) -> bool:
    """A word alone between two commas that is no name: « ému », « hilare »."""
    alone = 0 < at < len(doc) - 1 and doc[at - 1].text == doc[at + 1].text == ","
    return alone and doc[at].text[0].islower()


def skip_complement(doc: Doc, at: int, end: int) -> int:
    """The end of the prepositional phrase that opens at `at`, up to the next determiner or name.

    « à l'Agence un secouriste »: the phrase ends where a new determiner follows its noun.
    """
    i = at + 1
    seen_noun = False
    while i < end:
        token = doc[i]
        if token.is_punct and token.text not in {"'", "-"}:
            return i + 1 if token.text == "," else i
        starts_new = token.pos_ == "DET" or (token.pos_ == "PRON" and not seen_noun)
        if seen_noun and (starts_new or _new_name(doc, i)):
            return i
        if token.pos_ in {"NOUN", "PROPN", "PRON"} or is_time(token):
            seen_noun = True
        i += 1
    return i


def _new_name(doc: Doc, i: int) -> bool:
    """A capitalised word after a common noun (« à la presse Jean Dupont ») opens a new phrase."""
    before = doc[i - 1]
    if doc[i].ent_type_ == "PER" and doc[i].ent_iob_ == "B" and before.text[0].isupper():
        return True  # « a raconté à la chaîne NTV Anna Petrova »
    return doc[i].text[0].isupper() and before.text[0].islower() and before.pos_ == "NOUN"
