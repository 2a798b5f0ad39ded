"""Organisations and places that the lexicons list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import typographic, words_within

# « un Airbus A320 », « des Boeing 737 »: what the company makes.
MODEL_NUMBER = re.compile(r"\s(?:[A-Z]{1,2}-?)?\d{3}")


@lru_cache(maxsize=4)
def _listed(names: Names) -> tuple[tuple[re.Pattern[str], dict[str, str | None], str], ...]:
    """For organisations and places: the pattern of all their forms, and the state of each form."""
    organisations = {
        typographic(form): entry.country
        for entry in names.organisations
        for form in (entry.name, *entry.variants)
    }
    places: dict[str, str | None] = {
        typographic(form): None for entry in names.places for form in (entry.name, *entry.variants)
    }
    return (
        (words_within(organisations), organisations, "ORG"),
        (words_within(places), places, "PLACE"),
    )


def find_listed(article: Article, names: Names) -> Iterator[Found]:
    """The organisations and places of the lexicons, where no larger word holds them."""
    text = article.reading
    for pattern, countries, label in _listed(names):
        for match in pattern.finditer(text):
            words = re.sub(r"\s", " ", match.group())
            if _is_part(text, match.start(), match.end()) or (
                label == "ORG" and MODEL_NUMBER.match(text, match.end())
            ):
                continue
            yield Found(
                start=match.start(),
                end=match.end(),
                label=label,
                name=words,
                rule="organisations.csv" if label == "ORG" else "places.csv",
                country=countries[words],
            )


def is_listed_organisation(words: str, names: Names) -> bool:
    """Whether the words are an organisation's name in the lexicon."""
    return words in _listed(names)[0][1]


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the words a part of another: « Sahara-Occidental », but not the OTAN
    of « une confrontation Russie-OTAN », where it stands for « et »."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if "-" not in (before, after):
        return False
    return not text[start:end].isupper()
