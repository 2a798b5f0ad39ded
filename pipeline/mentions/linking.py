"""Names joined in a document: « Belooussov » and « M. Belooussov » are Andreï Belooussov."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.organisations import INSTITUTIONS, spells

SHORT = re.compile(rf"(?:{INSTITUTIONS})")
# Adjectives, and an opening mark: no preposition and no « et ».
BESIDE = re.compile(
    r"\s(?:(?!(?:avec|dans|pour|contre|sans|sous|vers|depuis|leurs?|entre|chez|mais|dont)\s)[a-zà-ÿ-]{4,}\s){0,2}"
    r"(?:[«“\"(]\s?)?"
)
OPENING = re.compile(r"\s\(\s?$")
LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "s"})
LATIN = re.compile(r"[a-z0-9]+")
MARKS = re.compile(r"[\u0300-\u036f]")
SPACES = re.compile(r"\s+")
PARTICLES = {
    "de",
    "du",
    "des",
    "d",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "ben",
    "bin",
    "al",
    "el",
    "ag",
    "abou",
    "di",
    "da",
    "y",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
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
    people = _people([(f.start, _words(text, f)) for f in found if f.label == "PERSON"])
    organisations = _organisations([f for f in found if f.label == "ORG"], text, names)
    weapons = _weapons([f for f in found if f.label == "WEAPON"], text)
    written = {
        _words(text, f): f.name if f.user else " ".join(text[f.start : f.end].split())
        for f in found
    }
    linked = []
    for item in found:
        words = _words(text, item)
        if item.user and item.label not in {"PERSON", "COUNTRY"}:
            name, entity = item.name, f"{item.label.lower()}:{slug(item.name)}"
        elif item.label == "PERSON":
            name = written[people[(item.start, words)]]
            entity = f"person:{slug(name)}"
        elif item.label == "ORG":
            fullest, key = organisations[words]
            name = written[fullest]
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


@lru_cache(maxsize=2**12)
def slug(name: str) -> str:
    """Small letters and digits joined by "-"; a short hash of a name that has no Latin letter."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    joined = "-".join(LATIN.findall(MARKS.sub("", plain.translate(LETTERS))))
    return joined or hashlib.sha256(name.encode()).hexdigest()[:10]


def _words(text: str, item: Found) -> str:
    """What a name is compared by: its words, or the main name of a user's entry."""
    words = item.name if item.user else text[item.start : item.end]
    return SPACES.sub(" ", words).replace("’", "'")


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


@lru_cache(maxsize=4)
def _listed(names: Names) -> Mapping[str, str]:
    """The name of each listed organisation by the ways to write it."""
    return {
        variant.replace("’", "'"): entry.name
        for entry in names.organisations
        for variant in (entry.name, *entry.variants)
    }


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


