"""Cut a text at the borders of what is drawn on it, so that spans may nest and overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Layer = Literal["mention", "quote", "cue", "speaker", "claim"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A part of the text that is drawn.

    Attributes:
        start, end: character offsets into the text.
        layer: how it is drawn.
        card: the card that explains it.
        style: its CSS class within the layer.
        tag: a word or letter shown after its end; the text does not hold it.
    """

    start: int
    end: int
    layer: Layer
    card: str
    style: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that no border crosses, with the highlights that cover all of it."""

    start: int
    end: int
    text: str
    highlights: tuple[Highlight, ...]

    @property
    def classes(self) -> str:
        """The CSS classes of the piece: layers, their styles, `nested` for a quote in a quote, and
        `opens` where a highlight starts."""
        names = [name for one in self.highlights for name in (one.layer, one.style) if name]
        if len({one.card for one in self.highlights if one.layer == "quote"}) > 1:
            names.append("nested")
        if any(one.start == self.start for one in self.highlights):
            names.append("opens")
        return " ".join(dict.fromkeys(names))

    @property
    def cards(self) -> str:
        """The ids of the cards that explain the piece."""
        return " ".join(dict.fromkeys(one.card for one in self.highlights))

    @property
    def speaks_in(self) -> str:
        """The ids of the quotes whose speaker the piece names."""
        return " ".join(one.card for one in self.highlights if one.layer == "speaker")

    @property
    def closes(self) -> tuple[Highlight, ...]:
        """The highlights that end here, the innermost first."""
        ending = (one for one in self.highlights if one.end == self.end)
        return tuple(sorted(ending, key=lambda one: -one.start))


def cut(text: str, highlights: Iterable[Highlight], borders: Iterable[int] = ()) -> list[Piece]:
    """The pieces of a text, one after the other and without gap: joined, they are the text.

    Args:
        text: the text.
        highlights: what is drawn; what is empty or reaches beyond the text is left out.
        borders: further offsets to cut at, such as those of the segments.
    """
    drawn = sorted(
        (one for one in highlights if 0 <= one.start < one.end <= len(text)),
        key=lambda one: (one.start, -one.end),
    )
    places = {0, len(text)} | {place for place in borders if 0 < place < len(text)}
    for one in drawn:
        places |= {one.start, one.end}
    return list(_pieces(text, drawn, sorted(places)))


def _pieces(text: str, drawn: list[Highlight], places: list[int]) -> Iterator[Piece]:
    waiting = iter(drawn)
    following = next(waiting, None)
    covering: list[Highlight] = []
    for start, end in pairwise(places):
        covering = [one for one in covering if one.end > start]
        while following is not None and following.start == start:
            covering.append(following)
            following = next(waiting, None)
        yield Piece(start, end, text[start:end], tuple(covering))
