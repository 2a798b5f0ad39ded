"""What can be laid out in time."""

from __future__ import annotations

import pandas as pd

from pipeline.views.loaded import Tables

COLUMNS = ["doc_id", "event", "row_id", "sentence_id", "name", "detail"]


def timeline(tables: Tables) -> pd.DataFrame:
    """Claims, quotes and mentions of weapons with a date: one row is one of these.

    The date is the first in the row's sentence that can be placed in the calendar, else that of
    the publication; what has neither is left out. Group by `date`, or by `published`, and count.

    Args:
        tables: what `load_tables` returns.

    Returns:
        A table in the order of time, with the columns

        - `date`: the day, or the first day of the period.
        - `date_end`: the last day of it; null if it is open (« depuis mai »).
        - `precision`: what the date is exact to: day, month, year, …
        - `dated_by`: `text`, or `publication`.
        - `published`: the document's publication date; null if it has none.
        - `event`: `claim`, `quote` or `weapon`.
        - `doc_id`: the document.
        - `row_id`: the claim_id, quote_id or mention_id.
        - `sentence_id`: the sentence.
        - `name`: the claim's source, the quote's speaker, the weapon; null if unsaid.
        - `detail`: the claim's modality, the speaker's kind, the weapon's type; null if unsaid.
    """
    mentions = tables["mentions"]
    events = pd.concat(
        [
            _events(tables["claims"], "claim", "claim_id", "source", "modality"),
            _events(tables["quotes"], "quote", "quote_id", "speaker_name", "speaker_kind"),
            _events(
                mentions[mentions["label"] == "WEAPON"], "weapon", "mention_id", "name", "subtype"
            ),
        ],
        ignore_index=True,
    )
    dates = tables["dates"]
    first = dates[dates["date_start"].notna()].drop_duplicates("sentence_id")
    events = events.merge(
        first[["sentence_id", "date_start", "date_end", "precision"]], on="sentence_id", how="left"
    ).merge(tables["documents"][["doc_id", "published"]], on="doc_id", how="left")
    in_text = events["date_start"].notna()
    events["date"] = events["date_start"].fillna(events["published"])
    events["date_end"] = events["date_end"].where(in_text, events["published"])
    events["precision"] = events["precision"].astype("string").where(in_text, "day")
    events["dated_by"] = pd.Series("publication", events.index, "string").mask(in_text, "text")
    events = events[events["date"].notna()]
    leading = ["date", "date_end", "precision", "dated_by", "published", "event"]
    return events.sort_values(["date", "event", "doc_id"], kind="stable", ignore_index=True)[
        leading + [column for column in COLUMNS if column not in leading]
    ]


def _events(table: pd.DataFrame, event: str, row_id: str, name: str, detail: str) -> pd.DataFrame:
    columns = {row_id: "row_id", name: "name", detail: "detail"}
    rows = table[["doc_id", "sentence_id", *columns]].rename(columns=columns)
    return rows.assign(event=event).astype({"detail": "string", "event": "string"})[COLUMNS]
