"""Precision estimated from a ticked sample.

Every stratum has at least one row in the sample, so rare ones are over-represented. A ticked row
therefore stands for `stratum_rows` divided by the ticked rows of its stratum: the precision of any
group is the weighted share of right rows. Its interval is Wilson's, with the effective number of
rows, (Σw)² / Σw² (Kish), which is smaller than their number where weights differ.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist

from pipeline.review.precision.ticked import Ticked

LEVEL = 0.95
DEVIATES = NormalDist().inv_cdf((1 + LEVEL) / 2)  # 1.96
GROUPINGS: Mapping[str, Callable[[Ticked], tuple[str, str]]] = {
    "all": lambda _: ("", ""),
    "table": lambda row: (row.table, ""),
    "kind": lambda row: (row.table, row.kind),
    "rule": lambda row: (row.table, row.family),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """The precision of a group of rows. `by` is what it is grouped by: all, table, kind (the label
    of mentions, the modality of claims) or rule (its family); `name` is the kind or the rule.

    Of `ticked` rows `right` are right; they stand for `rows` rows of the tables. The precision is
    between `low` and `high` with 95 % confidence.
    """

    by: str
    table: str
    name: str
    ticked: int
    right: int
    precision: float
    low: float
    high: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many rows of the sheet are ticked; how many rows of the tables they stand for, of those
    that the sample was drawn from."""

    ticked: int
    unticked: int
    rows: int
    of: int


def precisions(sheet: Iterable[Ticked]) -> list[Precision]:
    """The precision over all, then by table, by kind and by rule. Rows without a tick are left
    out."""
    ticked = [row for row in sheet if row.right is not None]
    drawn = Counter(row.stratum for row in ticked)
    found: list[Precision] = []
    for by, group_of in GROUPINGS.items():
        groups: dict[tuple[str, str], list[Ticked]] = {}
        for row in ticked:
            groups.setdefault(group_of(row), []).append(row)
        found.extend(_precision(by, group, groups[group], drawn) for group in sorted(groups))
    return found


def coverage(sheet: Iterable[Ticked]) -> Coverage:
    """How much of the tables the ticked rows stand for."""
    rows = list(sheet)
    ticked = [row for row in rows if row.right is not None]
    return Coverage(
        ticked=len(ticked),
        unticked=len(rows) - len(ticked),
        rows=sum({row.stratum: row.stratum_rows for row in ticked}.values()),
        of=sum({row.table: row.table_rows for row in rows}.values()),
    )


def wilson(share: float, count: float) -> tuple[float, float]:
    """Wilson's interval at 95 %.

    Args:
        share: the share of right ones.
        count: of how many; an effective number need not be whole.
    """
    square = DEVIATES**2 / count
    middle = (share + square / 2) / (1 + square)
    spread = DEVIATES * math.sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    return max(0.0, middle - spread), min(1.0, middle + spread)


def _precision(
    by: str,
    group: tuple[str, str],
    rows: list[Ticked],
    drawn: Mapping[tuple[str, str, str], int],
) -> Precision:
    weights = [row.stratum_rows / drawn[row.stratum] for row in rows]
    total = sum(weights)
    share = sum(weight for weight, row in zip(weights, rows, strict=True) if row.right) / total
    low, high = wilson(share, total**2 / sum(weight**2 for weight in weights))
    table, name = group
    return Precision(
        by=by,
        table=table,
        name=name,
        ticked=len(rows),
        right=sum(row.right is True for row in rows),
        precision=share,
        low=low,
        high=high,
        rows=round(total),
    )
