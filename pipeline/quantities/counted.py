"""What a number counts: a unit (« 30 km ») or a noun (« 47 drones ukrainiens »)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

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


class Counted(NamedTuple):
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
    if noun is None or (unit in DISTANCES and _is_place(article, *noun)):
        return Counted(unit)
    first, head = noun
    starts, ends = article.token_starts, article.token_ends
    unit = unit or article.text[starts[head] : ends[head]]
    return Counted(unit, starts[first], ends[_last_of(article, head)])


def _is_place(article: Article, first: int, head: int) -> bool:
    """« À 14 km de la ligne », « à 11 km de Lyon »: where that is counted from."""
    named = article.reading[article.token_starts[head]].isupper()
    return named or article.token_lower[first - 1] not in {"de", "d'"}


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
) -> tuple[int, int] | None:
    """The first word of the noun phrase from `start` on, and its noun, as token indices.

    `linked` says that only « de » can tie it to the number.
    """
    words, tags = article.token_lower, article.token_pos
    position = _next_token(article, start)
    if position is None:
        return None
    if words[position] in LINKS:
        position += 1
        while position < len(words) and words[position] in DETERMINERS:
            position += 1
    elif linked:
        return None
    first = position
    while position < min(first + BEFORE_NOUN, len(words)) and tags[position] == "ADJ":
        if _stands_alone(article, position):  # « deux Russes », « trois blessés »
            break
        position += 1
    sentence = article.sentence_at(written.start)
    if position >= len(words) or article.token_starts[position] >= sentence.end:
        return None
    if tags[position] not in {"NOUN", "PROPN", "ADJ"} or not words[position][0].isalnum():
        return None
    return first, position


def _next_token(article: Article, start: int) -> int | None:
    """The token that begins at `start`, or behind the spaces there."""
    while start < len(article.text) and article.reading[start] == " ":
        start += 1
    if start >= len(article.text) or article.text[start] in "\r\n":
        return None
    token = article.tokens_within(start, start + 1)[0]
    return token if article.token_starts[token] == start else None


def _stands_alone(article: Article, adjective: int) -> bool:
    """Whether an adjective is followed by no noun, and so is the noun itself."""
    following = article.token_pos[adjective + 1 : adjective + 2]
    return not following or following[0] not in {"ADJ", "NOUN", "PROPN"}


def _last_of(article: Article, head: int) -> int:
    """The last word of a noun phrase: « systèmes de défense antiaérienne », « soldats russes », but
    not « soldats de la brigade »."""
    words, tags, labels = article.token_lower, article.token_pos, article.token_dep
    last, position = head, head + 1
    while position < min(head + LONGEST, len(words)):
        qualifies = tags[position] == "ADJ" and labels[position] in {"amod", "acl"}
        if qualifies and article.token_heads[position] <= last:
            last = position
        elif words[position] in COMPLEMENTS and tags[position + 1 : position + 2] == ("NOUN",):
            position += 1
            last = position
        else:
            break
        position += 1
    return last
