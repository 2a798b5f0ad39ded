"""Which rows are drawn.

Rows of one table, kind and rule family are a stratum. Each stratum in turn gives a row: first all
once, the largest first, then the one that has given least for its size (the method of equal
proportions). Within a stratum rows come in the order of a digest of the seed and their id. So the
same tables and seed give the same rows, and a larger sample begins with the smaller one.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import Any

import pandas as pd

from pipeline.quotes.confidence import family
from pipeline.tables.schema import KEYS

# The tables that can be checked, each with the column that says of what kind a row is.
KINDS: Mapping[str, str | None] = {
    "mentions": "label",
    "quotes": "kind",
    "claims": "modality",
    "roles": None,
    "dates": "precision",
    "quantities": None,
}
NO_KIND = "–"
Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True, order=True)
class Stratum:
    """Rows of one table, kind and family of rules."""

    table: str
    kind: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A row that was drawn. It stands for the `stratum_rows` of its stratum; its table has
    `table_rows`."""

    stratum: Stratum
    stratum_rows: int
    table_rows: int
    row_id: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """The rows drawn, in the order of the draw, and how many rows each stratum has."""

    drawn: tuple[Drawn, ...]
    sizes: Mapping[Stratum, int]


def draw_sample(tables: Frames, names: Sequence[str], size: int, seed: int) -> Sample:
    """Draw rows of some tables.

    Args:
        tables: the tables, as `load_tables` gives them.
        names: which of `KINDS` to draw from.
        size: how many rows; all of them if there are fewer.
        seed: any number; another one gives other rows.
    """
    members = {
        stratum: positions
        for name in names
        for stratum, positions in _members(name, tables[name], seed).items()
    }
    sizes = {stratum: len(positions) for stratum, positions in members.items()}
    given = {stratum: iter(positions) for stratum, positions in members.items()}
    drawn = (
        Drawn(
            stratum=stratum,
            stratum_rows=sizes[stratum],
            table_rows=len(tables[stratum.table]),
            row_id=str(row[KEYS[stratum.table]]),
            row=row,
        )
        for stratum in islice(turns(sizes), size)
        for row in [_row(tables[stratum.table], next(given[stratum]))]
    )
    return Sample(tuple(drawn), sizes)


def turns(sizes: Mapping[Stratum, int]) -> Iterator[Stratum]:
    """The strata in the order in which they give a row, each as often as it has rows."""
    queue = [(-math.inf, -size, stratum) for stratum, size in sizes.items() if size]
    heapify(queue)
    given = dict.fromkeys(sizes, 0)
    while queue:
        _, negative, stratum = heappop(queue)
        yield stratum
        given[stratum] += 1
        count = given[stratum]
        if count < -negative:
            heappush(queue, (negative / math.sqrt(count * (count + 1)), negative, stratum))


def _members(name: str, frame: pd.DataFrame, seed: int) -> dict[Stratum, list[int]]:
    """The positions of the rows of each stratum, in the order they are drawn in."""
    families = {rule: family(rule) for rule in frame["rule"].unique()}
    kind = KINDS[name]
    kinds = frame[kind].astype(str) if kind else [NO_KIND] * len(frame)
    found: dict[Stratum, list[int]] = {}
    for position, (a_kind, rule) in enumerate(zip(kinds, frame["rule"], strict=True)):
        found.setdefault(Stratum(name, a_kind, families[rule]), []).append(position)
    ids = frame[KEYS[name]].tolist()
    return {
        stratum: sorted(positions, key=lambda at: _chance(seed, ids[at]))
        for stratum, positions in found.items()
    }


def _chance(seed: int, row_id: str) -> bytes:
    return hashlib.blake2b(f"{seed} {row_id}".encode(), digest_size=16).digest()


def _row(frame: pd.DataFrame, position: int) -> dict[str, Any]:
    """A row by its columns: missing is null, a date has no hour."""
    cells = {str(name): frame[name].iloc[position] for name in frame}
    return {name: None if pd.isna(cell) else _plain(cell) for name, cell in cells.items()}


def _plain(cell: Any) -> Any:
    return cell.date() if isinstance(cell, pd.Timestamp) else cell
