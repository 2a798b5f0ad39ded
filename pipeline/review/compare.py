"""Two runs side by side: the rows that one has and the other has not, and those that changed.

Rows are matched by their document and place, never by their running ids: one quote more at the top
of an article shifts the ids of all that follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from pandas.api.extensions import ExtensionDtype

from pipeline.tables.schema import TABLES, Table

COLUMNS = (
    "table", "doc_id", "change", "rule_a", "rule_b", "start", "end", "text", "changed",
)  # fmt: skip
# Where a row is, the surest first: rows that one attempt leaves unmatched go to the next. At last
# two rows that share a start or an end are one whose extent changed. A column that a table hasn't
# is passed over (only mentions have a label, only claims a predicate).
PLACES = (
    ("doc_id", "start", "end", "label", "predicate_start"),
    ("doc_id", "start", "end"),
    ("doc_id", "start", "label"),
    ("doc_id", "end", "label"),
)
OTHER_KEYS = {"documents": "doc_id", "entities": "entity_id", "skipped": "source"}
NAMES = {"documents": "title", "entities": "name", "skipped": "reason"}  # for want of a text
LONGEST = 80  # characters of a changed value that are shown
TEXT, WHOLE = pd.StringDtype(), pd.Int64Dtype()
Frames = Mapping[str, pd.DataFrame]


def compare_tables(a: Frames, b: Frames) -> pd.DataFrame:
    """The differences of two sets of tables, one line a row (see `COLUMNS`).

    `change` is gained (in `b` only), lost (in `a` only) or changed; `start`, `end` and `text` are
    those of `b`, of `a` if lost; `changed` says « column: old → new » for each changed column.

    Args:
        a: the tables before, as `load_tables` gives them.
        b: the tables after.
    """
    found = [_differences(table, a[name], b[name]) for name, table in TABLES.items()]
    return pd.concat(found, ignore_index=True)


def summary(differences: pd.DataFrame) -> pd.DataFrame:
    """How many rows were gained, lost and changed by table and rule, the most changed first.

    `rule` is the rule of a row, or « old → new » where another rule made it.
    """
    before, after = differences["rule_a"].fillna(""), differences["rule_b"].fillna("")
    moved = (before != after) & (before != "") & (after != "")
    rule = after.where(after != "", before).where(~moved, before + " → " + after)
    counts = pd.crosstab([differences["table"], rule.rename("rule")], differences["change"])
    counts = counts.reindex(columns=["gained", "lost", "changed"], fill_value=0)
    order = counts.sum(axis="columns").sort_values(ascending=False, kind="stable").index
    return counts.loc[order].reset_index().rename_axis(columns=None)


def document_notes(a: Frames, b: Frames) -> tuple[str, ...]:
    """How the inputs of two runs differ, a line each."""
    texts_a, texts_b = (frames["documents"].set_index("doc_id")["text"] for frames in (a, b))
    both = texts_a.index.intersection(texts_b.index)
    edited = int((texts_a[both] != texts_b[both]).sum())
    gone, new = len(texts_a) - len(both), len(texts_b) - len(both)
    return tuple(
        note
        for count, note in (
            (gone, f"{gone:,} documents are in A only: all their rows count as lost"),
            (new, f"{new:,} documents are in B only: all their rows count as gained"),
            (edited, f"{edited:,} documents have another text: their rows may have moved"),
        )
        if count
    )


def _differences(table: Table, a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    a, b = a.reset_index(drop=True), b.reset_index(drop=True)
    at_a, at_b = _pairs(table, a, b)
    before, after = a.loc[at_a].reset_index(drop=True), b.loc[at_b].reset_index(drop=True)
    cells = _changed_cells(table, before, after)
    changed = cells != ""
    lines = [
        _lines(table, "lost", a.drop(index=at_a), None),
        _lines(table, "gained", None, b.drop(index=at_b)),
        _lines(table, "changed", before[changed], after[changed]).assign(
            changed=cells[changed].array
        ),
    ]
    return pd.concat(lines).sort_values(["doc_id", "start", "end"], kind="stable")


def _pairs(table: Table, a: pd.DataFrame, b: pd.DataFrame) -> tuple[pd.Index, pd.Index]:
    """Which rows of `a` are which of `b`: two indices of the same length, in the order of `b`."""
    key = OTHER_KEYS.get(table.name)
    found = []
    for place in ((key,),) if key else PLACES:
        on = [column for column in place if column in a and column in b]
        pairs = _numbered(a, on).merge(_numbered(b, on), on=[*on, "number"], suffixes=("_a", "_b"))
        found.append(pairs[["at_a", "at_b"]])
        a, b = a.drop(index=pd.Index(pairs["at_a"])), b.drop(index=pd.Index(pairs["at_b"]))
    all_pairs = pd.concat(found).sort_values("at_b")
    return pd.Index(all_pairs["at_a"]), pd.Index(all_pairs["at_b"])


def _numbered(frame: pd.DataFrame, on: list[str]) -> pd.DataFrame:
    """The columns `on` with the row's position and its number among rows that share them all."""
    return frame[on].assign(number=frame.groupby(on).cumcount(), at=frame.index)


def _changed_cells(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> pd.Series:
    """« column: old → new » of every pair of rows, "" where nothing changed."""
    told = pd.Series("", index=after.index, dtype=object)
    for column in _compared(table, before, after):
        old, new = before[column].astype(object), after[column].astype(object)
        differs = ((old != new) & ~(old.isna() & new.isna())).fillna(True).astype(bool)
        cells = f"{column}: " + old[differs].map(_shown) + " → " + new[differs].map(_shown)
        told[differs] += told[differs].where(told[differs] == "", "; ") + cells
    return told


def _compared(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """The columns that say something of a row: running ids shift, and a source is where it was."""
    running = {column for column, (target, _) in table.references().items() if target != "entities"}
    passed = {*running, table.key, "source" if table.name == "documents" else None}
    return [str(column) for column in after if column in before and column not in passed]


def _shown(value: Any) -> str:
    text = "null" if pd.isna(value) else " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _lines(
    table: Table, change: str, before: pd.DataFrame | None, after: pd.DataFrame | None
) -> pd.DataFrame:
    """Lines of the differences for rows before, rows after, or both in the same order."""
    shown = next(rows for rows in (after, before) if rows is not None)
    text = NAMES.get(table.name, "text")
    return pd.DataFrame(
        {
            "table": table.name,
            "doc_id": _cells(shown, "doc_id", TEXT),
            "change": change,
            "rule_a": pd.NA if before is None else _cells(before, "rule", TEXT),
            "rule_b": pd.NA if after is None else _cells(after, "rule", TEXT),
            "start": _cells(shown, "start", WHOLE),
            "end": _cells(shown, "end", WHOLE),
            "text": _cells(shown, text, TEXT),
            "changed": pd.Series(pd.NA, index=shown.index, dtype=TEXT),
        },
        index=shown.index,
        columns=COLUMNS,
    ).astype({"rule_a": TEXT, "rule_b": TEXT})


def _cells(frame: pd.DataFrame, column: str, kind: ExtensionDtype) -> pd.Series:
    """A column with the type `kind`; nulls where the table has none of that name."""
    if column in frame:
        return frame[column].astype(kind)
    return pd.Series(pd.NA, index=frame.index, dtype=kind)
