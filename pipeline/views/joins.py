"""Which rows lie inside which others: the join that offsets make possible."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def inside(outer: pd.DataFrame, inner: pd.DataFrame) -> pd.DataFrame:
    """The rows of `inner` that lie within a row of `outer`, beside that row.

    Args:
        outer: a table with `doc_id`, `start` and `end`.
        inner: another such table.

    Returns:
        One row for each pair, in the order of `outer`, then of the text: all columns of `outer`,
        then those of `inner`; where both have a column, that of `inner` has `_inside` after its
        name.
    """
    outer, inner = outer.reset_index(drop=True), inner.reset_index(drop=True)
    documents, _ = pd.factorize(pd.concat([outer["doc_id"], inner["doc_id"]]))
    longest = max(_greatest(outer["end"]), _greatest(inner["end"])) + 1
    outer_base, inner_base = np.split(documents * longest, [len(outer)])
    places = inner_base + inner["start"].to_numpy()
    order = np.lexsort((inner["end"].to_numpy(), places))
    # All texts one after the other: what starts inside a row is one run of these places.
    first = np.searchsorted(places[order], outer_base + outer["start"].to_numpy())
    after = np.searchsorted(places[order], outer_base + outer["end"].to_numpy())
    holders = np.repeat(np.arange(len(outer)), after - first)
    held = order[_runs(first, after)]
    ends_inside = inner["end"].to_numpy()[held] <= outer["end"].to_numpy()[holders]
    left = outer.iloc[holders[ends_inside]].reset_index(drop=True)
    right = inner.iloc[held[ends_inside]].reset_index(drop=True)
    shared = {name: f"{name}_inside" for name in left.columns}
    pairs: pd.DataFrame = pd.concat([left, right.rename(columns=shared)], axis=1)
    return pairs


def _greatest(values: pd.Series) -> int:
    return int(values.max()) if len(values) else 0


def _runs(first: NDArray[Any], after: NDArray[Any]) -> NDArray[Any]:
    """The numbers first[0]..after[0], first[1]..after[1], … one after the other."""
    lengths = after - first
    skipped = np.repeat(first - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    runs: NDArray[Any] = np.arange(lengths.sum()) + skipped
    return runs
