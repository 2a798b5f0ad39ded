"""Numbers are looked for only where their words are: no match of a form is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.lexicons import Lexicons
from pipeline.quantities.written import _hits, _searches
from pipeline.words import index_words

GOLD = Path(__file__).parents[1] / "gold"
RARE = [
    "les deux mille cinq cents quarts de finale",
    "2 500 quarts de finale, puis le tiers monde, un score nul à la une",
    "de 60 à 80 chars, entre vingt et trente avions, 60-80 km",
    "plusieurs centaines de milliers de gens, la moitié des élus",
    "sept pertes sur dix ; un sur quatre ; il a gelé (-20 °C)",
]
TEXTS = RARE + [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("**/*.txt"))]


@pytest.mark.parametrize("written", TEXTS)
def test_every_match_is_found(written: str, lexicons: Lexicons) -> None:
    text = written.lower()
    every = {
        (search.name, match.span())
        for search in _searches(lexicons.numbers)
        for match in search.pattern.finditer(text)
    }
    hits = _hits(text, index_words(text), lexicons.numbers)
    assert {(name, match.span()) for name, match in hits} == every


def test_rare_forms_are_there(lexicons: Lexicons) -> None:
    text = "\n".join(RARE).lower()
    found = {name for name, _ in _hits(text, index_words(text), lexicons.numbers)}
    assert found == {search.name for search in _searches(lexicons.numbers)}
