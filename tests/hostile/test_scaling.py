"""The time of a document grows no faster than its length, whatever is in it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.runs.tools import Tools
from tests.hostile.scaling import SHAPES, refusal, seconds

SMALL, LARGE = 800, 12_800
SLOWER = 2.5  # times a character of the longer may take; 16 where time grows with the square


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_no_faster_than_the_length(
    shape: str, nlp: Language, lexicons: Lexicons
) -> None:
    tools = Tools(nlp, lexicons, ())
    small = min(seconds(shape, SMALL, tools) for _ in range(2))
    limit = SLOWER * max(small * LARGE / SMALL, 0.05)
    assert any(seconds(shape, LARGE, tools) < limit for _ in range(3))


def test_a_document_that_is_too_long_is_refused_at_once() -> None:
    taken, _ = refusal(10_000_000)
    assert taken < 1
