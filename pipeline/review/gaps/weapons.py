"""Names next to weapon nouns that the list of weapons hasn't: « le drone Foo-3 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from pipeline.review.gaps.found import USER_LEXICON, Gap, Sighting, count_gaps, csv_line

# The rules that take a name for a weapon's by its place alone.
BY_PLACE = {"weapons.unknown-after-noun", "weapons.unknown-in-marks"} | {
    "weapon_terms.name-after-adjective"
}
# What stands right after a weapon noun, in quotation marks or not: « Foo-3 », « « Vent d'Est » ».
NAME = r"[A-ZÀ-Ý][\w-]*(?:[ -](?:[A-ZÀ-Ý]|\d)[\w-]*)*|\d+[A-Z][\w-]*"
BEHIND = re.compile(rf"[ \u00a0](?:[«“\"][ \u00a0\u202f]?)?(?P<name>{NAME})")
REACH = 60  # characters behind a noun


def find_weapon_gaps(tables: dict[str, pd.DataFrame]) -> tuple[Gap, ...]:
    """The names beside weapon nouns that are in no list, as lines for a lexicon of the user's."""
    return count_gaps("weapon", _sightings(tables), USER_LEXICON, _line)


def _sightings(tables: dict[str, pd.DataFrame]) -> Iterator[Sighting]:
    sentences = tables["sentences"].set_index("sentence_id")["text"]
    texts = tables["documents"].set_index("doc_id")["text"]
    mentions = tables["mentions"]
    weapons: Any = mentions[mentions["label"] == "WEAPON"].itertuples()
    documents = dict(tuple(mentions.groupby("doc_id")))
    for row in weapons:
        in_place = row.rule in BY_PLACE
        name = row.name if in_place else _name_behind(row, texts[row.doc_id], documents[row.doc_id])
        if name is not None:
            yield Sighting(
                word=name,
                doc_id=row.doc_id,
                sentence=sentences[row.sentence_id],
                notes=tuple(
                    "" if pd.isna(cell) else str(cell) for cell in (row.subtype, row.country)
                ),
            )


def _name_behind(row: Any, text: str, mentions: pd.DataFrame) -> str | None:
    """The name right after a noun of the lexicon, if it is nobody's: no mention covers it."""
    if not str(row.rule).startswith("weapon_terms:"):
        return None
    match = BEHIND.match(text, row.end, row.end + REACH)
    if match is None:
        return None
    start, end = match.span("name")
    covered = (mentions["start"] < end) & (mentions["end"] > start)
    return None if covered.any() else match["name"]


def _line(name: str, places: Sequence[Sighting]) -> str:
    """name,label,variants,subtype,country,source"""
    subtype, country = places[0].notes
    return csv_line(name, "WEAPON", None, subtype, country, None)
