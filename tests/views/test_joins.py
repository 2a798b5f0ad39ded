"""Which rows lie inside which others."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pipeline.views.joins import inside

SPANS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.integers(1, 9)).map(
        lambda span: (span[0], span[1], span[1] + span[2])
    )
)


@given(SPANS, SPANS)
def test_pairs_are_those_found_one_by_one(
    outer: list[tuple[str, int, int]], inner: list[tuple[str, int, int]]
) -> None:
    def frame(spans: list[tuple[str, int, int]], name: str) -> pd.DataFrame:
        table = pd.DataFrame(spans, columns=["doc_id", "start", "end"])
        return table.astype({"doc_id": "string", "start": "int64", "end": "int64"}).assign(
            **{name: range(len(spans))}
        )

    found = inside(frame(outer, "holder"), frame(inner, "held"))
    assert sorted(zip(found["holder"], found["held"], strict=True)) == [
        (i, j)
        for i, (doc, start, end) in enumerate(outer)
        for j, (other, first, last) in enumerate(inner)
        if doc == other and start <= first and last <= end
    ]
