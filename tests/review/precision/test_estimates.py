"""Precision from ticks: intervals, weights, groups."""

from __future__ import annotations

import pytest

from pipeline.review.precision.estimates import Precision, coverage, precisions, wilson
from pipeline.review.precision.ticked import Ticked


def rows(kind: str, ticks: str, stratum_rows: int, family: str = "f") -> list[Ticked]:
    """Rows of a stratum, ticked « + », « - » or « . » (not)."""
    answers = {"+": True, "-": False, ".": None}
    return [
        Ticked(
            right=answers[tick],
            table="quotes",
            kind=kind,
            family=family,
            row_id=f"{kind}{family}{number}",
            stratum_rows=stratum_rows,
            table_rows=1000,
        )
        for number, tick in enumerate(ticks)
    ]


def one(found: list[Precision], by: str, name: str = "") -> Precision:
    (row,) = (row for row in found if (row.by, row.name) == (by, name))
    return row


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (95, 100, 0.8882, 0.9785),
    ],
)
def test_wilson_interval(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right / count, count) == pytest.approx((low, high), abs=5e-5)


def test_one_stratum_is_a_plain_share() -> None:
    found = one(precisions(rows("direct", "+++-", 40)), "all")
    assert (found.ticked, found.right, found.precision) == (4, 3, 0.75)
    assert (found.low, found.high) == pytest.approx(wilson(0.75, 4))


def test_rows_count_by_the_size_of_their_stratum() -> None:
    sheet = rows("direct", "++++", 900) + rows("block", "--", 100)
    found = one(precisions(sheet), "all")
    assert found.precision == pytest.approx(0.9)
    # weights 225 ×4 and 50 ×2: (Σw)² / Σw² = 1000² / 207 500 = 4.82
    assert (found.low, found.high) == pytest.approx(wilson(0.9, 1000**2 / 207_500))
    assert found.rows == 1000


def test_a_group_has_rows_of_several_strata() -> None:
    sheet = rows("direct", "+-", 10, "incise") + rows("direct", "++", 30, "after")
    found = precisions(sheet)
    assert one(found, "kind", "direct").precision == pytest.approx((0.5 * 10 + 30) / 40)
    assert one(found, "rule", "incise").precision == 0.5


def test_rows_without_a_tick_are_left_out() -> None:
    sheet = rows("direct", "+-..", 10)
    assert one(precisions(sheet), "all").ticked == 2
    assert one(precisions(sheet), "all").precision == 0.5
    assert (coverage(sheet).ticked, coverage(sheet).unticked) == (2, 2)


def test_what_the_ticks_stand_for() -> None:
    covered = coverage(rows("direct", "++", 600) + rows("mixed", "..", 400))
    assert (covered.rows, covered.of) == (600, 1000)


def test_nothing_ticked_gives_nothing() -> None:
    assert precisions(rows("direct", "...", 10)) == []
