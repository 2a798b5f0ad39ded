"""Entities are counted from mentions."""

from __future__ import annotations

import dataclasses

from pipeline.records import Entity, Mention
from pipeline.tables.entities import count_entities

MENTION = Mention(
    doc_id="a",
    mention_id="a-m1",
    sentence_id="a-s1",
    start=0,
    end=1,
    text="x",
    label="WEAPON",
    form=None,
    country=None,
    subtype="drone",
    entity_id="weapon:x",
    name="x",
    rule="test",
)


def with_fields(**fields: str | None) -> Mention:
    return dataclasses.replace(MENTION, **fields)  # type: ignore[arg-type]


def test_counts_and_the_most_frequent_values() -> None:
    mentions = [
        with_fields(name="Shahed", country="IRN"),
        with_fields(name="Shahed-136", doc_id="b"),
        with_fields(name="Shahed", doc_id="b", subtype="missile"),
    ]
    assert count_entities(mentions) == (
        Entity(
            entity_id="weapon:x",
            label="WEAPON",
            name="Shahed",
            country="IRN",
            subtype="drone",
            mentions=3,
            documents=2,
        ),
    )


def test_the_order_of_the_mentions_has_no_say() -> None:
    mentions = [with_fields(name="B"), with_fields(name="A"), with_fields(entity_id="weapon:a")]
    assert count_entities(mentions) == count_entities(mentions[::-1])
    assert [entity.name for entity in count_entities(mentions)] == ["x", "A"]


def test_no_mentions_no_entities() -> None:
    assert count_entities([]) == ()
