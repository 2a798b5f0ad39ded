"""What an expression is resolved against: the day of the text, the days it told, the tense."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from pipeline.features import features_of
from pipeline.lexicons.calendar import Calendar
from pipeline.lexicons.numbers import Numbers

Tense = Literal["past", "future"]
NOUNS = {"NOUN", "PROPN"}
AUXILIARIES = {"aux", "aux:tense", "aux:pass", "cop"}
# « traversera » ends like no other tense (« opéra » has its accent), but is tagged past at times.
FUTURE = ("era", "erai", "eras", "erons", "erez", "eront")
STEPS = 12  # how far up the parse the verb of an expression is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`today` is the day of publication; `told` the day that the text told last before, in the same
    segment, None if that was a longer period; `told_year` the year of either; `years` the years of
    the days it told with their year."""

    calendar: Calendar
    numbers: Numbers
    today: datetime.date | None
    told: datetime.date | None = None
    told_year: int | None = None
    tense: Tense | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)


def tense_of(token: Token, calendar: Calendar) -> Tense | None:
    """Whether the clause of a token tells what was or what will be; None if it says neither.

    The complement of a noun (« les élections du 7 mai ») says nothing: the verb (« ont été
    annoncées ») may well be older than it, or younger. A participle beside a noun does
    (« la réunion prévue lundi »).
    """
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if token.pos_ in NOUNS and head.pos_ in NOUNS and token.dep_ in {"nmod", "appos"}:
            return None
        if head.pos_ in {"VERB", "AUX"}:
            return _verb_tense(head, calendar)
        token = head
    return None


def _verb_tense(verb: Token, calendar: Calendar) -> Tense | None:
    coming = calendar.words["coming"]
    if verb.lower_ in coming:
        return "future"
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
    finite = next((word for word in (*helpers, verb) if "VerbForm=Fin" in features_of(word)), None)
    if finite is None:  # « avoir abattu », « arrêté lundi », « livrer »
        participle = "VerbForm=Part" in features_of(verb)
        return "past" if participle else _governed_tense(verb, calendar)
    if finite.lower_.endswith(FUTURE):
        return "future"
    features = features_of(finite)
    if "Tense=Imp" in features or "Tense=Past" in features:
        return "past"
    compound = any(child.dep_ == "aux:tense" for child in helpers)
    if compound and "Tense=Fut" not in features:  # « a tiré », « aurait tiré »
        return "past"
    ahead = "Tense=Fut" in features or "Mood=Cnd" in features
    return "future" if ahead or verb.lemma_ in coming else None


def _governed_tense(infinitive: Token, calendar: Calendar) -> Tense | None:
    """« doit livrer », « promet de livrer » speak of what will be, « a pu livrer » does not."""
    head = infinitive.head
    if head.pos_ not in {"VERB", "AUX"} or head.i == infinitive.i:
        return None
    if head.lemma_ in calendar.words["coming"] or head.lower_ in calendar.words["coming"]:
        return "future"
    return _verb_tense(head, calendar) if "VerbForm=Fin" in features_of(head) else None
