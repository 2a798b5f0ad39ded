"""Quotes that two rules see."""

from __future__ import annotations

import pytest

from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.overlaps import covered, settle


def quote(start: int, end: int, cue: Place | None = None, rule: str = "test") -> FoundQuote:
    return FoundQuote(start=start, end=end, kind="indirect", cue=cue, speaker=None, rule=rule)


def places(*quotes: FoundQuote) -> list[Place]:
    return [(found.start, found.end) for found in settle(quotes)]


def test_quotes_come_in_the_order_of_the_text_outer_before_inner() -> None:
    found = (quote(40, 60), quote(5, 10, (1, 4)), quote(5, 30, (31, 35)))
    assert places(*found) == [(5, 30), (5, 10), (40, 60)]


def test_a_cue_announces_one_quote() -> None:
    assert places(quote(10, 20, (0, 5)), quote(30, 50, (0, 5))) == [(10, 20)]


@pytest.mark.parametrize("other", [(0, 100), (2, 98), (0, 92), (8, 100)])
def test_nearly_the_same_place_is_a_double(other: Place) -> None:
    assert places(quote(0, 100, (101, 105)), quote(*other, (110, 115))) == [(0, 100)]


@pytest.mark.parametrize("other", [(50, 150), (90, 110)])
def test_a_crossing_quote_is_dropped(other: Place) -> None:
    assert places(quote(0, 100), quote(*other)) == [(0, 100)]


@pytest.mark.parametrize("other", [(100, 150), (200, 210)])
def test_quotes_side_by_side_are_kept(other: Place) -> None:
    assert places(quote(0, 100), quote(*other)) == [(0, 100), other]


def test_a_source_within_a_source_is_kept() -> None:
    assert places(quote(0, 100, (101, 105)), quote(40, 80, (30, 38))) == [(0, 100), (40, 80)]


def test_the_surer_rule_wins() -> None:
    (kept,) = settle((quote(0, 100, rule="first"), quote(0, 99, rule="second")))
    assert kept.rule == "first"


def test_an_empty_quote_is_dropped() -> None:
    assert settle((quote(5, 5),)) == ()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 100), True),
        ((10, 20), True),
        ((90, 101), False),
        ((150, 160), True),
        ((120, 130), False),
        ((110, 155), False),
    ],
)
def test_what_is_covered(place: Place, expected: bool) -> None:
    assert covered((quote(0, 100), quote(20, 30), quote(140, 170)))(*place) is expected


def test_nothing_is_covered_by_no_quote() -> None:
    assert not covered(())(0, 1)
