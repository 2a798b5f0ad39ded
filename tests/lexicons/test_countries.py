"""The lexicon of countries: complete, unique, sourced, and agreeing with CLDR."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.core import get_global

from pipeline.lexicons.countries import (
    CapitalCue,
    Country,
    CountryHead,
    CountryPhrase,
    Homograph,
    load_countries,
)
from pipeline.lexicons.files import read_entries
from pipeline.lexicons.seats import Seat
from pipeline.words import fold, words_of

COUNTRIES = read_entries("countries.csv", Country)
# Past states, by the codes of ISO 3166-3 (and the alpha-3 they had), and Kosovo, which has none.
PAST = {"SUN", "YUG", "CSK", "DDR", "ZAR", "SCG", "VDR", "YMD", "HVO", "RHO", "DHY"}
USER_ASSIGNED = {"XKX": "XK"}
# Where the press writes another name than CLDR (which some of them has as a long form).
PRESS = {
    "COD": "Congo-Kinshasa",
    "COG": "Congo-Brazzaville",
    "CAF": "République centrafricaine",
    "CZE": "Tchéquie",
    "KGZ": "Kirghizstan",
    "MMR": "Myanmar (Birmanie)",
    "PSE": "Territoires palestiniens",
    "VAT": "État de la Cité du Vatican",
    "VCT": "Saint-Vincent-et-les Grenadines",
    "VNM": "Viêt Nam",
}


def territories() -> dict[str, str]:
    """CLDR's French name of each territory, by alpha-3 code."""
    names = Locale("fr").territories
    alpha2 = {
        alpha3: codes[0]
        for alpha3, codes in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", alpha3)
    }
    return {code: names[two] for code, two in (alpha2 | USER_ASSIGNED).items() if two in names}


def test_every_state_of_the_un_is_there() -> None:
    present = {country.code for country in COUNTRIES} - PAST
    assert len(present) == 193 + len({"PSE", "VAT", "TWN", "XKX"})


def test_codes_and_names_are_unique() -> None:
    assert len({country.code for country in COUNTRIES}) == len(COUNTRIES)
    assert len({fold(country.name) for country in COUNTRIES}) == len(COUNTRIES)


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_code_and_name_agree_with_cldr(country: Country) -> None:
    if country.code in PAST:
        return
    cldr = territories()[country.code].replace("’", "'")
    assert country.name == cldr or PRESS.get(country.code) == cldr


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_demonyms_are_well_formed(country: Country) -> None:
    forms = (country.demonym_ms, country.demonym_fs, country.demonym_mp, country.demonym_fp)
    assert all(form and form == form.lower() for form in (*forms, *country.other_demonyms))
    assert country.demonym_fs.endswith(("e", "è"))
    assert country.demonym_mp.endswith(("s", "x", "è"))
    assert country.demonym_fp in {country.demonym_fs + "s", country.demonym_fs}
    assert set(country.language) <= set(country.demonyms)


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
def test_an_entry_is_complete(country: Country) -> None:
    assert country.name
    assert country.capital
    assert country.source
    for forms in (country.names, country.demonyms, country.capitals):
        assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    ("name", "record", "key"),
    [
        ("country_phrases.csv", CountryPhrase, lambda entry: entry.phrase),
        ("country_heads.csv", CountryHead, lambda entry: entry.head),
        ("country_homographs.csv", Homograph, lambda entry: entry.form),
        ("capital_cues.csv", CapitalCue, lambda entry: (entry.role, entry.word)),
        ("seats.csv", Seat, lambda entry: entry.name),
    ],
)
def test_the_other_files_are_unique_and_sourced(name, record, key) -> None:  # type: ignore[no-untyped-def]
    entries = read_entries(name, record)
    assert len({key(entry) for entry in entries}) == len(entries)
    assert all(entry.source for entry in entries)


def test_cues_have_a_known_role_and_reading() -> None:
    cues = read_entries("capital_cues.csv", CapitalCue)
    roles = {
        "subject", "passive", "object", "inverted", "aimed", "complement", "addressee", "predicate",
        "axis", "trade", "contre", "vers", "sur", "pour", "avec", "entre", "par", "sport",
    }  # fmt: skip
    assert {cue.role for cue in cues} <= roles
    assert {cue.reading for cue in cues} == {"state", "city"}


def test_homographs_and_phrases_are_forms_of_the_lexicon() -> None:
    lexicon = load_countries()
    for entry in read_entries("country_homographs.csv", Homograph):
        assert tuple(word.folded for word in words_of(entry.form)) in lexicon.forms.values


def test_seats_belong_to_states_of_the_lexicon() -> None:
    codes = set(load_countries().countries)
    assert {seat.country for seat in read_entries("seats.csv", Seat) if seat.country} <= codes
