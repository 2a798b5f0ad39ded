"""Claims with all that an analyst crosses them with."""

from __future__ import annotations

import pandas as pd

from pipeline.views.joins import inside
from pipeline.views.loaded import Tables

CLAIM = ["doc_id", "claim_id", "start", "end"]


def claims_in_context(tables: Tables) -> pd.DataFrame:
    """Claims × source × country × weapon × date, for a pivot table.

    One row is one claim with one country, one weapon and one date that its clause mentions, each
    null where there is none. A claim with two countries and two weapons has four rows: count the
    different `claim_id`, not the rows.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table in the order of the texts, with the columns

        - `doc_id`: the document.
        - `published`: its publication date; null if it has none.
        - `claim_id`: the claim.
        - `source`: `author`, or who is said to claim it; null if unsaid.
        - `source_id`: the source's entity; null if it is none that is known.
        - `source_kind`: what sort of source, as in `quotes.speaker_kind`; null for the author.
        - `modality`: how it is put forward: factual, conditional, possible, future, directive.
        - `polarity`: positive or negative.
        - `predicate`: the word that heads the clause.
        - `country`: ISO alpha-3 of a country in the clause.
        - `weapon`: a weapon's name.
        - `weapon_subtype`: its type.
        - `date_start`: first day of a date in the clause.
        - `date_end`: last day of it.
        - `text`: the clause.
    """
    claims, mentions, dates = tables["claims"], tables["mentions"], tables["dates"]
    places = claims[CLAIM]
    countries = mentions.loc[mentions["label"] == "COUNTRY", ["doc_id", "start", "end", "country"]]
    weapons = mentions.loc[mentions["label"] == "WEAPON", ["doc_id", "start", "end", "entity_id"]]
    known = tables["entities"][["entity_id", "name", "subtype"]].rename(
        columns={"name": "weapon", "subtype": "weapon_subtype"}
    )
    placed = dates.loc[
        dates["date_start"].notna() | dates["date_end"].notna(),
        ["doc_id", "start", "end", "date_start", "date_end"],
    ]
    kinds = tables["quotes"][["quote_id", "speaker_kind"]].rename(
        columns={"speaker_kind": "source_kind"}
    )
    found = claims.merge(tables["documents"][["doc_id", "published"]], on="doc_id", how="left")
    found = found.merge(kinds, on="quote_id", how="left")
    found = _beside(found, inside(places, countries), ["country"])
    found = _beside(
        found, inside(places, weapons).merge(known, on="entity_id"), ["weapon", "weapon_subtype"]
    )
    found = _beside(found, inside(places, placed), ["date_start", "date_end"])
    return found[
        [
            "doc_id",
            "published",
            "claim_id",
            "source",
            "source_id",
            "source_kind",
            "modality",
            "polarity",
            "predicate",
            "country",
            "weapon",
            "weapon_subtype",
            "date_start",
            "date_end",
            "text",
        ]
    ]


def _beside(claims: pd.DataFrame, pairs: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The claims with these columns of what lies inside them, each value once."""
    return claims.merge(pairs[["claim_id", *columns]].drop_duplicates(), on="claim_id", how="left")
