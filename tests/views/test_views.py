"""Each view on texts whose answer is known."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from pipeline.views import (
    VIEWS,
    claims_in_context,
    co_mentions,
    country_focus,
    quoted_on,
    speakers,
    timeline,
)
from pipeline.views.loaded import Tables

TablesOf = Callable[..., Tables]


@pytest.mark.parametrize("name", VIEWS)
def test_every_column_is_documented(name: str, tables: Tables) -> None:
    described = [
        line.split("`")[1]
        for line in (VIEWS[name].__doc__ or "").splitlines()
        if line.lstrip().startswith("- `")
    ]
    assert list(VIEWS[name](tables).columns) == described


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_comes_of_nothing(name: str, tables: Tables, tables_of: TablesOf) -> None:
    found = VIEWS[name](tables_of({"a": "Il pleut"}))
    assert list(found.columns) == list(VIEWS[name](tables).columns)
    assert len(found) == (1 if name == "claims_in_context" else 0)


def test_speakers_are_counted(tables_of: TablesOf) -> None:
    text = "Le port est fermé, a dit Anna Lind. « Je reste », a dit Anna Lind."
    found = speakers(tables_of({"a": text, "b": text}, {"a": datetime.date(2024, 5, 6)}))
    row = found[found["speaker_name"] == "Anna Lind"].iloc[0]
    assert (row["speaker_kind"], row["quotes"], row["documents"]) == ("person", 4, 2)
    assert row["first"] == row["last"] == datetime.datetime(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("L'Ukraine affirme avoir abattu deux drones.", "UKR"),
        ("Un officiel ukrainien affirme que deux drones ont été abattus.", "UKR"),
        ("Anna Lind, ministre suédoise de la Défense, affirme que le port est fermé.", "SWE"),
        ("Selon les pêcheurs, le port est fermé.", None),
    ],
)
def test_the_country_of_a_speaker(text: str, country: str | None, tables_of: TablesOf) -> None:
    found = speakers(tables_of({"a": text}))
    assert [value if isinstance(value, str) else None for value in found["speaker_country"]] == [
        country
    ]


def test_who_is_quoted_on_whom(tables_of: TablesOf) -> None:
    text = "Anna Lind affirme que la Russie a livré des missiles Iskander à l'Iran et que la Russie"
    found = quoted_on(tables_of({"a": f"{text} continuera."}))
    rows = found[["speaker_name", "label", "name", "mentions"]].itertuples(index=False, name=None)
    assert set(rows) == {
        ("Anna Lind", "COUNTRY", "Russie", 2),
        ("Anna Lind", "COUNTRY", "Iran", 1),
        ("Anna Lind", "WEAPON", "Iskander", 1),
    }


def test_the_speaker_of_an_incise_is_not_whom_the_quote_is_about(tables_of: TablesOf) -> None:
    text = "« La Russie, a déclaré le ministre suédois, a livré des missiles à l'Iran. »"
    found = quoted_on(tables_of({"a": text}))
    assert set(found.loc[found["label"] == "COUNTRY", "name"]) == {"Russie", "Iran"}


def test_a_claim_is_crossed_with_what_its_clause_mentions(tables_of: TablesOf) -> None:
    text = "Selon Kiev, la Russie aurait tiré deux missiles Iskander le 3 mai 2024."
    rows = claims_in_context(tables_of({"a": text}))
    assert len(rows) == 1
    row = rows.iloc[0]
    assert (row["source"], row["source_kind"], row["modality"]) == (
        "Ukraine",
        "country",
        "conditional",
    )
    assert (row["country"], row["weapon"], row["weapon_subtype"]) == ("RUS", "Iskander", "missile")
    assert row["date_start"] == row["date_end"] == datetime.datetime(2024, 5, 3)


def test_every_claim_is_there(tables: Tables) -> None:
    assert set(claims_in_context(tables)["claim_id"]) == set(tables["claims"]["claim_id"])


def test_a_country_of_the_title_weighs_more(tables_of: TablesOf) -> None:
    text = "La Suède ferme ses ports\n\nLa Norvège proteste. La Norvège attend."
    found = country_focus(tables_of({"a": text}))
    assert found[["country", "sentences", "in_title", "weight"]].to_numpy().tolist() == [
        ["SWE", 1, True, 0.6],
        ["NOR", 2, False, 0.4],
    ]


def test_the_weights_of_an_article_add_up_to_one(tables: Tables) -> None:
    weights = country_focus(tables).groupby("doc_id")["weight"].sum()
    assert weights.to_numpy() == pytest.approx(1)


def test_entities_of_one_sentence_stand_together(tables_of: TablesOf) -> None:
    text = "La Suède aide la Norvège. La Norvège remercie la Suède. L'Iran attend."
    found = co_mentions(tables_of({"a": text}))
    assert found[["name_a", "name_b", "sentences", "example"]].to_numpy().tolist() == [
        ["Norvège", "Suède", 2, "a-s1"]
    ]


def test_a_mention_inside_another_makes_no_pair(tables_of: TablesOf) -> None:
    tables = tables_of({"a": "Le ministère suédois de la Défense proteste."})
    assert set(tables["mentions"]["label"]) == {"ORG", "COUNTRY"}
    assert co_mentions(tables).empty


def test_an_event_has_the_date_of_its_sentence(tables_of: TablesOf) -> None:
    text = "Un drone a été abattu le 3 mai 2024. Un missile a été tiré."
    found = timeline(tables_of({"a": text}, {"a": datetime.date(2024, 5, 6)}))
    weapons = found[found["event"] == "weapon"]
    assert weapons["dated_by"].tolist() == ["text", "publication"]
    assert weapons["date"].dt.strftime("%d.%m").tolist() == ["03.05", "06.05"]


def test_what_has_no_date_is_left_out(tables_of: TablesOf) -> None:
    found = timeline(tables_of({"a": "Un drone a été abattu en 2023. Un missile a été tiré."}))
    assert set(found["sentence_id"]) == {"a-s1"}
