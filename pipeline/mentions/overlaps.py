"""Which spans overlap, found without comparing every span of a long document with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.mentions.found import Found

Blocks = dict[int, list[Found]]
SIZE = 64  # characters in a block: most spans touch one or two


def blocks_of(found: Iterable[Found]) -> Blocks:
    """The spans by the blocks of the text that they touch."""
    blocks: Blocks = defaultdict(list)
    for item in found:
        put(blocks, item)
    return blocks


def groups_of(found: Iterable[Found]) -> Iterator[list[Found]]:
    """The spans in groups that share no character: most stand alone, and overlap nothing.

    Args:
        found: the spans, by their starts.
    """
    group: list[Found] = []
    end = 0
    for item in found:
        if item.start >= end and group:
            yield group
            group = []
        group.append(item)
        end = max(end, item.end)
    if group:
        yield group


def put(blocks: Blocks, item: Found) -> None:
    """Add a span to the blocks it touches."""
    for block in range(item.start // SIZE, (item.end - 1) // SIZE + 1):
        blocks[block].append(item)


def overlapping(item: Found, blocks: Blocks) -> list[Found]:
    """The spans that share a character with `item`, in the order of the text, itself included."""
    start, end = item.start, item.end
    first, last = start // SIZE, (end - 1) // SIZE
    near = [other for other in blocks.get(first, ()) if other.start < end and start < other.end]
    for block in range(first + 1, last + 1):
        near += [
            other
            for other in blocks.get(block, ())
            if other.start < end and block == other.start // SIZE  # not in the block before too
        ]
    return sorted(near, key=place_of) if len(near) > 1 else near


def place_of(item: Found) -> tuple[int, int, str, str]:
    """What spans are sorted by: of those that start in one place the longest comes first."""
    return item.start, -item.end, item.label, item.rule
