"""What is passed over unread: no rule could have said anything of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.article import Article
from pipeline.claims.finite import finite_verbs
from pipeline.claims.forms import is_finite
from pipeline.claims.tokens import tokens_of
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
        tokens = tokens_of(article)
        finite = {token for token in range(len(article.doc)) if is_finite(tokens, token)}
        assert finite_verbs(tokens) == finite


def test_clauses_turn_at_turning_points_only(
    articles: tuple[Article, ...], lexicons: Lexicons
) -> None:
    for article in articles:
        for unit in cut_units(article, (), lexicons.modality):
            turning = {at for at in range(len(unit.places)) if _turns(unit, at, lexicons)}
            assert turning <= set(turning_points(unit))


def _turns(unit: Unit, at: int, lexicons: Lexicons) -> bool:
    modality = lexicons.modality
    return _closes(unit, at) or _is_introducer(unit, at, []) or _is_head(unit, at, modality)
