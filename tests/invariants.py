"""What holds of the rows of any text whatever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.records import Extraction, Quote


def check_extraction(extraction: Extraction) -> None:
    """Offsets lead to the row's own text, ids are unique, references lead somewhere."""
    text = extraction.document.text
    for row in (*extraction.segments, *extraction.sentences, *extraction.mentions):
        check_slice(text, row, "start", "end", row.text)
    for role in extraction.roles:
        check_slice(text, role, "start", "end", role.text)
    for quote in extraction.quotes:
        check_quote(text, quote)
    for claim in extraction.claims:
        check_slice(text, claim, "start", "end", claim.text)
        check_slice(text, claim, "predicate_start", "predicate_end", claim.predicate)
    check_ids(extraction)


def check_slice(text: str, row: Any, start: str, end: str, expected: str) -> None:
    first, last = getattr(row, start), getattr(row, end)
    assert 0 <= first < last <= len(text), row
    assert text[first:last] == expected, row


def check_quote(text: str, quote: Quote) -> None:
    """A quote's text may leave out an incise, and nothing else may differ from the slice."""
    assert 0 <= quote.start < quote.end <= len(text), quote
    envelope = text[quote.start : quote.end]
    if quote.text != envelope:
        assert quote.cue_start is not None, quote
        assert quote.start < quote.cue_start < quote.end, quote
        letters = iter(envelope)
        assert all(letter in letters for letter in quote.text if not letter.isspace()), quote
    for words, start, end in (
        (quote.cue, quote.cue_start, quote.cue_end),
        (quote.speaker, quote.speaker_start, quote.speaker_end),
    ):
        assert (words is None) == (start is None) == (end is None), quote
        if words is not None:
            assert text[start:end] == words, quote


def check_ids(extraction: Extraction) -> None:
    segments = unique(row.segment_id for row in extraction.segments)
    sentences = unique(row.sentence_id for row in extraction.sentences)
    mentions = unique(row.mention_id for row in extraction.mentions)
    unique(row.role_id for row in extraction.roles)
    quotes = unique(row.quote_id for row in extraction.quotes)
    unique(row.claim_id for row in extraction.claims)
    entities = {row.entity_id for row in extraction.mentions}
    assert {row.segment_id for row in extraction.sentences} <= segments
    for row in (*extraction.mentions, *extraction.roles, *extraction.quotes, *extraction.claims):
        assert row.sentence_id in sentences, row
        assert row.doc_id == extraction.document.doc_id
    for role in extraction.roles:
        assert role.mention_id in mentions, role
        assert role.entity_id in entities, role
        assert role.affiliation_id is None or role.affiliation_id in entities, role
    for quote in extraction.quotes:
        assert quote.speaker_id is None or quote.speaker_id in entities, quote
    for claim in extraction.claims:
        assert claim.quote_id is None or claim.quote_id in quotes, claim
        for entity_id in (claim.subject_id, claim.object_id, claim.source_id):
            assert entity_id is None or entity_id in entities, claim


def unique(ids: Iterable[str]) -> set[str]:
    found = list(ids)
    assert len(found) == len(set(found))
    return set(found)
