"""The parser's search in arrays: what is valid when."""

from __future__ import annotations

import numpy as np

from pipeline.model.packs import Floats, Integers
from pipeline.model.search import LEFT, NONE, REDUCE, RIGHT, SHIFT, draw_arcs
from pipeline.model.states import StateScores

KINDS = np.array([SHIFT, REDUCE, LEFT, RIGHT])


def always(preferred: Floats) -> StateScores:
    """Layers that score the four actions alike in every state."""
    none = np.zeros((1, 16), dtype=np.float32)
    return StateScores(
        reduce=none,
        reduce_bias=none[0],
        lower=np.zeros((16, 16), dtype=np.float32),
        padding=np.zeros(16, dtype=np.float32),
        lower_bias=np.zeros(2, dtype=np.float32),
        upper=np.zeros((1, 16), dtype=np.float32),
        upper_bias=preferred,
        roles=8,
    )


def heads(order: str, starts: list[int], ends: list[int]) -> list[int]:
    """The heads that a search draws which prefers the actions in some order (« SDLR »)."""
    preferred = np.array([-order.index(letter) for letter in "SDLR"], dtype=np.float32)
    features = np.zeros(((ends[-1] + 1) * 8, 2), dtype=np.float32)
    found: Integers = draw_arcs(
        always(preferred), features, KINDS, np.array(starts), np.array(ends)
    )[0]
    return list(found.tolist())


def test_the_first_word_is_shifted_whatever_is_preferred() -> None:
    assert heads("RLDS", [0], [3]) == [NONE, 0, 1]


def test_arcs_to_the_left() -> None:
    assert heads("LRDS", [0], [3]) == [1, 2, NONE]


def test_no_arc_leaves_its_sentence() -> None:
    assert heads("RLDS", [0, 2], [4, 4]) == [NONE, 0, NONE, 2]


def test_a_sentence_of_one_word_has_no_arc() -> None:
    assert heads("RLDS", [0, 1, 2], [1, 2, 3]) == [NONE, NONE, NONE]


def test_the_last_word_of_a_document_is_not_shifted_onto_others() -> None:
    assert heads("SLRD", [0], [3]) == [2, 2, NONE]


def test_a_word_without_head_is_given_back_and_drawn_then() -> None:
    """« SD… » shifts the words of the first sentence; at its end they come back one by one, and
    may not be shifted again."""
    assert heads("SDLR", [0, 3], [6, 6])[:3] == [1, 2, NONE]


def test_no_sentence_needs_no_step() -> None:
    found, actions = draw_arcs(
        always(np.zeros(4, dtype=np.float32)),
        np.zeros((8, 2), dtype=np.float32),
        KINDS,
        np.array([], dtype=np.int64),
        np.array([], dtype=np.int64),
    )
    assert len(found) == len(actions) == 0
