"""Verb groups: their chain, the infinitive they begin with, their modal verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.claims.groups import Group
from pipeline.claims.units import cut_units
from pipeline.claims.verbs import find_verbs
from pipeline.lexicons import Lexicons

GroupOf = Callable[[str], Group]


@pytest.fixture(scope="module")
def group_of(read: Callable[[str], Article], lexicons: Lexicons) -> GroupOf:
    """`group_of("…")` gives the group of the one finite verb of a sentence."""

    def find(text: str) -> Group:
        (unit,) = cut_units(read(text), (), lexicons.modality)
        (verb,) = find_verbs(unit, lexicons.modality)
        return verb.group

    return find


@pytest.mark.parametrize(
    ("text", "verb", "length"),
    [
        ("Le pont a cédé.", "avoir", 2),
        ("Le port sera fermé.", "être", 2),
        ("La route a d'abord été coupée.", "avoir", 3),
        ("Le maire refuse cette proposition.", "refuser", 1),
    ],
)
def test_a_group_knows_its_finite_verb(
    group_of: GroupOf, text: str, verb: str, length: int
) -> None:
    group = group_of(text)
    assert (group.verb, len(group.chain)) == (verb, length)


def test_modal_verbs_of_a_group(group_of: GroupOf) -> None:
    group = group_of("Le navire pourrait couler.")
    assert group.has_modal("pouvoir")
    assert not group.has_modal("devoir")
    assert group.expresses("possible")
    assert not group.expresses("future")
