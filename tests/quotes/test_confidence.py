"""Confidence: rule families and the product of two precisions."""

from __future__ import annotations

import pytest

from pipeline.lexicons import Lexicons
from pipeline.quotes.confidence import confidence_of, family


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("reported.que:affirmer", "reported.que"),
        ("according:de source", "according"),
        ("block", "block"),
        ("pronoun il → subject before (person)", "pronoun"),
        ("name in phrase", "name"),
        ("« on » names nobody", "none"),
    ],
)
def test_family_of_a_rule(rule: str, expected: str) -> None:
    assert family(rule) == expected


def test_confidence_is_the_product_of_both_rules() -> None:
    precision = {"quote reported.que": 0.9, "speaker name": 0.8}
    assert confidence_of("reported.que:dire", "name in phrase", precision) == 0.72


def test_a_rule_never_measured_is_held_for_even() -> None:
    assert confidence_of("brand.new", "name in phrase", {"speaker name": 1.0}) == 0.5


def test_measured_precisions_are_shares(lexicons: Lexicons) -> None:
    assert lexicons.precision
    assert all(0 < share < 1 for share in lexicons.precision.values())
