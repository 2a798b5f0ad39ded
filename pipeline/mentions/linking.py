"""Names joined in a document: « Belooussov » and « M. Belooussov » are Andreï Belooussov."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.same_organisations import join_organisations
from pipeline.mentions.same_people import join_people
from pipeline.mentions.slugs import slug

# Adjectives, and an opening mark: no preposition and no « et ».
BESIDE = re.compile(
    r"\s(?:(?!(?:avec|dans|pour|contre|sans|sous|vers|depuis|leurs?|entre|chez|mais|dont)\s)[a-zà-ÿ-]{4,}\s){0,2}"
    r"(?:[«“\"(]\s?)?"
)
SPACES = re.compile(r"\s+")


class Linked(NamedTuple):
    """A found span with the fullest name the document gives, and its entity."""

    found: Found
    name: str
    entity_id: str


def link(found: tuple[Found, ...], text: str, names: Names) -> tuple[Linked, ...]:
    """Each span with its name and entity.

    Args:
        found: the spans of one document, conflicts settled, in the order of the text.
        text: the text of the document.
        names: the lexicons of names, whose variants are one organisation.
    """
    spelled = [_words(text, item) for item in found]
    by_label: defaultdict[str, list[tuple[Found, str]]] = defaultdict(list)
    for item, words in zip(found, spelled, strict=True):
        by_label[item.label].append((item, words))
    people = join_people([(item.start, words) for item, words in by_label["PERSON"]])
    organisations = join_organisations(by_label["ORG"], text, names)
    weapons = _weapons([item for item, _ in by_label["WEAPON"]], text)
    last = dict(zip(spelled, found, strict=True))  # of the ways to write a name the last one
    linked = []
    for item, words in zip(found, spelled, strict=True):
        if item.user and item.label not in {"PERSON", "COUNTRY"}:
            name, entity = item.name, f"{item.label.lower()}:{slug(item.name)}"
        elif item.label == "PERSON":
            name = _written(text, last[people[(item.start, words)]])
            entity = f"person:{slug(name)}"
        elif item.label == "ORG":
            fullest, key = organisations[words]
            name = _written(text, last[fullest])
            entity = f"org:{slug(key)}"
        elif item.label == "COUNTRY":
            name, entity = item.name, f"country:{item.country}"
        elif item.label == "PLACE":
            name, key = _place(words, names)
            entity = f"place:{slug(key)}"
        else:
            name = weapons[item.start]
            entity = f"weapon:{slug(name)}"
        linked.append(Linked(found=item, name=name, entity_id=entity))
    return tuple(linked)


def _words(text: str, item: Found) -> str:
    """What a name is compared by: its words, or the main name of a user's entry."""
    return _plain(item.name if item.user else text[item.start : item.end])


@lru_cache(maxsize=2**12)
def _plain(words: str) -> str:
    return SPACES.sub(" ", words).replace("’", "'")


def _written(text: str, item: Found) -> str:
    """A name as the text has it, with plain spaces, or the main name of a user's entry."""
    return item.name if item.user else " ".join(text[item.start : item.end].split())


def _place(words: str, names: Names) -> tuple[str, str]:
    """A place's name and key: « Le Caire » for the « Caire » of « au Caire », « Idleb » is the key
    of « Idlib »; a dateline's « LILLE » is written in small letters."""
    place = _variants(names).get(words)
    if place is not None:
        return (place if place.endswith(f" {words}") else words), place
    name = words.title() if words.isupper() and len(words) > 3 else words
    return name, name


@lru_cache(maxsize=4)
def _variants(names: Names) -> Mapping[str, str]:
    """The name of each place by its variants: of two places that share one, the first."""
    return {words: place.name for place in reversed(names.places) for words in place.variants}


def _weapons(found: list[Found], text: str) -> dict[int, str]:
    """The name of each weapon by its start: « missile » in « le missile russe « Orechnik » » is the
    weapon whose designation follows it, with no more than adjectives and a mark between."""
    names = {item.start: item.name for item in found}
    for generic, designation in pairwise(found):
        between = text[generic.end : designation.start]
        if (
            not _is_designation(generic)
            and _is_designation(designation)
            and generic.subtype == designation.subtype != "naval"  # a ship's name is its own
            and BESIDE.fullmatch(between)
        ):
            names[generic.start] = designation.name
    return names


def _is_designation(item: Found) -> bool:
    return any(c.isupper() or c.isdigit() for c in item.name)
