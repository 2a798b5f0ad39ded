"""The corpora: texts with the spans of the names in them, under the labels of the model.

The model's labels are PER, LOC, ORG and MISC (events and products: what looks like a name and is
none of the three). Corpora nest their spans; here the widest of those that overlap is kept.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Spans = tuple[tuple[int, int, str], ...]

WINER_LABELS = {
    "Person": "PER",
    "Location": "LOC",
    "Organization": "ORG",
    "Product": "MISC",
    "Event": "MISC",
}
PEOPLE = {"CIVILIAN", "MILITARY", "TERRORIST_OR_CRIMINAL"}
ORGANISATIONS = {
    "NON_GOVERNMENTAL_ORGANISATION",
    "NON_MILITARY_GOVERNMENT_ORGANISATION",
    "MILITARY_ORGANISATION",
    "INTERGOVERNMENTAL_ORGANISATION",
}
GOLD_LABELS = {"PERSON": "PER", "PLACE": "LOC", "ORG": "ORG"}

# A station, an airport, a stadium is a place for the guidelines, often an organisation in WiNER.
SITE = re.compile(
    r"(?:grande\s)?(?:gare|aéroport|stade|église|cathédrale|mosquée|prison|place|rue)\b", re.I
)
# After an elided word, before a comma or a full stop (« … » keeps its own).
STRAY_SPACE = re.compile(r"(?<=\b[ldnsLDNS]['’]) (?=\w)|(?<=[\w)»]) (?=,|\.(?!\.))")
# « affaire Fillon » is an event for WiNER; what the guidelines mark in it is the person.
CASE = re.compile(r"affaires?\s", re.I)
# Names that the corpora give with their title: « Madame Adelys Adams ».
TITLE = re.compile(r"(?:Madame|Mme|Monsieur|M\.|Mademoiselle|Mlle|Dr|Docteur|Maître|Me)\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its names: character offsets and a label, in order, none over another."""

    name: str
    text: str
    spans: Spans


def read_winer(path: Path) -> Iterator[Labelled]:
    """The articles of a WiNER file (one JSON object a line: doc, text, mentions)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            found = [
                (start, end, _winer_label(text[start:end], label))
                for start, end, label in record["mentions"]
                if label in WINER_LABELS and _is_name(text[start:end])
                if not (label == "Event" and CASE.match(text[start:end]))
            ]
            yield tidy(Labelled(record["doc"], text, widest(found)))


def read_popcorn(path: Path) -> Iterator[Labelled]:
    """The reports of a POPCORN file, of whose chains only the proper names are kept."""
    for name, record in json.loads(path.read_text(encoding="utf-8")).items():
        text = record["text"]
        found: list[tuple[int, int, str]] = []
        for entity in record["entities"]:
            label = _popcorn_label(entity["type"])
            if label is None:
                continue
            for mention in entity["mentions"]:
                start, end = mention["start"], mention["end"]
                title = TITLE.match(text[start:end])
                start += title.end() if title else 0
                if _is_proper(text, start, end):
                    found.append((start, end, label))
        yield Labelled(f"popcorn-{name}", text, widest(found))


def read_gold(folder: Path) -> Iterator[Labelled]:
    """The gold articles of a folder. Needs the folder's own reader, `goldfile.py`, beside it."""
    import sys  # noqa: PLC0415

    sys.path.insert(0, str(folder.parent))
    from goldfile import read_gold as read  # type: ignore[import-not-found] # noqa: PLC0415

    for path in sorted(folder.glob("*.json")):
        gold = read(path)
        found = [
            (mention["start"], mention["end"], label)
            for mention in gold.mentions
            if (label := _gold_label(mention))
        ]
        yield Labelled(path.stem, gold.text, widest(found))


def split(texts: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled], list[Labelled]]:
    """Nine tenths less a twentieth to train on, a twentieth to stop by, a tenth set aside.

    The share of a text is told by its name alone, so it stays where it is when texts are added.
    """
    shares: tuple[list[Labelled], list[Labelled], list[Labelled]] = ([], [], [])
    for item in texts:
        share = zlib.crc32(item.name.encode()) % 20
        shares[2 if share < 2 else 1 if share == 2 else 0].append(item)
    return shares


def widest(found: Iterable[tuple[int, int, str]]) -> Spans:
    """Of spans that overlap the widest, of equal ones a person before an organisation."""
    rank = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}
    kept: list[tuple[int, int, str]] = []
    for span in sorted(found, key=lambda s: (s[0] - s[1], s[0], rank[s[2]])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def tidy(item: Labelled) -> Labelled:
    """The text without the spaces that wiki mark-up leaves: « l' OMS , » → « l'OMS, »."""
    return without(item, [match.start() for match in STRAY_SPACE.finditer(item.text)])


def without(item: Labelled, drop: list[int]) -> Labelled:
    """The text less the characters at the offsets `drop`, the spans moved accordingly."""
    gone = set(drop)
    moved, at = [], 0
    for i in range(len(item.text) + 1):
        moved.append(at)
        at += i not in gone
    text = "".join(c for i, c in enumerate(item.text) if i not in gone)
    spans = tuple((moved[start], moved[end], label) for start, end, label in item.spans)
    return replace(item, text=text, spans=tuple(s for s in spans if s[0] < s[1]))


def _winer_label(words: str, label: str) -> str:
    return "LOC" if label == "Organization" and SITE.match(words) else WINER_LABELS[label]


def _is_name(words: str) -> bool:
    """Has a capital or a digit: « armée turque » is no name for the guidelines."""
    return any(c.isupper() or c.isdigit() for c in words)


def _popcorn_label(kind: str) -> str | None:
    if kind in PEOPLE:
        return "PER"
    return "LOC" if kind == "PLACE" else "ORG" if kind in ORGANISATIONS else None


def _is_proper(text: str, start: int, end: int) -> bool:
    """A capital that the place in the sentence does not explain, or two capitalised words."""
    words = text[start:end].split()
    if not words or not words[0][0].isupper() or words == ["État"]:
        return False
    if len(words) > 1:
        return all(word[0].isupper() or len(word) < 4 for word in words)
    before = text[:start].rstrip(' «"“')
    return len(words[0]) > 3 and bool(before) and before[-1] not in ".!?\n:"


def _gold_label(mention: dict[str, Any]) -> str | None:
    """Demonyms are no names for the model; a weapon's designation is one of none of its kinds."""
    if mention["label"] == "COUNTRY":
        return None if mention["form"] == "demonym" else "LOC"
    if mention["label"] == "WEAPON":
        return "MISC" if mention["text"][-1].isupper() or mention["text"][0].isupper() else None
    return GOLD_LABELS.get(mention["label"])
