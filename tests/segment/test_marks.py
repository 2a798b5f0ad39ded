"""Quotation marks: which opens, which closes."""

from __future__ import annotations

import pytest

from pipeline.records import Document
from pipeline.segment.layout import find_segments
from pipeline.segment.marks import find_marks

Pair = tuple[str, int, bool]  # what is inside, depth, closed


def pairs(text: str) -> set[Pair]:
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    found = find_marks(text, find_segments(document))
    return {(text[m.inner_start : m.inner_end], m.depth, m.closed) for m in found}


@pytest.mark.parametrize(
    "text",
    [
        "Il dit « oui » et part.",
        "Il dit «oui» et part.",
        "Il dit «\u00a0oui\u202f» et part.",
        "Il dit “oui” et part.",
        "Il dit „oui” et part.",
        pytest.param(
            "Il dit „oui“ et part.",
            marks=pytest.mark.xfail(strict=True, reason="“ is always taken for an opening mark"),
        ),
        "Il dit ‹ oui › et part.",
        'Il dit "oui" et part.',
        'Il dit " oui " et part.',
        'Il dit l"oui" et part.',
        "Il dit << oui >> et part.",
        "Il dit ''oui'' et part.",
        "Il dit ``oui'' et part.",
        'Il dit ("oui") et part.',
        'Il dit "oui», et part.',
    ],
)
def test_every_sort_of_pair(text: str) -> None:
    assert pairs(text) == {("oui", 0, True)}


@pytest.mark.parametrize(
    "text",
    [
        'Un écran de 24" et un de 32" coûtent cher.',
        "Un tour en 3'12'' à peine.",
        "L'été, aujourd'hui et l’hiver.",
        "C'est fini » dit-il.",
        "C'est fini” dit-il.",
    ],
)
def test_what_is_no_pair(text: str) -> None:
    assert pairs(text) == set()


def test_inches_do_not_flip_the_pairs_after_them() -> None:
    assert pairs('Un 24" vaut "cher", dit "Léo".') == {("cher", 0, True), ("Léo", 0, True)}


def test_a_quotation_may_end_with_inches() -> None:
    assert pairs('Il dit "prends le 24".') == {("prends le 24", 0, True)}


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("« Il a dit “non” hier »", "Il a dit “non” hier"),
        ("« Il a dit « non » hier »", "Il a dit « non » hier"),
        ('« Il a dit "non" hier »', 'Il a dit "non" hier'),
        ("“Il a dit ‹non› hier”", "Il a dit ‹non› hier"),
    ],
)
def test_pairs_nest(text: str, inner: str) -> None:
    assert pairs(text) == {(inner, 0, True), ("non", 1, True)}


def test_an_unclosed_mark_ends_with_its_line() -> None:
    assert pairs("Il dit « oui et part.\nElle reste.") == {("oui et part.", 0, False)}


def test_an_unclosed_mark_spoils_one_line_only() -> None:
    assert pairs("Il dit « oui et part.\nElle dit « non ».") == {
        ("oui et part.", 0, False),
        ("non", 0, True),
    }


def test_a_mark_too_many_inside_a_pair_is_left_alone() -> None:
    assert pairs("« Il a dit “non hier »") == {("Il a dit “non hier", 0, True)}


def test_two_pairs_side_by_side() -> None:
    assert pairs('"Un" et "deux"') == {("Un", 0, True), ("deux", 0, True)}


def test_the_place_of_a_pair_holds_its_marks() -> None:
    text = "Il dit << oui >>."
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    (pair,) = find_marks(text, find_segments(document))
    assert text[pair.start : pair.end] == "<< oui >>"


def test_outer_pairs_come_before_inner_ones() -> None:
    text = "« Un “deux” » et « trois »"
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    found = find_marks(text, find_segments(document))
    assert [(pair.start, pair.depth) for pair in found] == [(0, 0), (5, 1), (17, 0)]


@pytest.mark.parametrize("text", ["« a " * 50, "« " * 50 + "a" + " »" * 50])
def test_marks_inside_of_very_many_others_are_no_pairs(text: str) -> None:
    assert {depth for _, depth, _ in pairs(text)} == set(range(8))
