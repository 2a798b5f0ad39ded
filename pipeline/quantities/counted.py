"""What a number counts: a unit (« 30 km ») or a noun (« 47 drones ukrainiens »)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.readers import Written
from pipeline.quantities.written import forms_of

CURRENCIES = {"$": "dollars", "€": "euros", "£": "livres sterling"}
LINKS = {"de", "d'", "des", "du"}
DETERMINERS = {"les", "l'", "la", "le", "ces", "ses", "leurs", "nos", "vos", "mes"}
COMPLEMENTS = {"de", "d'", "à", "en"}
DISTANCES = {"mm", "cm", "m", "km", "milles marins", "heures", "minutes"}
LONGEST = 8  # words of a noun phrase
BEFORE_NOUN = 3  # words between a number and its noun: « trois autres nouveaux chars »


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit (or the noun) and the words counted, from `start` to `end` if there are any."""

    unit: str | None = None
    start: int | None = None
    end: int | None = None


def counted_by(article: Article, text: str, written: Written, numbers: Numbers) -> Counted:
    """What the number counts.

    Args:
        article: the article, parsed.
        text: its `Article.plain`.
        written: the number.
        numbers: the names of the units.
    """
    unit, after = _measure(article, text, written, numbers)
    if written.rule in {"fraction", "ratio"}:
        unit = "%"
    # « 80 % des soldats », « 200 tonnes d'obus », but « 30 km au nord »
    noun = _noun(article, written, after, linked=unit is not None or _takes_de(written, text))
    if noun is None or (unit in DISTANCES and _is_place(*noun)):
        return Counted(unit)
    first, head = noun
    last = _last_of(head)
    return Counted(
        unit or article.text[head.idx : head.idx + len(head)], first.idx, last.idx + len(last)
    )


def _is_place(first: Token, head: Token) -> bool:
    """« À 14 km de la ligne », « à 11 km de Lyon »: where that is counted from."""
    return head.text[0].isupper() or first.nbor(-1).lower_ not in {"de", "d'"}


def _takes_de(written: Written, text: str) -> bool:
    """« une dizaine de », « deux millions de »: a noun follows only behind « de »."""
    if written.rule in {"collective", "fraction"}:
        return True
    return text[written.start : written.end].endswith(
        ("million", "millions", "milliard", "milliards")
    )


@lru_cache(maxsize=4)
def _unit(numbers: Numbers) -> re.Pattern[str]:
    return compiled(" ?(?:de |d')?(?P<unit>{measure})", forms_of(numbers), begin="")


def _measure(
    article: Article, text: str, written: Written, numbers: Numbers
) -> tuple[str | None, int]:
    """The unit behind the number (« 30 km », « 7 milliards d'euros ») or before it (« $12 »), and
    where the words go on."""
    found = _unit(numbers).match(text, written.after)
    if found is None:
        return CURRENCIES.get(text[written.start - 1 : written.start]), written.after
    symbol = found["unit"]
    letters = article.text[found.start("unit") : found.end("unit")]
    if letters.isupper() and letters != numbers.words["measure"][symbol] and len(symbol) < 3:
        return None, written.after  # « 3 M » is not three metres, « 12 G » no grams
    return numbers.words["measure"][symbol], found.end()


def _noun(
    article: Article, written: Written, start: int, *, linked: bool
) -> tuple[Token, Token] | None:
    """The first word of the noun phrase from `start` on, and its noun.

    `linked` says that only « de » can tie it to the number.
    """
    doc = article.doc
    position = _next_token(article, start)
    if position is None:
        return None
    link = doc[position].lower_ in LINKS
    if link:
        position += 1
        while position < len(doc) and doc[position].lower_ in DETERMINERS:
            position += 1
    elif linked:
        return None
    first = position
    while position < min(first + BEFORE_NOUN, len(doc)) and doc[position].pos_ == "ADJ":
        if _stands_alone(doc[position]):  # « deux Russes », « trois blessés »
            break
        position += 1
    sentence = article.sentence_at(written.start)
    if position >= len(doc) or doc[position].idx >= sentence.end:
        return None
    head = doc[position]
    named = head.pos_ in {"NOUN", "PROPN"} or (position > first - 1 and head.pos_ == "ADJ")
    return (doc[first], head) if named and head.text[0].isalnum() else None


def _next_token(article: Article, start: int) -> int | None:
    """The token that begins at `start`, or behind the spaces there."""
    while start < len(article.text) and article.reading[start] == " ":
        start += 1
    if start >= len(article.text) or article.text[start] in "\r\n":
        return None
    token = article.span(start, start + 1)[0]
    return token.i if token.idx == start else None


def _stands_alone(adjective: Token) -> bool:
    """Whether an adjective is followed by no noun, and so is the noun itself."""
    if adjective.i + 1 >= len(adjective.doc):
        return True
    return adjective.nbor(1).pos_ not in {"ADJ", "NOUN", "PROPN"}


def _last_of(head: Token) -> Token:
    """The last word of a noun phrase: « systèmes de défense antiaérienne », « soldats russes », but
    not « soldats de la brigade »."""
    doc, last = head.doc, head
    position = head.i + 1
    while position < min(head.i + LONGEST, len(doc)):
        token = doc[position]
        if token.pos_ == "ADJ" and token.dep_ in {"amod", "acl"} and token.head.i <= last.i:
            last = token
        elif token.lower_ in COMPLEMENTS and _is_bare_noun(doc, position + 1):
            last = doc[position + 1]
            position += 1
        else:
            break
        position += 1
    return last


def _is_bare_noun(doc: Doc, position: int) -> bool:
    return position < len(doc) and doc[position].pos_ == "NOUN"
