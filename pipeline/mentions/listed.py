"""Organisations and places that the lexicons list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.phrases import Phrases, find_phrases, phrases_of
from pipeline.mentions.shapes import typographic

# « un Airbus A320 », « des Boeing 737 »: what the company makes.
MODEL_NUMBER = re.compile(r"\s(?:[A-Z]{1,2}-?)?\d{3}")


class Listed(NamedTuple):
    """The names of one label: as they are found, and the state of each."""

    phrases: Phrases
    countries: Mapping[str, str | None]
    label: str


@lru_cache(maxsize=4)
def _listed(names: Names) -> tuple[Listed, Listed]:
    """The organisations and the places of the lexicons."""
    organisations = {
        typographic(form): entry.country
        for entry in names.organisations
        for form in (entry.name, *entry.variants)
    }
    places: dict[str, str | None] = {
        typographic(form): None for entry in names.places for form in (entry.name, *entry.variants)
    }
    return (
        Listed(phrases_of(organisations), organisations, "ORG"),
        Listed(phrases_of(places), places, "PLACE"),
    )


def find_listed(article: Article, names: Names) -> Iterator[Found]:
    """The organisations and places of the lexicons, where no larger word holds them."""
    text = article.reading
    for phrases, countries, label in _listed(names):
        for start, words in find_phrases(phrases, text, article.words):
            end = start + len(words)
            if _is_part(text, start, end) or (label == "ORG" and MODEL_NUMBER.match(text, end)):
                continue
            yield Found(
                start=start,
                end=end,
                label=label,
                name=words,
                rule="organisations.csv" if label == "ORG" else "places.csv",
                country=countries[words],
            )


def is_listed_organisation(words: str, names: Names) -> bool:
    """Whether the words are an organisation's name in the lexicon."""
    return words in _listed(names)[0].countries


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the words a part of another: « Sahara-Occidental », but not the OTAN
    of « une confrontation Russie-OTAN », where it stands for « et »."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if "-" not in (before, after):
        return False
    return not text[start:end].isupper()
