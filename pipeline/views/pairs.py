"""Entities that are mentioned together."""

from __future__ import annotations

import pandas as pd

from pipeline.views.loaded import Tables


def co_mentions(tables: Tables) -> pd.DataFrame:
    """Entities that stand together in a sentence: one row is one pair, for a network.

    A mention inside another (« *russe* » in « armée *russe* ») does not stand beside it: that
    alone makes no pair.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table with the most frequent pairs first, and the columns

        - `entity_id_a`: the entity whose identifier comes first.
        - `label_a`: its label.
        - `name_a`: its name.
        - `entity_id_b`: the other.
        - `label_b`: its label.
        - `name_b`: its name.
        - `sentences`: in how many sentences they stand together.
        - `documents`: in how many documents.
        - `example`: the first of these sentences (a `sentence_id`).
    """
    mentions = tables["mentions"][["doc_id", "sentence_id", "start", "end", "entity_id"]]
    pairs = mentions.merge(mentions.drop(columns="doc_id"), on="sentence_id", suffixes=("_a", "_b"))
    apart = (pairs["end_a"] <= pairs["start_b"]) | (pairs["end_b"] <= pairs["start_a"])
    pairs = pairs[apart & (pairs["entity_id_a"] < pairs["entity_id_b"])]
    keys = ["entity_id_a", "entity_id_b"]
    # The mentions come in the order of the texts: the first row of a pair is its first sentence.
    found = pairs.groupby(keys, as_index=False).agg(
        sentences=("sentence_id", "nunique"),
        documents=("doc_id", "nunique"),
        example=("sentence_id", "first"),
    )
    for side in ("a", "b"):
        known = tables["entities"][["entity_id", "label", "name"]].add_suffix(f"_{side}")
        found = found.merge(known, on=f"entity_id_{side}")
    return found.sort_values(
        ["sentences", *keys], ascending=[False, True, True], ignore_index=True
    )[
        [
            "entity_id_a",
            "label_a",
            "name_a",
            "entity_id_b",
            "label_b",
            "name_b",
            "sentences",
            "documents",
            "example",
        ]
    ]
