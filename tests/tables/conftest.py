"""A small corpus whose tables hold every sort of value: nulls, marks, line ends, dates, numbers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.records import (
    Claim,
    Date,
    Document,
    Extraction,
    Mention,
    Quantity,
    Quote,
    Role,
    Segment,
    Sentence,
    Skipped,
)
from pipeline.tables.rows import Rows, table_rows

TEXT = 'Selon Kiev, un « drone » serait tombé.\r\n\n;"fin", 12\u00a0€ 😀'


def make_extraction(doc_id: str, published: datetime.date | None, **extra: Any) -> Extraction:
    place: Mapping[str, Any] = {"doc_id": doc_id, "start": 0, "end": 38}
    sentence_id = f"{doc_id}-s1"
    mention = Mention(
        doc_id=doc_id,
        mention_id=f"{doc_id}-m1",
        sentence_id=sentence_id,
        start=6,
        end=10,
        text="Kiev",
        label="COUNTRY",
        form="metonym",
        country="UKR",
        subtype=None,
        entity_id="country:UKR",
        name="Ukraine",
        rule="capital",
    )
    quote = Quote(
        **{**place, "start": 12, "end": 37},
        quote_id=f"{doc_id}-q1",
        sentence_id=sentence_id,
        text=TEXT[12:37],
        kind="indirect",
        cue="Selon",
        cue_start=0,
        cue_end=5,
        speaker=None,
        speaker_start=None,
        speaker_end=None,
        speaker_name="Ukraine",
        speaker_kind="country",
        speaker_id="country:UKR",
        speaker_rule="metonym",
        confidence=0.75,
        rule="selon",
    )
    claim = Claim(
        **{**place, "start": 12, "end": 37},
        claim_id=f"{doc_id}-c1",
        sentence_id=sentence_id,
        quote_id=quote.quote_id,
        text=TEXT[12:37],
        predicate="tombé",
        predicate_start=32,
        predicate_end=37,
        subject=None,
        subject_id=None,
        object=None,
        object_id=None,
        source="Ukraine",
        source_id="country:UKR",
        modality="conditional",
        polarity="positive",
        rule="clause",
    )
    date = Date(
        **{**place, "start": 0, "end": 5},
        date_id=f"{doc_id}-d1",
        sentence_id=sentence_id,
        text="Selon",
        date_start=published,
        date_end=None,
        precision="vague",
        modifier="since",
        rule="bare",
    )
    quantity = Quantity(
        **{**place, "start": 12, "end": 37},
        quantity_id=f"{doc_id}-n1",
        sentence_id=sentence_id,
        mention_id=None,
        text=TEXT[12:37],
        value=1.5,
        value_max=None,
        approximate=True,
        unit=None,
        counted=None,
        rule="digits",
    )
    role = Role(
        doc_id=doc_id,
        role_id=f"{doc_id}-r1",
        sentence_id=sentence_id,
        mention_id=mention.mention_id,
        entity_id=mention.entity_id,
        start=0,
        end=5,
        text=TEXT[:5],
        affiliation=None,
        affiliation_id=None,
        country="UKR",
        rule="title",
    )
    return Extraction(
        document=Document(
            doc_id=doc_id,
            source=f"{doc_id}.txt",
            title=None,
            published=published,
            text=TEXT,
            extra=extra,
        ),
        segments=(Segment(**place, segment_id=f"{doc_id}-p1", kind="title", text=TEXT[:38]),),
        sentences=(
            Sentence(**place, sentence_id=sentence_id, segment_id=f"{doc_id}-p1", text=TEXT[:38]),
        ),
        mentions=(mention,),
        roles=(role,),
        dates=(date,),
        quantities=(quantity,),
        quotes=(quote,),
        claims=(claim,),
    )


@pytest.fixture
def rows() -> Rows:
    """The rows of two documents, given in the wrong order, and of one that was skipped."""
    second = make_extraction("b", None, words=None, rubric="", rate=1, day=None, mixed="x")
    first = make_extraction(
        "a",
        datetime.date(1599, 1, 31),
        words=3,
        rubric='"é',
        rate=0.1,
        day=datetime.date(2024, 2, 29),
        mixed=4,
    )
    return table_rows([second, first], [Skipped(source="c.txt", reason="empty")])
