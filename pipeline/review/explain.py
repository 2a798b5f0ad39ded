"""One row of the tables explained: where it stands, which rule made it, from which entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.precision import RulePrecision
from pipeline.quotes.confidence import UNSEEN, family
from pipeline.review.entries import LexiconLine, lines_behind, users_line
from pipeline.review.rules import meanings
from pipeline.tables.schema import KEYS

EXPLAINED = ("quotes", "mentions", "claims", "roles", "dates", "quantities")
PARTS = ("cue", "speaker", "predicate")  # places of a row beside its own
CHOSEN = ("pronoun ", "function ", "sort of organisation ")  # rules that choose a speaker
REFERENCES = {"claims": ("quote_id",), "roles": ("mention_id",), "quantities": ("mention_id",)}
Frames = Mapping[str, pd.DataFrame]


class UnknownIdError(LookupError):
    """An id that no row of the tables has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the row in the text: the `row` itself, its `cue`, its `speaker`, its `predicate`.
    Offsets are those of the document."""

    what: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExplained:
    """A rule in plain words, and the lexicon lines that made it fire."""

    name: str
    meaning: tuple[str, ...]
    lines: tuple[LexiconLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """How often a family of rules was right on annotated texts: the `share` counts towards the
    confidence, drawn to a half where few were seen. `found` is 0 for a family never seen."""

    family: str
    right: int
    found: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything that the tables, the lexicons and the measured precisions say of one row.

    `passage` are the sentences that hold its parts, from the character `passage_start` on;
    `related` are ids of rows it rests on: its quote, the mentions in its speaker's phrase.
    """

    table: str
    id: str
    source: str
    passage: str
    passage_start: int
    parts: tuple[Part, ...]
    row: Mapping[str, Any]
    rule: RuleExplained
    speaker_rule: RuleExplained | None
    confidence: tuple[Factor, ...]
    related: tuple[str, ...]


def explain_row(tables: Frames, row_id: str, run: Mapping[str, Any]) -> Explanation:
    """Explain the row with the id `row_id`.

    Args:
        tables: the tables, as `load_tables` gives them.
        row_id: the id of a quote, mention, claim, role, date or quantity.
        run: what `run.json` says (see `read_run`): where the user's lexicons were.

    Raises:
        UnknownIdError: no row has it; the message says where it was sought.
    """
    table, row = _row_of(tables, row_id)
    document = _where(tables["documents"], "doc_id", row["doc_id"])
    text = document["text"]
    parts = _parts(row, text)
    start, end = _passage(tables["sentences"], row["doc_id"], parts)
    asked = row
    if table == "claims" and row["quote_id"]:
        asked = {"cue": _where(tables["quotes"], "quote_id", row["quote_id"])["cue"], **row}
    spoken = row.get("speaker_rule")
    return Explanation(
        table=table,
        id=row_id,
        source=document["source"],
        passage=text[start:end],
        passage_start=start,
        parts=parts,
        row=row,
        rule=_explained(table, row["rule"], asked, text, run),
        speaker_rule=_explained("speakers", spoken, asked, text, run) if spoken else None,
        confidence=_factors(row) if spoken else (),
        related=_related(tables, table, row),
    )


def chooses_speaker(explanation: Explanation) -> bool:
    """Whether the row is a quote whose speaker had to be chosen among several."""
    rule = explanation.speaker_rule
    return rule is not None and rule.name.startswith(CHOSEN)


def _row_of(tables: Frames, row_id: str) -> tuple[str, dict[str, Any]]:
    for table in EXPLAINED:
        frame = tables[table]
        if (frame[KEYS[table]] == row_id).any():
            return table, _where(frame, KEYS[table], row_id)
    known = [f"{tables[table][KEYS[table]].iloc[0]}" for table in EXPLAINED if len(tables[table])]
    looks = f"an id looks like {', '.join(known)}" if known else "the tables hold no rows"
    raise UnknownIdError(f"no row has the id {row_id!r} in {', '.join(EXPLAINED)}; {looks}")


def _where(frame: pd.DataFrame, column: str, value: str) -> dict[str, Any]:
    """The first row with the value, null where it has none."""
    (row,) = frame[frame[column] == value].head(1).astype(object).to_dict("records")
    return {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}


def _parts(row: Mapping[str, Any], text: str) -> tuple[Part, ...]:
    places = [("row", row["start"], row["end"])]
    places += [(what, row.get(f"{what}_start"), row.get(f"{what}_end")) for what in PARTS]
    return tuple(
        Part(what=what, start=int(start), end=int(end), text=text[int(start) : int(end)])
        for what, start, end in places
        if start is not None and end is not None
    )


def _passage(sentences: pd.DataFrame, doc_id: str, parts: tuple[Part, ...]) -> tuple[int, int]:
    """From the start of the first sentence that holds a part to the end of the last."""
    first, last = min(part.start for part in parts), max(part.end for part in parts)
    own = sentences[sentences["doc_id"] == doc_id]
    held = own[(own["start"] < last) & (own["end"] > first)]
    return min(first, *held["start"]), max(last, *held["end"])


def _explained(
    table: str, rule: str, row: Mapping[str, Any], text: str, run: Mapping[str, Any]
) -> RuleExplained:
    start = int(row["start"])
    before = text[text.rfind("\n", 0, start) + 1 : start]
    found = meanings(table, rule)
    lines = [line for meaning in found for line in lines_behind(meaning, row, before)]
    if rule.startswith("lexicon:"):
        file, name = found[0].about
        paths = map(Path, run.get("options", {}).get("lexicons", ()))
        lines = [line for path in paths if path.name == file for line in users_line(name, path)]
    return RuleExplained(
        name=rule, meaning=tuple(meaning.text for meaning in found), lines=tuple(lines)
    )


def _factors(row: Mapping[str, Any]) -> tuple[Factor, ...]:
    """The measured precisions whose product is the confidence of a quote."""
    measured = {entry.rule: entry for entry in read_entries("rule_precision.csv", RulePrecision)}
    families = (f"quote {family(row['rule'])}", f"speaker {family(row['speaker_rule'])}")
    return tuple(_factor(name, measured.get(name)) for name in families)


def _factor(name: str, entry: RulePrecision | None) -> Factor:
    if entry is None:
        return Factor(family=name, right=0, found=0, share=UNSEEN)
    share = round(entry.precision, 3)
    return Factor(family=name, right=int(entry.right), found=int(entry.found), share=share)


def _related(tables: Frames, table: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    if table == "quotes" and row["speaker_start"] is not None:
        mentions = tables["mentions"]
        own = mentions[mentions["doc_id"] == row["doc_id"]]
        held = (own["start"] < row["speaker_end"]) & (own["end"] > row["speaker_start"])
        return tuple(own[held]["mention_id"])
    return tuple(row[key] for key in REFERENCES.get(table, ()) if row[key])
