"""The countries: their names, demonyms and capitals, and what a capital does when it is the state.

Five files: countries.csv (the states), country_phrases.csv (proper names and set phrases that hold
such a word and do not mean the state: « mer du Japon », « Nouvelle-Guinée »), country_heads.csv
(nouns that open such names: « Parti communiste chinois »), country_homographs.csv (forms that are
also another word: « la Grenade ») and capital_cues.csv (the words that tell a capital that acts
from the city).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.lexicons.conjugation import conjugate
from pipeline.lexicons.files import LexiconError, read_entries
from pipeline.lexicons.forms import Forms, table_of
from pipeline.words import fold

VERB_ROLES = {"subject", "object", "inverted"}
Kind = Literal["name", "demonym", "capital", "phrase"]
Reading = Literal["state", "city"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One state. Demonyms are adjectives in small letters; `language` lists the masculine demonyms
    that also name a language; `other_seats` are cities that the press takes for the government
    without being the capital (Tel-Aviv, Abidjan)."""

    code: str
    name: str
    other_names: tuple[str, ...]
    demonym_ms: str
    demonym_fs: str
    demonym_mp: str
    demonym_fp: str
    other_demonyms: tuple[str, ...]
    capital: str
    capital_variants: tuple[str, ...]
    other_seats: tuple[str, ...]
    language: tuple[str, ...]
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.other_names)

    @property
    def demonyms(self) -> tuple[str, ...]:
        main = (self.demonym_ms, self.demonym_fs, self.demonym_mp, self.demonym_fp)
        return (*dict.fromkeys(main), *self.other_demonyms)

    @property
    def capitals(self) -> tuple[str, ...]:
        return (self.capital, *self.capital_variants, *self.other_seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPhrase:
    """A set phrase in which a country's name, demonym or capital does not mean the state."""

    phrase: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryHead:
    """A noun that opens proper names: of an organisation (with a capital: « Parti », « Ligue »), of
    an event (« championnat de France »), of a treaty (« accord de Paris »), or, right before the
    name alone, of a war (« guerre du Vietnam »)."""

    head: str
    opens: Literal["organisation", "event", "treaty", "war"]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Homograph:
    """A form that is also another word. `needs` is a "|"-separated list of words of which one must
    stand right before it; with no such list the form counts for the place alone."""

    form: str
    needs: tuple[str, ...]
    meaning: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalCue:
    """A word that tells how a capital beside it is read.

    `role` is the place of the capital: `subject`, `passive` or `object` of the verb, `complement`
    of the noun (« soutien de Moscou »), `addressee` (« demande à Moscou »), `trade` (« des drones
    achetés à Ankara », of weapons alone), `predicate` (« Moscou est prêt ») or what follows a
    preposition (`contre`, `vers`, `sur`, `pour`, `avec`, `entre`).
    """

    word: str
    role: str
    reading: Reading
    source: str


@dataclass(frozen=True, slots=True)
class CountryForm:
    """One way to write a state: the form, what it is, and the state's code (none for a phrase)."""

    form: str
    kind: Kind
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryLexicon:
    """The states by code, every form of theirs in one table, and the cues. `verbs` gives the
    infinitive of each form of a cue that is a verb: the model takes « menace » for a noun."""

    countries: Mapping[str, Country]
    forms: Forms[CountryForm]
    languages: frozenset[str]
    organisation_heads: frozenset[str]
    event_heads: frozenset[str]
    treaty_heads: frozenset[str]
    war_heads: frozenset[str]
    homographs: Mapping[str, tuple[str, ...]]
    cues: Mapping[tuple[str, str], Reading]
    sport_words: frozenset[str]
    verbs: Mapping[str, str]

    def reading(self, role: str, word: str) -> Reading | None:
        """How a capital in this role of this word is read, if the lexicon says so."""
        return self.cues.get((role, fold(word)))


def load_countries() -> CountryLexicon:
    """Read the shipped lexicon of countries.

    Raises:
        LexiconError: a file cannot be read, or two lines of it have the same key.
    """
    countries = read_entries("countries.csv", Country)
    phrases = read_entries("country_phrases.csv", CountryPhrase)
    homographs = read_entries("country_homographs.csv", Homograph)
    heads = read_entries("country_heads.csv", CountryHead)
    cues = read_entries("capital_cues.csv", CapitalCue)
    by_code = {country.code: country for country in countries}
    if len(by_code) != len(countries):
        raise LexiconError("countries.csv: a code is given twice; each state is one line")
    return CountryLexicon(
        countries=by_code,
        forms=table_of((form.form, form) for form in _forms(countries, phrases)),
        languages=frozenset(fold(word) for country in countries for word in country.language),
        organisation_heads=_opening(heads, "organisation"),
        event_heads=_opening(heads, "event"),
        treaty_heads=_opening(heads, "treaty"),
        war_heads=_opening(heads, "war"),
        homographs={fold(entry.form): tuple(map(fold, entry.needs)) for entry in homographs},
        cues={(cue.role, fold(cue.word)): cue.reading for cue in cues},
        sport_words=frozenset(fold(cue.word) for cue in cues if cue.role == "sport"),
        verbs={
            form: cue.word for cue in cues if cue.role in VERB_ROLES for form in conjugate(cue.word)
        },
    )


def _opening(heads: tuple[CountryHead, ...], opens: str) -> frozenset[str]:
    """The nouns that open proper names of one kind."""
    return frozenset(fold(entry.head) for entry in heads if entry.opens == opens)


def _forms(
    countries: tuple[Country, ...], phrases: tuple[CountryPhrase, ...]
) -> Iterator[CountryForm]:
    """Every form, the surest reading of an ambiguous one first: a state's main name before its
    other names, a main demonym before the others, names before demonyms before capitals."""
    for entry in phrases:
        yield CountryForm(entry.phrase, "phrase", "")
    for country in countries:
        yield CountryForm(country.name, "name", country.code)
    for country in countries:
        for name in country.other_names:
            yield CountryForm(name, "name", country.code)
    for country in countries:
        main = (country.demonym_ms, country.demonym_fs, country.demonym_mp, country.demonym_fp)
        for demonym in dict.fromkeys(main):
            yield CountryForm(demonym, "demonym", country.code)
    for country in countries:
        for demonym in country.other_demonyms:
            yield CountryForm(demonym, "demonym", country.code)
    for country in countries:
        for city in country.capitals:
            yield CountryForm(city, "capital", country.code)
