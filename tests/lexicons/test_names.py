"""The lexicons of names: every row of titles, organisations and places."""

from __future__ import annotations

from collections import Counter

from pipeline.lexicons.countries import load_countries
from pipeline.lexicons.names import load_names

NAMES = load_names()


def twice(forms: list[str]) -> list[str]:
    return [form for form, count in Counter(forms).items() if count > 1]


def test_no_form_is_written_twice() -> None:
    assert twice([title.words for title in NAMES.titles]) == []
    for entries in (NAMES.organisations, NAMES.places):
        assert twice([form for entry in entries for form in (entry.name, *entry.variants)]) == []


def test_every_row_says_its_source() -> None:
    rows = (*NAMES.titles, *NAMES.organisations, *NAMES.places)
    assert [row for row in rows if not row.source] == []


def test_titles_are_of_three_kinds() -> None:
    assert {title.kind for title in NAMES.titles} == {"civility", "rank", "role"}


def test_countries_of_organisations_are_in_the_lexicon() -> None:
    known = set(load_countries().countries)
    assert {entry.country for entry in NAMES.organisations if entry.country} <= known


def test_names_have_a_capital_and_no_space_at_their_ends() -> None:
    forms = [f for e in (*NAMES.organisations, *NAMES.places) for f in (e.name, *e.variants)]
    small = {
        "houthis",
        "houthistes",
        "shebabs",
        "talibans",
        "franceinfo",
        "zone euro",
        "monde arabe",
    }
    assert [form for form in forms if form.strip() != form] == []
    assert {form for form in forms if form == form.lower()} <= small
