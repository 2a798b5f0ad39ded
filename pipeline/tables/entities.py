"""The entities of a corpus, counted from the mentions of its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from pipeline.records import Entity, Mention


class Facts(NamedTuple):
    """What a mention says of its entity."""

    entity_id: str
    label: str
    name: str
    country: str | None
    subtype: str | None


def count_entities(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """One entity for each `entity_id`, in the order of the ids (see `entities_of`)."""
    facts: Counter[Facts] = Counter()
    places = set()
    for row in mentions:
        facts[Facts(row.entity_id, row.label, row.name, row.country, row.subtype)] += 1
        places.add((row.entity_id, row.doc_id))
    return tuple(entities_of(facts, Counter(entity_id for entity_id, _ in places)))


def entities_of(facts: Mapping[Facts, int], documents: Mapping[str, int]) -> Iterator[Entity]:
    """One entity for each `entity_id`, in the order of the ids.

    Its label, name, country and subtype are the most frequent of its mentions' (of two as frequent,
    the first in the order of the alphabet, so that the order of the documents has no say).

    Args:
        facts: how many mentions say the same.
        documents: entity_id → in how many documents it is mentioned.
    """
    in_order = sorted(facts, key=lambda said: said.entity_id)
    for entity_id, group in groupby(in_order, key=lambda said: said.entity_id):
        counts = {said: facts[said] for said in group}
        yield Entity(
            entity_id=entity_id,
            label=_most_frequent(counts, "label"),
            name=_most_frequent(counts, "name"),
            country=_most_frequent(counts, "country"),
            subtype=_most_frequent(counts, "subtype"),
            mentions=sum(counts.values()),
            documents=documents[entity_id],
        )


def _most_frequent(counts: Mapping[Facts, int], field: str) -> Any:
    """The most frequent value of a field; null if there is none."""
    if len(counts) == 1:  # as of most entities
        return getattr(next(iter(counts)), field)
    values: Counter[Any] = Counter()
    for said, count in counts.items():
        values[getattr(said, field)] += count
    del values[None]
    return min(values, key=lambda value: (-values[value], value), default=None)
