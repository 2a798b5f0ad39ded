"""What the tables say of the annotated articles, as annotations of the same texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.review.evaluate.annotations import (
    Annotations,
    Claim,
    GoldDocument,
    Mention,
    Quote,
    Segment,
    Span,
)

SOFT_HYPHEN = "\u00ad"
Frames = Mapping[str, pd.DataFrame]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """The annotations of each document, and notes on those that could not be compared."""

    by_document: Mapping[str, Annotations]
    notes: tuple[str, ...]


def found_in(tables: Frames, golds: Mapping[str, GoldDocument]) -> Found:
    """What the tables hold of the gold documents, which have the same `doc_id`.

    The text of a document may differ from the gold text in white space and soft hyphens; offsets
    are then moved. A document with another text counts as one in which nothing was found.

    Args:
        tables: the tables, as `load_tables` gives them.
        golds: the gold documents by their name.
    """
    documents = tables["documents"]
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    found, notes = {}, []
    rows = {name: _by_document(tables[name], golds) for name in ("segments", "mentions", "quotes")}
    rows["claims"] = _by_document(tables["claims"], golds)
    for name, gold in golds.items():
        if name not in texts:
            notes.append(f"{name}: not in the table documents (its doc_id must be the file's name)")
            continue
        moved = _mover(texts[name], gold.text)
        if moved is None:
            notes.append(f"{name}: the table documents has another text than {name}.txt")
            continue
        found[name] = Annotations(
            segments=tuple(_segment(row, moved) for row in rows["segments"].get(name, ())),
            mentions=tuple(_mention(row, moved) for row in rows["mentions"].get(name, ())),
            quotes=tuple(_quote(row, moved) for row in rows["quotes"].get(name, ())),
            claims=tuple(_claim(row, moved) for row in rows["claims"].get(name, ())),
        )
    return Found(found, tuple(notes))


def _by_document(frame: pd.DataFrame, golds: Mapping[str, GoldDocument]) -> dict[str, list[Row]]:
    wanted = frame[frame["doc_id"].isin(list(golds))].astype(object)
    rows = wanted.where(wanted.notna(), None)
    return {str(name): list(_records(group)) for name, group in rows.groupby("doc_id")}


def _records(rows: pd.DataFrame) -> Iterator[Row]:
    names = [str(name) for name in rows]
    return (dict(zip(names, row, strict=True)) for row in rows.itertuples(index=False, name=None))


Mover = Callable[[int, int], Span]


def _mover(source: str, target: str) -> Mover | None:
    """What moves spans of `source` to `target`; null if more than white space differs."""
    if source == target:
        return lambda start, end: (start, end)
    kept, meant = list(_kept(source)), list(_kept(target))
    if [source[i] for i in kept] != [target[i] for i in meant]:
        return None

    def moved(at: int) -> int:
        return _moved(at, kept, meant)

    return lambda start, end: (moved(start), moved(end - 1) + 1)


def _kept(text: str) -> Iterator[int]:
    """The offsets of all that is neither white space nor a soft hyphen."""
    return (at for at, sign in enumerate(text) if not sign.isspace() and sign != SOFT_HYPHEN)


def _moved(at: int, kept: Sequence[int], meant: Sequence[int]) -> int:
    """The place of a character; white space goes behind the character before it."""
    number = bisect_left(kept, at)
    if number < len(kept) and kept[number] == at:
        return meant[number]
    return meant[number - 1] + 1 if number else 0


def _span(row: Row, moved: Mover, what: str = "") -> Span:
    return moved(int(row[f"{what}start"]), int(row[f"{what}end"]))


def _part(row: Row, moved: Mover, what: str) -> Span | None:
    """The place of a part of the row, if it has it."""
    if row[f"{what}_start"] is None or row[f"{what}_end"] is None:
        return None
    return _span(row, moved, f"{what}_")


def _segment(row: Row, moved: Mover) -> Segment:
    return Segment(span=_span(row, moved), kind=row["kind"])


def _mention(row: Row, moved: Mover) -> Mention:
    return Mention(
        span=_span(row, moved),
        label=row["label"],
        form=row["form"],
        country=row["country"],
        subtype=row["subtype"],
    )


def _quote(row: Row, moved: Mover) -> Quote:
    span, speaker = _span(row, moved), _part(row, moved, "speaker")
    incise = [
        part
        for part in (_part(row, moved, "cue"), speaker)
        if part and span[0] < part[0] and part[1] < span[1]
    ]
    return Quote(
        parts=_without(span, incise),
        kind=row["kind"],
        speaker=speaker,
        speaker_name=row["speaker_name"],
        speaker_kind=row["speaker_kind"],
    )


def _without(span: Span, incise: Sequence[Span]) -> tuple[Span, ...]:
    """A quote's span without the cue and the speaker inside it: « …, a-t-il dit, … »."""
    if not incise:
        return (span,)
    first, last = min(start for start, _ in incise), max(end for _, end in incise)
    return (span[0], first), (last, span[1])


def _claim(row: Row, moved: Mover) -> Claim:
    return Claim(
        span=_span(row, moved, "predicate_"),
        source=row["source"],
        modality=row["modality"],
        polarity=row["polarity"],
    )
