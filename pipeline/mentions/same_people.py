"""People joined in a document: « Belooussov » and « M. Belooussov » are Andreï Belooussov."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from pipeline.mentions.slugs import slug_words

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


def join_people(mentions: list[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """For each mention, a start and the words it is compared by, the fullest compatible name, if
    the document leaves no doubt.

    A surname that two people of the document share goes to the one already introduced, if only one
    is: the press names in full whom it could confuse.
    """
    parts = {words: _parts(words) for _, words in mentions}
    first: dict[str, int] = {}
    for start, words in mentions:
        first.setdefault(words, start)
    holding = _by_part(parts)
    groups = {  # a name that shares no word with another stands for itself
        words: _groups(_fuller(words, parts, holding), parts)
        for words in first
        if any(len(holding[part]) > 1 for part in parts[words])
    }
    names: dict[tuple[int, str], str] = {}
    for start, words in mentions:
        likely = groups.get(words, ())
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


@lru_cache(maxsize=2**12)
def _parts(words: str) -> tuple[str, ...]:
    plain = slug_words(words)
    return tuple(part for part in plain if part not in PARTICLES) or tuple(plain)


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
