"""The lexicon of the calendar: every row."""

from __future__ import annotations

from collections import Counter

import pytest
from babel import Locale
from babel.dates import get_day_names, get_month_names

from pipeline.lexicons import calendar
from pipeline.lexicons.calendar import CalendarWord, load_calendar
from pipeline.lexicons.files import LexiconError, read_entries

ROWS = read_entries("calendar.csv", CalendarWord)
CALENDAR = load_calendar()


def test_no_form_of_a_kind_is_written_twice() -> None:
    counts = Counter((row.kind, form) for row in ROWS for form in row.form)
    assert [form for form, count in counts.items() if count > 1] == []


def test_every_row_says_its_source_and_is_in_lower_case() -> None:
    assert [row for row in ROWS if not row.source or not row.form] == []
    assert [form for row in ROWS for form in row.form if form != form.lower()] == []


def test_months_and_days_are_those_of_babel() -> None:
    french = Locale("fr")
    for number, name in get_month_names("wide", locale=french).items():
        assert CALENDAR.number("month", name) == number
    for number, name in get_day_names("wide", locale=french).items():
        assert CALENDAR.number("weekday", name) == number


def test_a_kind_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = CalendarWord(("lune",), "moon", "1", "usage")
    monkeypatch.setattr(calendar, "read_entries", lambda *_args: (row,))
    with pytest.raises(LexiconError, match="lune has the unknown kind 'moon'"):
        load_calendar()
