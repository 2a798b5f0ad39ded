"""The entities of a corpus, counted from the mentions of its documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from pipeline.records import Entity, Mention

Value = TypeVar("Value", bound=str)


def count_entities(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """One entity for each `entity_id`, in the order of the ids.

    Its label, name, country and subtype are the most frequent of its mentions' (of two as frequent,
    the first in the order of the alphabet, so that the order of the documents has no say).
    """
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.entity_id].append(mention)
    return tuple(_entity(entity_id, grouped[entity_id]) for entity_id in sorted(grouped))


def _entity(entity_id: str, mentions: list[Mention]) -> Entity:
    subtypes = [mention.subtype for mention in mentions if mention.subtype is not None]
    countries = [mention.country for mention in mentions if mention.country is not None]
    return Entity(
        entity_id=entity_id,
        label=_most_frequent([mention.label for mention in mentions]),
        name=_most_frequent([mention.name for mention in mentions]),
        country=_most_frequent(countries) if countries else None,
        subtype=_most_frequent(subtypes) if subtypes else None,
        mentions=len(mentions),
        documents=len({mention.doc_id for mention in mentions}),
    )


def _most_frequent(values: list[Value]) -> Value:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
