"""Organisations and places that the lexicons list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import typographic, words_within
from pipeline.records import Label


@lru_cache(maxsize=4)
def _listed(names: Names) -> tuple[tuple[re.Pattern[str], dict[str, str], Label], ...]:
    """For organisations and places: the pattern of all their forms, and the name of each form."""
    tables: list[tuple[re.Pattern[str], dict[str, str], Label]] = []
    for entries, label in ((names.organisations, "ORG"), (names.places, "PLACE")):
        forms = {
            typographic(form): entry.name
            for entry in entries
            for form in (entry.name, *entry.variants)
        }
        tables.append((words_within(forms), forms, label))  # type: ignore[arg-type]
    return tuple(tables)


def find_listed(article: Article, names: Names) -> Iterator[Found]:
    """The organisations and places of the lexicons, where no larger word holds them."""
    text = article.doc.text
    for pattern, forms, label in _listed(names):
        for match in pattern.finditer(text):
            words = re.sub(r"\s", " ", match.group())
            if _is_part(text, match.start(), match.end()):
                continue
            yield Found(
                start=match.start(),
                end=match.end(),
                label=label,
                name=forms[words],
                rule="organisations.csv" if label == "ORG" else "places.csv",
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