def _people(mentions: list[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """For each mention the fullest compatible name, if the document leaves no doubt.

    A surname that two people of the document share goes to the one already introduced, if only one
    is: the press names in full whom it could confuse.
    """
    parts = {words: _parts(words) for _, words in mentions}
    first: dict[str, int] = {}
    for start, words in mentions:
        first.setdefault(words, start)
    holding = _by_part(parts)
    groups = {words: _groups(_fuller(words, parts, holding), parts) for words in first}
    names: dict[tuple[int, str], str] = {}
    for start, words in mentions:
        likely = groups[words]
        if len(likely) > 1:
            known = [group for group in likely if min(first[name] for name in group) < start]
            likely = known or [min(likely, key=lambda group: min(first[name] for name in group))]
        names[(start, words)] = (
            min(likely[0], key=lambda name: (-len(parts[name]), -len(name), first[name]))
            if len(likely) == 1
            else words
        )
    return names


def _by_part(parts: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[str]]:
    """The names of the document that hold each word."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in parts.items():
        for part in dict.fromkeys(words):
            holding[part].append(name)
    return holding


def _fuller(
    words: str, parts: dict[str, tuple[str, ...]], holding: Mapping[str, list[str]]
) -> list[str]:
    """The names of the document that hold the words of this one, itself included; none if it is
    nothing but initials."""
    whole = next((part for part in parts[words] if len(part) > 1), None)
    return [
        other
        for other in (holding[whole] if whole else ())
        if len(parts[other]) >= len(parts[words]) and _names(parts[words], parts[other])
    ]


def _groups(fuller: list[str], parts: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """The full names among `fuller` put together where they name one person."""
    groups: list[list[str]] = []
    for name in sorted(fuller, key=lambda other: (-len(parts[other]), other)):
        if len(parts[name]) < 2 and len(fuller) > 1 and any(len(parts[n]) > 1 for n in fuller):
            continue
        for group in groups:
            if _compatible(parts[name], parts[group[0]]):
                group.append(name)
                break
        else:
            groups.append([name])
    return groups


def _parts(words: str) -> tuple[str, ...]:
    plain = slug_words(words)
    return tuple(part for part in plain if part not in PARTICLES) or tuple(plain)


def slug_words(words: str) -> list[str]:
    """The words of a name without accents or capitals; a hyphen joins."""
    return [slug(part) for part in re.split(r"[\s'’]+", words) if slug(part)]


def _names(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of `short` are those of `full` in order, initials standing for words:
    « B. Obama », « Ruiz » (Ana Ruiz Mora), « Marine », « Claude Evrard » (Évrard)."""
    at = 0
    for part in short:
        while at < len(full) and not (full[at] == part or (len(part) == 1 and full[at][0] == part)):
            at += 1
        if at == len(full):
            return False
        at += 1
    return any(len(part) > 1 for part in short)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _names(one, other) or _names(other, one)


def _organisations(found: list[Found], text: str, names: Names) -> dict[str, tuple[str, str]]:
    """For each way an organisation is written, the fullest name in the document and its key."""
    mentions = [_words(text, item) for item in found]
    forms = _listed(names)
    bracketed = _bracketed(found, text)
    unique = sorted(
        set(mentions), key=lambda words: (bool(SHORT.fullmatch(words)), -len(words), words)
    )
    key: dict[str, str] = {}
    for words in unique:
        key[words] = forms.get(words) or _same_as(words, bracketed.get(words), key, forms) or words
    # A listed short form gives its key to the unlisted long form of the document.
    for words in unique:
        if words in forms and key[words] == forms[words]:
            for other in unique:
                if other not in forms and (
                    _shortens(words, other) or bracketed.get(words) == other
                ):
                    key = {w: forms[words] if k == key[other] else k for w, k in key.items()}
    fullest: dict[str, str] = {}
    for words in unique:
        fullest.setdefault(key[words], words)
    return {words: (fullest[key[words]], key[words]) for words in unique}


def _bracketed(found: list[Found], text: str) -> dict[str, str]:
    """Acronyms with the long form that stands before or in their brackets."""
    pairs: dict[str, str] = {}
    ending: dict[int, str] = {}
    for item in found:  # of those that end in one place the widest comes first
        ending.setdefault(item.end, _words(text, item))
    for second in found:
        bracket = OPENING.search(text, max(0, second.start - 3), second.start)
        one = ending.get(bracket.start()) if bracket else None
        other = _words(text, second)
        if one and one.isupper() != other.isupper():
            short, long = (one, other) if one.isupper() else (other, one)
            pairs[short] = max(long, pairs.get(short, ""), key=len)
    return pairs


def _same_as(
    words: str, bracketed: str | None, key: dict[str, str], forms: Mapping[str, str]
) -> str | None:
    """The key of the one longer name that `words` shortens: the long form in brackets beside it, a
    name it is the acronym or the first words of."""
    if words == "Alliance" and "OTAN" in {forms.get(other) for other in key}:
        return "OTAN"
    if bracketed in key:
        return key[bracketed]
    same = {
        key[other] for other in key if other.lower() == words.lower() or _shortens(words, other)
    }
    return same.pop() if len(same) == 1 else None


def _shortens(words: str, other: str) -> bool:
    """An acronym of the other name, or the institution's noun that the other completes."""
    if words.isupper():
        return spells(words, other)
    return bool(SHORT.match(words) and re.match(rf"{re.escape(words)}\s", other, re.IGNORECASE))
