"""What is compared: the annotations of a document, be they a person's or the program's.

Every span is a pair of character offsets into the annotated text, the end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A line of the text and what it is in the layout."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention. `form` and `country` are a COUNTRY's, `subtype` a WEAPON's."""

    span: Span
    label: str
    form: str | None
    country: str | None
    subtype: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote; its `parts` leave an incise out. `speaker` is the phrase that names the source."""

    parts: tuple[Span, ...]
    kind: str
    speaker: Span | None
    speaker_name: str | None
    speaker_kind: str

    @property
    def span(self) -> Span:
        """From the first character to the last, an incise included."""
        return min(start for start, _ in self.parts), max(end for _, end in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim, placed by its predicate."""

    span: Span
    source: str | None
    modality: str
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that was marked in one document."""

    segments: tuple[Segment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A text and what a person marked in it."""

    doc_id: str
    text: str
    marked: Annotations
