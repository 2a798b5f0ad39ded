"""Spans in groups that overlap."""

from __future__ import annotations

from pipeline.mentions.found import Found
from pipeline.mentions.overlaps import groups_of


def span(start: int, end: int) -> Found:
    return Found(start=start, end=end, label="ORG", name="x" * (end - start), rule="test")


def test_spans_side_by_side_are_apart() -> None:
    one, other = span(0, 4), span(4, 9)
    assert list(groups_of([one, other])) == [[one], [other]]


def test_a_chain_of_overlaps_is_one_group() -> None:
    chain = [span(0, 5), span(4, 9), span(8, 12)]
    assert list(groups_of(chain)) == [chain]


def test_a_long_span_holds_all_that_start_in_it() -> None:
    whole, first, second, behind = span(0, 20), span(1, 3), span(15, 18), span(21, 25)
    assert list(groups_of([whole, first, second, behind])) == [[whole, first, second], [behind]]


def test_nothing_makes_no_group() -> None:
    assert list(groups_of([])) == []
