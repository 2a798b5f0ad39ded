"""The text as it was laid out: blocks for its segments, lists and quotations in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pipeline.records import Segment, SegmentKind
from pipeline.report.pieces import Highlight, Piece, cut

GroupKind = Literal["single", "list", "quotation"]
GROUPS: dict[SegmentKind, GroupKind] = {
    "list_item": "list",
    "quote": "quotation",
    "attribution": "quotation",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One segment: what it is, its pieces, and what stands in the text before it."""

    kind: SegmentKind
    before: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that make one thing: the items of a list, a quotation with its attribution."""

    kind: GroupKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole text: its groups, and what follows the last."""

    groups: tuple[Group, ...]
    after: str


def lay_out(text: str, segments: Sequence[Segment], highlights: Iterable[Highlight]) -> Layout:
    """The text in groups of blocks: `before`, pieces and `after`, joined, are the whole text."""
    ordered = sorted(segments, key=lambda segment: segment.start)
    borders = [place for segment in ordered for place in (segment.start, segment.end)]
    pieces = cut(text, highlights, borders)
    blocks = []
    position = number = 0
    for segment in ordered:
        start, end = max(segment.start, position), min(segment.end, len(text))
        if start >= end:
            continue
        while pieces[number].start < start:
            number += 1
        first = number
        while number < len(pieces) and pieces[number].end <= end:
            number += 1
        blocks.append(Block(segment.kind, text[position:start], tuple(pieces[first:number])))
        position = end
    return Layout(tuple(_grouped(blocks)), text[position:])


def _grouped(blocks: Iterable[Block]) -> Iterator[Group]:
    for kind, members in groupby(blocks, key=_group_kind):
        if kind == "list":
            yield Group("list", tuple(members))
        elif kind == "quotation":
            yield from _quotations(tuple(members))
        else:
            yield from (Group("single", (block,)) for block in members)


def _group_kind(block: Block) -> GroupKind:
    return GROUPS.get(block.kind, "single")


def _quotations(blocks: Sequence[Block]) -> Iterator[Group]:
    """A quotation ends with its attribution: what follows that is the next one."""
    start = 0
    for place, block in enumerate(blocks, start=1):
        if block.kind == "attribution" or place == len(blocks):
            yield Group("quotation", tuple(blocks[start:place]))
            start = place
