"""The lexicon of numbers: every row."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.lexicons import numbers
from pipeline.lexicons.files import LexiconError, read_entries
from pipeline.lexicons.numbers import NumberWord, load_numbers

ROWS = read_entries("numbers.csv", NumberWord)


def test_no_form_of_a_kind_is_written_twice() -> None:
    counts = Counter((row.kind, form) for row in ROWS for form in row.form)
    assert [form for form, count in counts.items() if count > 1] == []


def test_every_row_says_its_source_and_is_in_lower_case() -> None:
    assert [row for row in ROWS if not row.source or not row.form] == []
    assert [form for row in ROWS for form in row.form if form != form.lower()] == []


def test_numbers_are_whole() -> None:
    for row in ROWS:
        if row.kind in {"number", "scale", "collective", "fraction"}:
            assert int(row.value) >= 0


def test_a_kind_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = NumberWord(("myriade",), "lot", "1", "usage")
    monkeypatch.setattr(numbers, "read_entries", lambda *_args: (row,))
    with pytest.raises(LexiconError, match="myriade has the unknown kind 'lot'"):
        load_numbers()
