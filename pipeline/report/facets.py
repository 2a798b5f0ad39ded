"""What each article can be filtered and counted by: entities, speakers, modalities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from pipeline.records import Modality
from pipeline.report.rows import ArticleRows

MODALITIES: tuple[str, ...] = (*get_args(Modality), "negative")
"""What claims are counted by: their modalities, and beside them those that are denied."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An entity as the index knows it: those of one label and name are one."""

    label: str
    name: str
    country: str


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """Somebody who is quoted, under one name and as one kind of source."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Facets:
    """What one article has.

    Attributes:
        entities: what it mentions.
        speakers: how many quotes each speaker has; quotes without a speaker are not counted.
        modalities: how many claims, one count for each of `MODALITIES`.
    """

    entities: frozenset[Named]
    speakers: Counter[Speaker]
    modalities: tuple[int, ...]


def facets_of(rows: ArticleRows) -> Facets:
    """What an article can be filtered and counted by."""
    counts = Counter(claim.modality for claim in rows.claims)
    denied = sum(claim.polarity == "negative" for claim in rows.claims)
    return Facets(
        entities=frozenset(
            # The country of a person, an organisation or a weapon varies with the sentence.
            Named(row.label, row.name, (row.country or "") if row.label == "COUNTRY" else "")
            for row in rows.mentions
        ),
        speakers=Counter(
            Speaker(quote.speaker_name, quote.speaker_kind)
            for quote in rows.quotes
            if quote.speaker_name is not None
        ),
        modalities=(*(counts[name] for name in get_args(Modality)), denied),
    )


@dataclass(frozen=True, slots=True)
class Count:
    """A line of the overview: what is counted, a note on it, how many, its share of the most."""

    value: str
    note: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Overview:
    """What the index counts over all articles, the most frequent first."""

    speakers: tuple[Count, ...]
    countries: tuple[Count, ...]
    weapons: tuple[Count, ...]
    modalities: tuple[Count, ...]


def overview_of(facets: Iterable[Facets]) -> Overview:
    """Who speaks most (quotes), countries and weapons (articles), claims by modality."""
    speakers: Counter[tuple[str, str]] = Counter()
    countries: Counter[tuple[str, str]] = Counter()
    weapons: Counter[tuple[str, str]] = Counter()
    modalities = [0] * len(MODALITIES)
    for one in facets:
        for speaker, count in one.speakers.items():
            speakers[speaker.name, speaker.kind] += count
        countries.update((e.name, e.country) for e in one.entities if e.label == "COUNTRY")
        weapons.update((e.name, "") for e in one.entities if e.label == "WEAPON")
        modalities = [a + b for a, b in zip(modalities, one.modalities, strict=True)]
    told = [((name, ""), count) for name, count in zip(MODALITIES, modalities, strict=True)]
    return Overview(
        speakers=_counts(_ordered(speakers)),
        countries=_counts(_ordered(countries)),
        weapons=_counts(_ordered(weapons)),
        modalities=_counts([entry for entry in told if entry[1]]),
    )


def _ordered(counts: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _counts(entries: list[tuple[tuple[str, str], int]]) -> tuple[Count, ...]:
    most = max((count for _, count in entries), default=1)
    return tuple(
        Count(value, note, count, round(100 * count / most, 1)) for (value, note), count in entries
    )
