"""What is passed over unread: no rule could have said anything of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.article import Article
from pipeline.claims.finite import finite_verbs
from pipeline.claims.forms import is_finite
from pipeline.claims.units import Unit, cut_units
from pipeline.claims.verbs import _closes, _is_head, _is_introducer, turning_points
from pipeline.lexicons import Lexicons

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def articles(read: Callable[[str], Article]) -> tuple[Article, ...]:
    written = (path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("**/*.txt")))
    rare = "De son côté, B. Obama fait savoir qu'il part. Il « va » bien. Les routes fermeront."
    return (*(read(text) for text in written), read(rare))


def test_every_finite_verb_is_a_suspect(articles: tuple[Article, ...]) -> None:
    for article in articles:
        assert finite_verbs(article) == {token.i for token in article.doc if is_finite(token)}


def test_clauses_turn_at_turning_points_only(
    articles: tuple[Article, ...], lexicons: Lexicons
) -> None:
    for article in articles:
        for unit in cut_units(article, ()):
            looked_at = set(turning_points(unit, lexicons.modality))
            assert {at for at in range(len(unit.tokens)) if _turns(unit, at, lexicons)} <= looked_at


def _turns(unit: Unit, at: int, lexicons: Lexicons) -> bool:
    modality = lexicons.modality
    return _closes(unit, at) or _is_introducer(unit, at, []) or _is_head(unit, at, modality)
