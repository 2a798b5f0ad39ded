"""The reading of a text: one typography, the same length."""

from __future__ import annotations

import pytest

from pipeline.records import Document
from pipeline.segment.layout import find_segments
from pipeline.segment.marks import find_marks
from pipeline.segment.reading import reading_of


def reading(text: str) -> str:
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    return reading_of(text, find_marks(text, find_segments(document)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’été", "l'été"),
        ("l`été", "l'été"),
        ("dit\u00a0:\u202foui", "dit : oui"),
        ("un\nmot\tseul", "un mot seul"),
        ("demi\u2011tour", "demi-tour"),
        ("“oui”", "«oui»"),
        ('"oui"', "«oui»"),
        ("‹oui›", "«oui»"),
        ("<<oui>>", "« oui» "),
        ("24\" et 5''", "24\" et 5''"),
    ],
)
def test_one_typography(text: str, expected: str) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text", ["", "«", '"', "« “ ‹ \" '' >>", "<<a>> ``b''", "😀 « é »", "e\u0301 \u200b«\u00ad»"]
)
def test_the_length_stays(text: str) -> None:
    assert len(reading(text)) == len(text)


def test_an_unclosed_mark_opens_and_nothing_closes_it() -> None:
    assert reading('Il dit "oui et part') == "Il dit «oui et part"
