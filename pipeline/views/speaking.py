"""Who speaks, and about whom."""

from __future__ import annotations

import pandas as pd

from pipeline.views.joins import inside
from pipeline.views.loaded import Tables

SPEAKER = ["speaker_name", "speaker_kind", "speaker_id", "speaker_country"]


def speakers(tables: Tables) -> pd.DataFrame:
    """Who is quoted: one row is one speaker, those who are quoted most first.

    Speakers of one name are told apart by kind, entity and country: « le ministre » of two
    countries is two speakers. Gender is not known and not guessed.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table with the columns

        - `speaker_name`: who it is; null where the text names nobody.
        - `speaker_kind`: what sort of source: person, role, organisation, country, …
        - `speaker_id`: the entity; null if it is none that is known.
        - `speaker_country`: ISO alpha-3, of the entity, else of the roles that the texts give it,
          else named in the speaker's phrase (« un officiel *ukrainien* »); null if unsaid.
        - `quotes`: how many quotes.
        - `documents`: in how many documents.
        - `first`: publication date of the first of these; null if no document has one.
        - `last`: publication date of the last.
    """
    quotes = _with_country(tables).merge(tables["documents"][["doc_id", "published"]], on="doc_id")
    found = quotes.groupby(SPEAKER, dropna=False, observed=True, as_index=False).agg(
        quotes=("quote_id", "size"),
        documents=("doc_id", "nunique"),
        first=("published", "min"),
        last=("published", "max"),
    )
    return found.sort_values(
        ["quotes", *SPEAKER], ascending=[False, True, True, True, True], ignore_index=True
    )


def quoted_on(tables: Tables) -> pd.DataFrame:
    """Who is quoted on whom: one row is one quote and one entity mentioned inside it.

    What stands in the phrase that names the speaker is no part of the content, and left out.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table in the order of the texts, with the columns

        - `doc_id`: the document.
        - `quote_id`: the quote.
        - `speaker_name`: who speaks; null where the text names nobody.
        - `speaker_kind`: what sort of source.
        - `speaker_id`: the speaker's entity; null if it is none that is known.
        - `speaker_country`: ISO alpha-3, as in `speakers`.
        - `label`: of the entity: PERSON, COUNTRY, WEAPON, …
        - `name`: of the entity.
        - `entity_id`: the entity; the speaker's own, where people speak of themselves.
        - `mentions`: how often the quote mentions it.
    """
    mentions = tables["mentions"][["doc_id", "start", "end", "label", "entity_id"]]
    pairs = inside(_with_country(tables), mentions)
    in_speaker = (pairs["start_inside"] < pairs["speaker_end"]) & (
        pairs["end_inside"] > pairs["speaker_start"]
    )
    names = tables["entities"][["entity_id", "name"]]
    pairs = pairs[~in_speaker.fillna(False).astype(bool)].merge(names, on="entity_id")
    keys = ["doc_id", "quote_id", *SPEAKER, "label", "name", "entity_id"]
    found = pairs.groupby(keys, dropna=False, observed=True, as_index=False, sort=False)
    return found.agg(mentions=("start_inside", "size"))


def _with_country(tables: Tables) -> pd.DataFrame:
    """The quotes with `speaker_country`."""
    quotes, entities = tables["quotes"], tables["entities"]
    of_entity = quotes["speaker_id"].map(entities.set_index("entity_id")["country"])
    of_roles = quotes["speaker_id"].map(_countries_of_roles(tables["roles"]))
    in_phrase = quotes["quote_id"].map(_countries_in_phrases(tables))
    country = of_entity.astype("string").fillna(of_roles.astype("string"))
    return quotes.assign(speaker_country=country.fillna(in_phrase.astype("string")))


def _countries_of_roles(roles: pd.DataFrame) -> pd.Series:
    """The country that stands most often in the roles of each person; of two, the first by code."""
    counts = roles.groupby(["entity_id", "country"], as_index=False).size()
    counts = counts.sort_values(["size", "country"], ascending=[False, True])
    return counts.drop_duplicates("entity_id").set_index("entity_id")["country"]


def _countries_in_phrases(tables: Tables) -> pd.Series:
    """The first country named in the speaker's phrase of each quote."""
    quotes, mentions = tables["quotes"], tables["mentions"]
    named = quotes[quotes["speaker_start"].notna()]
    phrases = pd.DataFrame(
        {
            "doc_id": named["doc_id"],
            "quote_id": named["quote_id"],
            "start": named["speaker_start"].astype("int64"),
            "end": named["speaker_end"].astype("int64"),
        }
    )
    countries = mentions[mentions["label"] == "COUNTRY"][["doc_id", "start", "end", "country"]]
    found = inside(phrases, countries).drop_duplicates("quote_id")
    return found.set_index("quote_id")["country"]
