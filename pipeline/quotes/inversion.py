"""Inversion: the subject after its verb, past times, places and addressees.

All positions are token indices, half-open.
"""

from __future__ import annotations

from pipeline.article import Article
from pipeline.quotes.cues import CLITICS, Cue
from pipeline.quotes.phrases import VERBAL, is_time, phrase_end

CLOSING = {".", "«", "»", ";", ":"}
PREPOSITIONS = {"lors", "dans", "sur", "à", "au", "en"}


def inverted_subject(article: Article, cue: Cue) -> tuple[int, int] | None:
    """The subject after the verb: « a décrit à l'Agence un secouriste, Nabil Abou Zeinab ».

    Times, adverbs and prepositional phrases between the two are passed over.
    """
    at, end = cue.last + 1, article.unit_at(cue.verb)[1]
    while at < end:
        word, tag = article.token_lower[at], article.token_pos[at]
        dated = at + 1 < end and is_time(article, at + 1)
        if _between_commas(article, at):
            at += 1  # « résume, ému, le curé »
        elif word in CLOSING or tag in VERBAL:
            return None
        elif tag == "ADP" or word in PREPOSITIONS:
            at = max(skip_complement(article, at, end), at + 1)
        elif word == "ce" and at + 1 < end and not dated:
            break
        elif _is_passed(article, at):
            at += 1
        elif tag == "DET" and dated and word != "l'":
            at += 2
        else:
            break
    if at >= end:
        return None
    stop = phrase_end(article, at, end)
    return (at, stop) if stop > at else None


def _is_passed(article: Article, at: int) -> bool:
    """Whether a token may stand alone between a verb and its subject: « a répété *hier* X »."""
    word, tag = article.token_lower[at], article.token_pos[at]
    if tag in {"ADV", "PUNCT", "SPACE"} or word == "ce" or is_time(article, at):
        return True
    return tag == "PRON" and word in CLITICS


def _between_commas(article: Article, at: int) -> bool:
    """A word alone between two commas that is no name: « ému », « hilare »."""
    texts = article.token_texts
    alone = 0 < at < len(texts) - 1 and texts[at - 1] == texts[at + 1] == ","
    return alone and texts[at][0].islower()


def skip_complement(article: Article, at: int, end: int) -> int:
    """The end of the prepositional phrase that opens at `at`, up to the next determiner or name.

    « à l'Agence un secouriste »: the phrase ends where a new determiner follows its noun.
    """
    i = at + 1
    seen_noun = False
    while i < end:
        text, tag = article.token_texts[i], article.token_pos[i]
        if article.token_is_punct[i] and text not in {"'", "-"}:
            return i + 1 if text == "," else i
        starts_new = tag == "DET" or (tag == "PRON" and not seen_noun)
        if seen_noun and (starts_new or _new_name(article, i)):
            return i
        if tag in {"NOUN", "PROPN", "PRON"} or is_time(article, i):
            seen_noun = True
        i += 1
    return i


def _new_name(article: Article, at: int) -> bool:
    """A capitalised word after a common noun (« à la presse Jean Dupont ») opens a new phrase."""
    word, before = article.token_texts[at], article.token_texts[at - 1]
    token = article.doc[at]
    if token.ent_type_ == "PER" and token.ent_iob_ == "B" and before[0].isupper():
        return True  # « a raconté à la chaîne NTV Anna Petrova »
    return word[0].isupper() and before[0].islower() and article.token_pos[at - 1] == "NOUN"
