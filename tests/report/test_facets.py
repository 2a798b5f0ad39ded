"""What the index counts."""

from __future__ import annotations

from pipeline.report.facets import facets_of, overview_of
from tests.report.made import article, claim, mention, quote


def lines(counts: tuple) -> list[tuple[str, str, int]]:  # type: ignore[type-arg]
    return [(line.value, line.note, line.count) for line in counts]


def test_speakers_are_counted_by_quotes() -> None:
    twice = article(quotes=(quote("Nous partons", "Léa Morel"), quote("partons", "Léa Morel")))
    overview = overview_of([facets_of(article()), facets_of(twice)])
    assert lines(overview.speakers) == [("Léa Morel", "person", 3)]


def test_quotes_without_a_speaker_are_nobodys() -> None:
    assert overview_of([facets_of(article(quotes=(quote("Nous partons"),)))]).speakers == ()


def test_countries_and_weapons_are_counted_by_articles() -> None:
    twice = article(
        mentions=(
            mention("Kiev", "COUNTRY", country="UKR", name="Ukraine"),
            mention("port", "COUNTRY", country="UKR", name="Ukraine"),
            mention("drone", "WEAPON", country="RUS"),
        )
    )
    overview = overview_of([facets_of(article()), facets_of(twice)])
    assert lines(overview.countries) == [("Ukraine", "UKR", 2)]
    assert lines(overview.weapons) == [("drone", "", 2)]


def test_claims_are_counted_by_modality_and_those_denied_again() -> None:
    claims = (
        claim("Le port est fermé"),
        claim("Le drone aurait visé Kiev", modality="conditional", polarity="negative"),
    )
    overview = overview_of([facets_of(article(claims=claims))])
    assert lines(overview.modalities) == [
        ("factual", "", 1),
        ("conditional", "", 1),
        ("negative", "", 1),
    ]


def test_the_most_frequent_come_first_and_fill_the_bar() -> None:
    rows = article(
        quotes=(
            quote("Nous", "Kiev"),
            quote("Nous partons", "Léa Morel"),
            quote("partons", "Léa Morel"),
        )
    )
    overview = overview_of([facets_of(rows)])
    assert [(line.value, line.share) for line in overview.speakers] == [
        ("Léa Morel", 100.0),
        ("Kiev", 50.0),
    ]


def test_nothing_at_all() -> None:
    overview = overview_of([])
    assert overview.speakers == overview.countries == overview.weapons == overview.modalities == ()
