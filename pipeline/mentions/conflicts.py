"""Conflicts: what may stand inside what, once every matcher has spoken."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pipeline.mentions.country_names import STATE_AGENCIES
from pipeline.mentions.found import Found
from pipeline.mentions.overlaps import blocks_of, groups_of, overlapping, place_of

RANKS = {"WEAPON": 1, "COUNTRY": 2, "PERSON": 3, "ORG": 4, "PLACE": 5}


def settle(found: Iterable[Found]) -> tuple[Found, ...]:
    """The spans that stay, in the order of the text.

    A span goes if another of its label holds it, unless both are organisations; a country's name
    or a weapon goes if it is a part of a longer name (« France 24 », « mer du Japon »).
    """
    kept: list[Found] = []
    for group in groups_of(sorted(found, key=place_of)):
        kept += group if len(group) == 1 else _settled(dict.fromkeys(group))
    return tuple(kept)


def _settled(group: Collection[Found]) -> list[Found]:
    """What stays of spans that overlap."""
    blocks = blocks_of(group)
    return [
        item
        for item in group
        if not any(_yields(item, other) for other in overlapping(item, blocks))
    ]


def _yields(item: Found, other: Found) -> bool:
    """Whether `item` goes because of `other`."""
    if other is item:
        return False
    if "WEAPON" in (item.label, other.label) and "title" in (item.rule, other.rule):
        # « le capitaine de corvette Le Dantic » is no corvette.
        return item.label == "WEAPON"
    same = (item.start, item.end) == (other.start, other.end)
    if same:
        return _rank(item) > _rank(other)
    if other.start <= item.start and item.end <= other.end:
        return _absorbs(other, item)
    if item.start <= other.start and other.end <= item.end:
        return False
    return (_rank(item), item.end - item.start) > (_rank(other), other.end - other.start)


def _rank(item: Found) -> int:
    """The surer label first; labels of a user's own before all."""
    return RANKS.get(item.label, 0)


def _absorbs(outer: Found, inner: Found) -> bool:
    """Whether the longer name swallows what stands in it.

    The demonym of « ministère serbe de l'Intérieur » is free to be another one and is marked; that
    of « Autorité palestinienne », written with a capital, belongs to the name.
    """
    if inner.label == outer.label == "ORG":
        return False
    if inner.label == "COUNTRY" and inner.form == "demonym":
        return (
            outer.label != "WEAPON"
            and outer.name[:1].isupper()
            and outer.name.split()[0] not in STATE_AGENCIES
        )
    return True
