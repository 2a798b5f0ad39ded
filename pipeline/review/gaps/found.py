"""What the finders of gaps return: sightings, counted into gaps with a line to paste."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

GapKind = Literal["verb", "weapon", "speaker", "unresolved"]
USER_LEXICON = "a lexicon of your own (--lexicon)"
LONGEST = 240  # characters of an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where a word is met that no lexicon has; `sentence` holds it. `notes` is what the
    place says of the word (such as a verb's frames)."""

    word: str
    doc_id: str
    sentence: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A word that a lexicon lacks: how often and in how many documents it was met, the line to
    paste and the lexicon that it is for (both null where no lexicon can help), and an example."""

    kind: GapKind
    word: str
    count: int
    documents: int
    line: str | None
    file: str | None
    example: str
    doc_id: str


def count_gaps(
    kind: GapKind,
    sightings: Iterable[Sighting],
    file: str | None,
    line_of: Callable[[str, Sequence[Sighting]], str | None],
) -> tuple[Gap, ...]:
    """The gaps of all sightings, those of most documents first.

    Args:
        kind: what sort of gap they are.
        sightings: the places; those of one word are one gap.
        file: the lexicon file that the lines are for.
        line_of: makes the line to paste of a word and its sightings.
    """
    by_word: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_word.setdefault(sighting.word, []).append(sighting)
    gaps = [
        Gap(
            kind=kind,
            word=word,
            count=len(places),
            documents=len({place.doc_id for place in places}),
            line=line_of(word, places),
            file=file,
            example=_example(places),
            doc_id=places[0].doc_id,
        )
        for word, places in by_word.items()
    ]
    return tuple(sorted(gaps, key=lambda gap: (-gap.documents, -gap.count, gap.word)))


def csv_line(*cells: str | None) -> str:
    """The cells as a line of a CSV file, without its end."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def _example(places: Sequence[Sighting]) -> str:
    sentence = " ".join(places[0].sentence.split())
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"
