"""Numbers that say how things are called or when they are, not how many they are."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons.numbers import Numbers
from pipeline.plain import compiled
from pipeline.quantities.counted import Counted
from pipeline.quantities.readers import Written
from pipeline.quantities.written import forms_of

HOURS = re.compile(r"(?:à|vers|dès|avant|après|jusqu'à|entre) {1,3}\Z")
CLOCK = re.compile(r" ?h(?:eures?)?(?![\w-])")
MINUTES = re.compile(r"\d ?h {1,3}\Z")
# Groups of digits beside a number in digits: « 01 23 45 67 89 ».
GROUP_BEFORE = re.compile(r"\d ")
GROUP_AFTER = re.compile(r" \d")
MORE_DIGITS = re.compile(r" ?\d")
LISTED = re.compile(r" {0,3}[.)](?: |$)")


def is_refused(
    article: Article, text: str, written: Written, counted: Counted, numbers: Numbers
) -> bool:
    """Whether a number is no quantity: « article 5 », « à 14 h », « Boeing 737 », « 2. ».

    Args:
        article: the article, parsed.
        text: its `Article.plain`.
        written: the number.
        counted: what it counts.
        numbers: the words that come before a number (« article »).
    """
    if _designator(numbers).search(text, max(0, written.start - 24), written.start):
        return True
    if _is_hour(text, written, counted) or _is_numbering(article, text, written):
        return True
    if written.rule == "digits" and _is_grouped(text, written):
        return True
    if text[written.start - 1 : written.end + 1] == f"[{text[written.start : written.end]}]":
        return True  # the mark of a note
    return counted.unit is None and _is_name(article, text, written)


def _is_grouped(text: str, written: Written) -> bool:
    before = GROUP_BEFORE.match(text, max(0, written.start - 2), written.start)
    return (before or GROUP_AFTER.match(text, written.end)) is not None


@lru_cache(maxsize=4)
def _designator(numbers: Numbers) -> re.Pattern[str]:
    return compiled(r"{designator} ?(?:\d+(?:,| et) )?", forms_of(numbers), end=r"\Z")


def _is_hour(text: str, written: Written, counted: Counted) -> bool:
    """« à 14 h », « vers 20 heures », « 14 h 30 »; « pendant 20 heures » is a quantity."""
    if MINUTES.search(text, max(0, written.start - 6), written.start):
        return counted.unit != "minutes"
    found = CLOCK.match(text, written.end)
    if found is None or (counted.unit not in {None, "heures", "h"} and counted.start is None):
        return False
    if found.group().strip() == "h" or MORE_DIGITS.match(text, found.end()):
        return True
    before = HOURS.search(text, max(0, written.start - 10), written.start)
    return before is not None and (written.value or 99) <= 24


def _is_numbering(article: Article, text: str, written: Written) -> bool:
    """The number of an item: « 2. » or « 3) » at the beginning of its line."""
    at_start = article.segment_at(written.start).start == written.start
    if not at_start or written.rule != "digits":
        return False
    return LISTED.match(text, written.end, written.end + 5) is not None


def _is_name(article: Article, text: str, written: Written) -> bool:
    """A number that counts nothing named: part of a name (« Boeing 737 », « chaîne 24 »), a year,
    « neuf » for new, or « les Douze »."""
    if written.approximate:
        return False
    first = article.tokens_within(written.start, written.end)[0]
    word = text[written.start : written.end]
    if word == "neuf" or (word.isdigit() and len(word) == 4 and word[:2] in {"18", "19", "20"}):
        return True
    opens = article.unit_at(first)[0] == first
    if article.text[written.start].isupper() and not opens:
        return True
    if opens or text[written.start - 1 : written.start] != " ":
        return False
    return (
        article.token_pos[first - 1] in {"NOUN", "PROPN"} and not article.token_is_punct[first - 1]
    )
