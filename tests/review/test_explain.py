"""What is said of one row, from the tables alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline.lexicons.user import load_user_names
from pipeline.review.explain import Explanation, UnknownIdError, explain_row
from pipeline.tables.loading import load_tables
from tests.folders import documents_of, fill_folder

TEXT = (
    "Selon Kiev, un drone aurait visé le port.\n\n"
    "« Nous tiendrons », a déclaré Anna Kovalenko. Elle promet de rester."
)
Frames = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables(nlp, lexicons, tmp_path_factory) -> Frames:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("tables") / "outputs"
    return load_tables(fill_folder(folder, documents_of(a=TEXT), nlp, lexicons))


def of_quote(tables: Frames, cue: str) -> Explanation:
    quotes = tables["quotes"]
    return explain_row(tables, quotes[quotes["cue"] == cue]["quote_id"].iloc[0], {})


def test_the_passage_holds_every_part(tables: Frames) -> None:
    explained = of_quote(tables, "a déclaré")
    assert explained.passage == "« Nous tiendrons », a déclaré Anna Kovalenko."
    assert {(part.what, part.text) for part in explained.parts} == {
        ("row", "Nous tiendrons"),
        ("cue", "a déclaré"),
        ("speaker", "Anna Kovalenko"),
    }
    for part in explained.parts:
        start, end = (at - explained.passage_start for at in (part.start, part.end))
        assert explained.passage[start:end] == part.text


def test_rule_and_lexicon_line(tables: Frames) -> None:
    explained = of_quote(tables, "a déclaré")
    assert explained.rule.name == "direct.after:déclarer"
    assert "« déclarer »" in explained.rule.meaning[0]
    assert explained.rule.lines[0].cells["verb"] == "déclarer"


def test_the_speaker_and_its_mention(tables: Frames) -> None:
    explained = of_quote(tables, "a déclaré")
    assert explained.speaker_rule is not None
    assert explained.speaker_rule.meaning == ("The phrase holds a name.",)
    mentions = tables["mentions"].set_index("mention_id")["text"]
    assert [mentions[row] for row in explained.related] == ["Anna Kovalenko"]


def test_the_confidence_is_the_product_of_its_factors(tables: Frames) -> None:
    for quote_id in tables["quotes"]["quote_id"]:
        explained = explain_row(tables, quote_id, {})
        content, speaker = (factor.share for factor in explained.confidence)
        assert explained.row["confidence"] == pytest.approx(content * speaker, abs=0.006)


def test_a_mention(tables: Frames) -> None:
    mentions = tables["mentions"]
    kiev = mentions[mentions["text"] == "Kiev"]["mention_id"].iloc[0]
    explained = explain_row(tables, kiev, {})
    assert (explained.table, explained.speaker_rule, explained.confidence) == ("mentions", None, ())
    assert explained.rule.lines[0].cells["capital"] == "Kiev"


def test_a_claim_knows_the_cue_of_its_quote(tables: Frames) -> None:
    claims = tables["claims"]
    row = claims[claims["predicate"] == "rester"].iloc[0]
    explained = explain_row(tables, row["claim_id"], {})
    assert explained.related == (row["quote_id"],)
    assert explained.rule.lines[0].cells == {
        "verb": "promettre",
        "effect": "future",
        "source": "usage",
    }


def test_every_row_can_be_explained(tables: Frames) -> None:
    for table, key in (("mentions", "mention_id"), ("claims", "claim_id")):
        for row_id in tables[table][key]:
            assert explain_row(tables, row_id, {}).rule.meaning


def test_an_unknown_id_says_where_it_was_sought(tables: Frames) -> None:
    with pytest.raises(UnknownIdError, match=r"'a-q99' in quotes, mentions, claims.*like a-q1"):
        explain_row(tables, "a-q99", {})


def test_a_line_of_a_users_lexicon(nlp, lexicons, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mine.csv"
    path.write_text("name,label\nport,HARBOUR\n", encoding="utf-8")
    mine = load_user_names([path], lexicons.countries, print)
    folder = tmp_path / "outputs"
    fill_folder(folder, documents_of(a=TEXT), nlp, replace(lexicons, user=mine))
    tables = load_tables(folder)
    mentions = tables["mentions"]
    port = mentions[mentions["label"] == "HARBOUR"]["mention_id"].iloc[0]
    explained = explain_row(tables, port, {"options": {"lexicons": [str(path)]}})
    assert explained.rule.lines[0].cells == {"name": "port", "label": "HARBOUR"}
    assert explain_row(tables, port, {}).rule.lines == ()
