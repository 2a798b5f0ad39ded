"""Names found once and met again: whole, by a first name or a surname, by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.article import Article
from pipeline.mentions.found import Found
from pipeline.mentions.phrases import find_phrases, phrases_of
from pipeline.mentions.refusals import is_out_of_place
from pipeline.mentions.shapes import UPPER

NAME_BEHIND = re.compile(rf"\s[{UPPER}]|['-]")
# Before a lone first name these make another thing of it: « à Florence », « les Jean ».
NO_FIRST_NAME = re.compile(
    rf"(?:(?<!\w)(?:[Àà]|[Ee]n|[Dd]ans|[Ll]es?|[Ll]a|[Ll]'|[Uu]ne?|[Dd]u|[Dd]es|[Aa]ux?|[Cc]ette)\s?|"
    rf"(?<=[a-zà-ÿ,]\s)[{UPPER}][\w'.-]*\s)$"
)
# « Gardiens de la révolution »: what may be called by its first word.
HEAD_OF = re.compile(rf"(?P<head>[{UPPER}][a-zà-ÿ]{{3,}})\s(?:de\s|du\s|des\s|d')")
AFTER_ARTICLE = re.compile(r"(?<!\w)(?:[Ll]'|[Ll]es?\s|[Ll]a\s|[Dd]u\s|[Dd]es\s|[Aa]ux?\s)$")
GOES_ON = re.compile(rf"\s(?:(?:de|du|des|pour)\b|d'|[{UPPER}])")
OFFICIAL = {"organisations.csv", "long form", "head noun", "part of", "seats"}


def find_repeated(
    article: Article, found: list[Found], taken: tuple[Found, ...]
) -> Iterator[Found]:
    """Other occurrences of the names found: a whole name, a person's surname, the first word of an
    organisation's name, one among the seats of power in `taken` too."""
    text = article.reading
    forms: dict[str, str] = {}
    first_names: set[str] = set()
    for item in found:
        words = text[item.start : item.end]
        if item.label == "PERSON" and " " in words:
            first, last = _ends_of_name(words)
            for form in last:
                forms.setdefault(form, "PERSON")
            first_names |= first
        if len(words) > 2 or words.isupper():
            forms[words] = item.label
        if item.rule == "place noun" and " de " in words:
            # « château de Valmont », later « Valmont ».
            forms.setdefault(words.rsplit(" de ", 1)[1], "PLACE")
    alone = phrases_of(first_names - forms.keys())
    for start, name in find_phrases(alone, text, article.words, "-"):
        if _stands_alone(article, start, start + len(name)):
            yield _again(start, name, "PERSON", "first name")
    yield from _find_short_forms(article, (*found, *taken))
    known = {(item.start, item.end) for item in found}
    for start, name in find_phrases(phrases_of(forms), text, article.words, "-"):
        is_new = (start, start + len(name)) not in known
        if is_new and not is_out_of_place(text, start, name, forms[name]):
            yield _again(start, name, forms[name], "repeated")


@lru_cache(maxsize=2**12)
def _ends_of_name(words: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a person is called by alone: the first name, if it is one; the surname with and without
    what stands before its last word (« de Villepin », « Villepin »), where it has a capital."""
    first = words.split(maxsplit=1)[0]
    is_name = len(first) > 2 and first.isalpha() and not first.isupper()
    last = words.split(" ", 1)[1], words.rsplit(" ", 1)[-1]
    return (
        frozenset({first} if is_name else ()),
        tuple([form for form in last if len(form) > 2 and form[0].isupper()]),
    )


def _again(start: int, name: str, label: str, rule: str, country: str | None = None) -> Found:
    return Found(
        start=start, end=start + len(name), label=label, name=name, rule=rule, country=country
    )


def _find_short_forms(article: Article, known: tuple[Found, ...]) -> Iterator[Found]:
    """« Les Gardiens répondent » after « les Gardiens de la révolution »: the first word alone,
    with its capital, after an article."""
    text = article.reading
    countries = {
        head["head"]: item.country
        for item in known
        if item.label == "ORG" and item.rule in OFFICIAL and (head := HEAD_OF.match(item.name))
    }
    for start, name in find_phrases(phrases_of(countries), text, article.words, "-"):
        end = start + len(name)
        if AFTER_ARTICLE.search(text, max(0, start - 5), start) and not GOES_ON.match(text, end):
            yield _again(start, name, "ORG", "short form", countries[name])


def _stands_alone(article: Article, start: int, end: int) -> bool:
    """Whether a first name is one where it stands: no other name beside it, no article or « à »
    before; at the start of a sentence, where any word has a capital, a name for the model."""
    text = article.reading
    if NAME_BEHIND.match(text, end) or NO_FIRST_NAME.search(text, max(0, start - 25), start):
        return False
    token = article.tokens_within(start, end).start
    if article.token_pos[token] == "PROPN":
        return True
    return article.unit_at(token)[0] != token and text[start - 2 : start] != "« "
