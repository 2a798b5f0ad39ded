"""Which rows are drawn: at random but again and again the same, from every stratum."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pandas as pd

from pipeline.review.sample.strata import Stratum, draw_sample, turns


def tables(**counts: int) -> dict[str, pd.DataFrame]:
    """Quotes of the kinds and numbers given: `tables(direct=3)`."""
    kinds = [kind for kind, count in counts.items() for _ in range(count)]
    quotes = pd.DataFrame(
        {
            "quote_id": [f"a-q{number}" for number in range(len(kinds))],
            "kind": pd.Categorical(kinds),
            "rule": [f"{kind}.after:dire" for kind in kinds],
        }
    )
    return {"quotes": quotes}


def ids(frames: dict[str, pd.DataFrame], size: int, seed: int = 1) -> list[str]:
    return [one.row_id for one in draw_sample(frames, ["quotes"], size, seed).drawn]


def test_every_stratum_gives_a_row_then_each_by_its_size() -> None:
    drawn = draw_sample(tables(direct=80, mixed=19, block=1), ["quotes"], 10, 1).drawn
    assert Counter(one.stratum.kind for one in drawn) == {"direct": 7, "mixed": 2, "block": 1}


def test_a_larger_sample_begins_with_the_smaller() -> None:
    frames = tables(direct=50, mixed=20, block=3)
    whole = ids(frames, 73)
    assert len(set(whole)) == 73
    assert all(ids(frames, size) == whole[:size] for size in range(73))


def test_the_same_seed_draws_the_same_rows_and_another_others() -> None:
    frames = tables(direct=200)
    assert ids(frames, 20) == ids(frames, 20)
    assert set(ids(frames, 20)) != set(ids(frames, 20, seed=2))


def test_the_order_of_the_table_makes_no_difference() -> None:
    frames = tables(direct=30, mixed=10)
    turned = {"quotes": frames["quotes"].iloc[::-1].reset_index(drop=True)}
    assert ids(frames, 15) == ids(turned, 15)


def test_rows_within_a_stratum_are_as_likely_as_each_other() -> None:
    frames = tables(direct=10)
    drawn = Counter(row for seed in range(2000) for row in ids(frames, 2, seed))
    assert len(drawn) == 10
    assert all(330 < count < 470 for count in drawn.values())  # 400, four deviations each way


def test_no_more_rows_than_there_are() -> None:
    assert len(ids(tables(direct=3), 100)) == 3
    assert ids(tables(), 5) == []


def test_a_row_says_what_it_stands_for() -> None:
    (one,) = draw_sample(tables(direct=4), ["quotes"], 1, 1).drawn
    assert one.stratum == Stratum("quotes", "direct", "direct.after")
    assert (one.stratum_rows, one.table_rows) == (4, 4)


def test_large_strata_come_first() -> None:
    sizes = {Stratum("t", kind, "f"): size for kind, size in {"a": 2, "b": 9, "c": 5}.items()}
    assert [stratum.kind for stratum in islice(turns(sizes), 3)] == ["b", "c", "a"]
