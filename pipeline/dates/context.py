"""What an expression is resolved against: the day of the text, the days it told, the tense."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from pipeline.article import Article
from pipeline.lexicons.calendar import Calendar
from pipeline.lexicons.numbers import Numbers

Tense = Literal["past", "future"]
NOUNS = {"NOUN", "PROPN"}
VERBS = {"VERB", "AUX"}
COMPLEMENTS = {"nmod", "appos"}
AUXILIARIES = {"aux", "aux:tense", "aux:pass", "cop"}
# « traversera » ends like no other tense (« opéra » has its accent), but is tagged past at times.
FUTURE = ("era", "erai", "eras", "erons", "erez", "eront")
STEPS = 12  # how far up the parse the verb of an expression is looked for


class Context(NamedTuple):
    """`today` is the day of publication; `told` the day that the text told last before, in the same
    segment, None if that was a longer period; `told_year` the year of either; `years` the years of
    the days it told with their year."""

    calendar: Calendar
    numbers: Numbers
    today: datetime.date | None
    told: datetime.date | None = None
    told_year: int | None = None
    tense: Tense | None = None
    years: Mapping[tuple[int, int], int] = MappingProxyType({})


def tense_of(article: Article, token: int, calendar: Calendar) -> Tense | None:
    """Whether the clause of a token tells what was or what will be; None if it says neither.

    The complement of a noun (« les élections du 7 mai ») says nothing: the verb (« ont été
    annoncées ») may well be older than it, or younger. A participle beside a noun does
    (« la réunion prévue lundi »).
    """
    pos = article.token_pos
    for _ in range(STEPS):
        head = article.token_heads[token]
        if head == token:
            return None
        if pos[token] in NOUNS and pos[head] in NOUNS and article.token_dep[token] in COMPLEMENTS:
            return None
        if pos[head] in VERBS:
            return _verb_tense(article, head, calendar)
        token = head
    return None


def _verb_tense(article: Article, verb: int, calendar: Calendar) -> Tense | None:
    coming, morph = calendar.words["coming"], article.token_morph
    if article.token_lower[verb] in coming:
        return "future"
    dep = article.token_dep
    helpers = [child for child in article.token_children[verb] if dep[child] in AUXILIARIES]
    finite = next((word for word in (*helpers, verb) if "VerbForm=Fin" in morph[word]), None)
    if finite is None:  # « avoir abattu », « arrêté lundi », « livrer »
        participle = "VerbForm=Part" in morph[verb]
        return "past" if participle else _governed_tense(article, verb, calendar)
    if article.token_lower[finite].endswith(FUTURE):
        return "future"
    features = morph[finite]
    if "Tense=Imp" in features or "Tense=Past" in features:
        return "past"
    compound = any(dep[child] == "aux:tense" for child in helpers)
    if compound and "Tense=Fut" not in features:  # « a tiré », « aurait tiré »
        return "past"
    ahead = "Tense=Fut" in features or "Mood=Cnd" in features
    return "future" if ahead or article.doc[verb].lemma_ in coming else None


def _governed_tense(article: Article, infinitive: int, calendar: Calendar) -> Tense | None:
    """« doit livrer », « promet de livrer » speak of what will be, « a pu livrer » does not."""
    head = article.token_heads[infinitive]
    if article.token_pos[head] not in VERBS or head == infinitive:
        return None
    coming = calendar.words["coming"]
    if article.doc[head].lemma_ in coming or article.token_lower[head] in coming:
        return "future"
    finite = "VerbForm=Fin" in article.token_morph[head]
    return _verb_tense(article, head, calendar) if finite else None
