"""Multi-word forms: folding, and the longest form at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.lexicons.forms import cased_like, find_forms, table_of
from pipeline.words import Word, fold, index_words, words_of

TABLE = table_of([("Guinée", 1), ("Guinée équatoriale", 2), ("U.R.S.S.", 3), ("Côte d'Ivoire", 4)])


def found(text: str) -> list[tuple[str, tuple[int, ...]]]:
    words = index_words(text)
    return [
        (text[words[first].start : words[after - 1].end], values)
        for first, after, values in find_forms(TABLE, words, text, lambda _words, _value: True)
    ]


def test_folding_removes_accents_and_capitals() -> None:
    assert fold("ÉTATS-UNIS, Œuvre") == "etats-unis, oeuvre"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Guinée équatoriale et la guinee", [("Guinée équatoriale", (2,)), ("guinee", (1,))]),
        ("l'U.R.S.S. et la Côte-d’Ivoire", [("U.R.S.S", (3,)), ("Côte-d’Ivoire", (4,))]),
        ("Guinée. Équatoriale", [("Guinée", (1,))]),
        ("Guinée\nÉquatoriale", [("Guinée", (1,))]),
    ],
)
def test_the_longest_form_wins_inside_a_line(
    text: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert found(text) == expected


def test_a_refused_form_leaves_room_for_a_shorter_one() -> None:
    def accepts(words: Sequence[Word], _value: int) -> bool:
        return len(words) == 1

    text = "Guinée équatoriale"
    assert [v for _, _, v in find_forms(TABLE, index_words(text), text, accepts)] == [(1,)]


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("Arabie Saoudite", "Arabie saoudite", True),
        ("arabie saoudite", "Arabie saoudite", False),
        ("Rdc", "RDC", False),
        ("CHINE", "Chine", True),
    ],
)
def test_capitals_of_the_form_are_needed(written: str, form: str, expected: bool) -> None:
    assert cased_like(words_of(written), form) is expected


class Counted(dict[tuple[str, ...], tuple[int, ...]]):
    """A table that counts what is looked up in it."""

    asked = 0

    def get(self, key: tuple[str, ...], _default: object = None) -> tuple[int, ...]:
        self.asked += 1
        return super().get(key, ())


@pytest.mark.parametrize("size", [10, 100_000])
def test_what_is_looked_up_depends_on_the_text_and_not_on_the_table(size: int) -> None:
    table = table_of([("Guinée", 1), *((f"Guinée nom{i}", i) for i in range(2, size))])
    counted = Counted(table.values)
    text = "La Guinée et la Guinée équatoriale, puis rien."
    found = find_forms(replace(table, values=counted), index_words(text), text, lambda *_: True)
    assert [values for _, _, values in found] == [(1,), (1,)]
    assert counted.asked == 4
