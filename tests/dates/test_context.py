"""What a date is counted from: the tense, the days told before, the dateline."""

from __future__ import annotations

import datetime

import pytest

from tests.dates.conftest import Dates


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Le sommet s’ouvrira vendredi à Genève.", "2024-11-22"),
        ("Le sommet s’est ouvert vendredi à Genève.", "2024-11-15"),
        ("La réunion, prévue lundi, a été annulée.", "2024-11-25"),
        ("La ministre doit signer jeudi le contrat.", "2024-11-21"),
        ("L’armée affirme avoir abattu jeudi trois drones.", "2024-11-14"),
        ("Le missile aurait frappé lundi un entrepôt.", "2024-11-18"),
        ("Le traité sera signé le 3 mars.", "2025-03-03"),
        ("Le traité a été signé le 3 mars.", "2024-03-03"),
        ("La sonde traversera alors, le 26 avril, un vaste nuage.", "2025-04-26"),
        ("L’usine fermera en janvier.", "2025-01-01"),
        ("L’usine a fermé en janvier.", "2024-01-01"),
        ("Le convoi est parti mercredi.", "2024-11-20"),
        ("Le convoi est parti mercredi dernier.", "2024-11-13"),
    ],
)
def test_the_tense_tells_the_last_from_the_next(text: str, start: str, dates: Dates) -> None:
    (date,) = dates(text)
    assert date.date_start == datetime.date.fromisoformat(start)


def test_a_month_ahead_of_january_is_of_the_year_before(dates: Dates) -> None:
    (date,) = dates("Bilan de l’accident du 29 décembre", datetime.date(2016, 1, 2))
    assert date.date_start == datetime.date(2015, 12, 29)


def test_the_eve_is_that_of_the_day_told_before(dates: Dates) -> None:
    told, eve = dates("Le 3 mars 2020, la ville est tombée. Le pont avait sauté la veille.")
    assert told.date_start == datetime.date(2020, 3, 3)
    assert eve.date_start == datetime.date(2020, 3, 2)


def test_years_are_counted_from_the_year_told_before(dates: Dates) -> None:
    text = "Élue en 2008, elle a démissionné deux ans plus tard et disparu l’année suivante."
    years = [date.date_start.year for date in dates(text) if date.date_start]
    assert years == [2008, 2010, 2011]


def test_days_are_not_counted_from_a_year(dates: Dates) -> None:
    _, later = dates("Élue en 2008, elle a démissionné trois jours plus tard.")
    assert (later.text, later.date_start) == ("trois jours plus tard", None)


def test_a_day_told_with_its_year_keeps_it(dates: Dates) -> None:
    text = "La ville est tombée le 3 mars 2020.\n\nDepuis, le 3 mars a été un jour de deuil."
    assert [date.date_start for date in dates(text)] == [datetime.date(2020, 3, 3)] * 2


def test_without_a_day_of_publication_only_absolute_dates_have_days(dates: Dates) -> None:
    absolute, relative = dates("Élu en mai 2017, il a démissionné vendredi.", None)
    assert absolute.date_end == datetime.date(2017, 5, 31)
    assert (relative.text, relative.precision) == ("vendredi", "day")
    assert (relative.date_start, relative.date_end) == (None, None)


@pytest.mark.parametrize(
    "line", ["PARIS, 4 juillet 2012 – ", "4 juillet 2012. - ", "4 juillet 2012\n"]
)
def test_the_dateline_stands_in_for_the_day_of_publication(line: str, dates: Dates) -> None:
    dateline, eve = dates(f"Un titre\n\n{line}Le pont a sauté hier.", None)
    assert dateline.date_start == datetime.date(2012, 7, 4)
    assert eve.date_start == datetime.date(2012, 7, 3)
    assert eve.rule.endswith("dateline")


def test_a_dateline_without_a_year_gives_no_day(dates: Dates) -> None:
    found = dates("BEYROUTH, 9 avril (Agence) – Le pont a sauté hier.", None)
    assert [date.date_start for date in found] == [None, None]


def test_the_spans_are_those_of_the_text(dates: Dates) -> None:
    text = (
        "Un pont\u00a0: «\u202fIl a sauté le 3\u00a0mars\u00a02020\u202f», dit-il jeudi\u00a0soir."
    )
    found = dates(text)
    assert [date.text for date in found] == ["le 3\u00a0mars\u00a02020", "jeudi\u00a0soir"]
    assert [text[date.start : date.end] for date in found] == [date.text for date in found]


def test_days_numbered_without_their_month(dates: Dates) -> None:
    found = dates("La finale a eu lieu samedi 16 et dimanche 17.")
    assert [date.text for date in found] == ["samedi 16", "dimanche 17"]
    assert [date.date_start for date in found] == [
        datetime.date(2024, 11, 16),
        datetime.date(2024, 11, 17),
    ]
