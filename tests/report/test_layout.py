"""The text in the blocks of its segments."""

from __future__ import annotations

from pipeline.report.layout import Layout, lay_out
from tests.report.made import segment

TEXT = "Titre\n\n- un\n- deux\nNon.\n– Léa\nFin"


def shape(layout: Layout) -> list[tuple[str, list[str]]]:
    return [(group.kind, [block.kind for block in group.blocks]) for group in layout.groups]


def whole(layout: Layout) -> str:
    parts = [
        block.before + "".join(piece.text for piece in block.pieces)
        for group in layout.groups
        for block in group.blocks
    ]
    return "".join(parts) + layout.after


def made(*kinds: str) -> Layout:
    segments, start = [], 0
    for kind, line in zip(kinds, filter(None, TEXT.split("\n")), strict=True):
        start = TEXT.index(line, start)
        segments.append(segment(start, start + len(line), kind, TEXT))
    return lay_out(TEXT, segments, [])


def test_items_are_one_list_and_a_quotation_keeps_its_attribution() -> None:
    layout = made("title", "list_item", "list_item", "quote", "attribution", "paragraph")
    assert shape(layout) == [
        ("single", ["title"]),
        ("list", ["list_item", "list_item"]),
        ("quotation", ["quote", "attribution"]),
        ("single", ["paragraph"]),
    ]


def test_an_attribution_ends_its_quotation() -> None:
    layout = made("title", "quote", "attribution", "quote", "attribution", "paragraph")
    assert shape(layout)[1:3] == [("quotation", ["quote", "attribution"])] * 2


def test_the_blocks_and_what_stands_between_them_are_the_text() -> None:
    assert whole(made(*["paragraph"] * 6)) == TEXT


def test_a_text_without_segments_is_all_rest() -> None:
    assert lay_out("abc", [], []) == Layout((), "abc")


def test_segments_that_overlap_do_not_repeat_the_text() -> None:
    assert whole(lay_out(TEXT, [segment(0, 20, text=TEXT), segment(10, 30, text=TEXT)], [])) == TEXT
