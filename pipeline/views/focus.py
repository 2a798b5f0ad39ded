"""Which countries an article is about."""

from __future__ import annotations

import pandas as pd

from pipeline.views.loaded import Tables

TITLE_SENTENCES = 3  # what a country in a title or a heading counts as


def country_focus(tables: Tables) -> pd.DataFrame:
    """Which countries each article is about, weighted: one row is one article and one country.

    A country counts once in each sentence that names it, its capital, a place or an organisation
    of its; in a title or a heading it counts as three sentences do. A weapon does not count: an
    article on Patriots need not be about the United States.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table with the articles in their order, their first country first, and the columns

        - `doc_id`: the document.
        - `published`: its publication date; null if it has none.
        - `country`: ISO alpha-3.
        - `name`: the country's name; its code if no article names it.
        - `sentences`: how many sentences name it.
        - `in_title`: whether a title or a heading names it.
        - `weight`: its share of all that was counted in the article; these add up to 1.
    """
    mentions, entities = tables["mentions"], tables["entities"]
    naming = mentions[mentions["country"].notna() & (mentions["label"] != "WEAPON")]
    kinds = tables["sentences"].merge(tables["segments"][["segment_id", "kind"]], on="segment_id")
    titles = kinds.loc[kinds["kind"].isin(["title", "heading"]), "sentence_id"]
    sentences = naming[["doc_id", "sentence_id", "country"]].drop_duplicates()
    sentences = sentences.assign(in_title=sentences["sentence_id"].isin(titles))
    found = sentences.groupby(["doc_id", "country"], as_index=False).agg(
        sentences=("sentence_id", "size"), titles=("in_title", "sum"), in_title=("in_title", "any")
    )
    points = found["sentences"] + (TITLE_SENTENCES - 1) * found["titles"]
    found["weight"] = points / points.groupby(found["doc_id"]).transform("sum")
    names = entities[entities["label"] == "COUNTRY"].set_index("country")["name"]
    found["name"] = found["country"].map(names).astype("string").fillna(found["country"])
    found = found.merge(tables["documents"][["doc_id", "published"]], on="doc_id")
    return found.sort_values(
        ["doc_id", "weight", "country"], ascending=[True, False, True], ignore_index=True
    )[["doc_id", "published", "country", "name", "sentences", "in_title", "weight"]]
