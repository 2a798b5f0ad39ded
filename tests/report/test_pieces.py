"""A text cut at the borders of spans that nest and overlap."""

from __future__ import annotations

import time

from pipeline.report.pieces import Highlight, cut


def drawn(start: int, end: int, card: str, layer: str = "mention", **values: str) -> Highlight:
    return Highlight(start, end, layer, card, **values)  # type: ignore[arg-type]


def told(text: str, *highlights: Highlight) -> list[tuple[str, str]]:
    return [(piece.text, piece.cards) for piece in cut(text, highlights)]


def test_nothing_drawn_is_one_piece() -> None:
    assert told("abc") == [("abc", "")]


def test_an_empty_text_has_no_pieces() -> None:
    assert told("") == []


def test_nested_spans() -> None:
    assert told("abcdef", drawn(0, 6, "q1"), drawn(2, 4, "m1")) == [
        ("ab", "q1"),
        ("cd", "q1 m1"),
        ("ef", "q1"),
    ]


def test_overlapping_spans() -> None:
    assert told("abcdef", drawn(0, 4, "q1"), drawn(2, 6, "c1")) == [
        ("ab", "q1"),
        ("cd", "q1 c1"),
        ("ef", "c1"),
    ]


def test_spans_that_touch_do_not_share_a_piece() -> None:
    assert told("abcd", drawn(0, 2, "m1"), drawn(2, 4, "m2")) == [("ab", "m1"), ("cd", "m2")]


def test_the_same_span_twice_is_one_piece() -> None:
    assert told("ab", drawn(0, 2, "m1"), drawn(0, 2, "c1", "claim")) == [("ab", "m1 c1")]


def test_empty_spans_and_spans_beyond_the_text_are_left_out() -> None:
    assert told("ab", drawn(1, 1, "m1"), drawn(1, 9, "m2"), drawn(-1, 1, "m3")) == [("ab", "")]


def test_borders_cut_without_drawing() -> None:
    assert [piece.text for piece in cut("abcd", [], [2])] == ["ab", "cd"]


def test_a_span_opens_and_closes_once() -> None:
    pieces = cut("abcdef", [drawn(0, 6, "q1"), drawn(2, 4, "m1")])
    opening = [piece.text for piece in pieces if "opens" in piece.classes.split()]
    assert opening == ["ab", "cd"]
    assert [[one.card for one in piece.closes] for piece in pieces] == [[], ["m1"], ["q1"]]


def test_what_ends_together_ends_from_the_inside() -> None:
    last = cut("abcd", [drawn(0, 4, "q1"), drawn(2, 4, "m1")])[-1]
    assert [one.card for one in last.closes] == ["m1", "q1"]


def test_a_quote_in_a_quote_is_nested() -> None:
    pieces = cut("abcd", [drawn(0, 4, "q1", "quote"), drawn(2, 4, "q2", "quote")])
    assert ["nested" in piece.classes.split() for piece in pieces] == [False, True]


def test_a_speaker_names_the_quotes_it_speaks_in() -> None:
    (piece,) = cut("ab", [drawn(0, 2, "q1", "speaker"), drawn(0, 2, "m1")])
    assert piece.speaks_in == "q1"


def test_many_spans_take_linear_time() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        cut("ab " * count, [drawn(3 * n, 3 * n + 2, f"m{n}") for n in range(count)])
        return time.process_time() - start

    # Sixteen times the text: linear is 16, quadratic 256.
    assert min(seconds(32_000) for _ in range(3)) < 80 * min(seconds(2_000) for _ in range(5))
