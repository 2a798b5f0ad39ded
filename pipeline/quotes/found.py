"""What a quote finder returns: the places of a content, its cue and its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import QuoteKind, SpeakerKind

Place = tuple[int, int]  # (start, end), character offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuote:
    """A quote before its speaker is resolved. `start`..`end` is the envelope, an incise included;
    `cue` and `speaker` are places in the document, null where the text gives none."""

    start: int
    end: int
    kind: QuoteKind
    cue: Place | None
    speaker: Place | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a quote's speaker is. `rule` says how that was found, or why `name` is null."""

    name: str | None
    kind: SpeakerKind
    entity_id: str | None
    rule: str
