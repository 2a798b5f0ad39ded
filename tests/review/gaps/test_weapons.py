"""Names beside weapon nouns that the list of weapons hasn't."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.lexicons import Lexicons
from pipeline.lexicons.user import load_user_names
from pipeline.review.gaps.weapons import find_weapon_gaps
from tests.review.gaps.conftest import Tables


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Un drone Zarnitsa-4 a visé le port.", "Zarnitsa-4,WEAPON,,drone,,"),
        ("L'armée a tiré un missile « Vostorg-2 » hier.", "Vostorg-2,WEAPON,,missile,,"),
    ],
)
def test_a_name_behind_a_noun(tables_of: Callable[..., Tables], text: str, line: str) -> None:
    assert [gap.line for gap in find_weapon_gaps(tables_of(text))] == [line]


def test_names_of_the_list_are_no_gaps(tables_of: Callable[..., Tables]) -> None:
    assert find_weapon_gaps(tables_of("Le missile Iskander a été abattu.")) == ()


def test_a_noun_without_a_name(tables_of: Callable[..., Tables]) -> None:
    assert find_weapon_gaps(tables_of("Le missile a été abattu. Anna le confirme.")) == ()


def test_one_name_is_one_gap(tables_of: Callable[..., Tables]) -> None:
    text = "Un drone Zarnitsa-4 a visé le port."
    (gap,) = find_weapon_gaps(tables_of(text, text))
    assert (gap.count, gap.documents) == (2, 2)


def test_lines_are_lines_of_a_users_lexicon(
    tables_of: Callable[..., Tables], lexicons: Lexicons, tmp_path: Path
) -> None:
    (gap,) = find_weapon_gaps(tables_of("Un drone Zarnitsa-4 a visé le port."))
    path = tmp_path / "mine.csv"
    path.write_text(f"name,label,variants,subtype,country,source\n{gap.line}\n", encoding="utf-8")
    assert load_user_names([path], lexicons.countries, print)
