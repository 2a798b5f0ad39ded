"""Comparing two sets of tables: which rows are the same, and what is said of those that are not."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.review.compare import COLUMNS, compare_tables, document_notes, summary
from pipeline.tables.loading import load_tables
from tests.folders import documents_of, fill_folder

TEXT = (
    "Selon Kiev, un drone aurait visé le port. « Nous tiendrons », a déclaré Anna Kovalenko. "
    "Elle affirme que le missile Iskander a été abattu."
)
Frames = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables(nlp, lexicons, tmp_path_factory) -> Frames:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("tables") / "outputs"
    return load_tables(fill_folder(folder, documents_of(a=TEXT, b=TEXT), nlp, lexicons))


def edited(tables: Frames, name: str, frame: pd.DataFrame) -> Frames:
    return {**tables, name: frame}


def test_a_run_is_the_same_as_itself(tables: Frames) -> None:
    differences = compare_tables(tables, tables)
    assert differences.empty
    assert tuple(differences.columns) == COLUMNS
    assert summary(differences).empty


def test_running_ids_make_no_difference(tables: Frames) -> None:
    quotes = tables["quotes"].assign(quote_id="x" + tables["quotes"]["quote_id"])
    assert compare_tables(tables, edited(tables, "quotes", quotes)).empty


def test_the_order_of_the_rows_makes_no_difference(tables: Frames) -> None:
    after = {name: frame.iloc[::-1] for name, frame in tables.items()}
    assert compare_tables(tables, after).empty


def test_a_row_that_only_the_first_run_has_is_lost(tables: Frames) -> None:
    after = edited(tables, "quotes", tables["quotes"].iloc[1:])
    (line,) = compare_tables(tables, after).to_dict("records")
    assert (line["table"], line["doc_id"], line["change"]) == ("quotes", "a", "lost")
    assert line["rule_a"] == "according:selon"
    assert pd.isna(line["rule_b"])
    assert TEXT[line["start"] : line["end"]] == line["text"] == "un drone aurait visé le port"


def test_a_row_that_only_the_second_run_has_is_gained(tables: Frames) -> None:
    before = edited(tables, "quotes", tables["quotes"].iloc[1:])
    (line,) = compare_tables(before, tables).to_dict("records")
    assert (line["change"], line["rule_b"]) == ("gained", "according:selon")
    assert pd.isna(line["rule_a"])


def test_a_value_that_changed_is_told_with_the_old_one(tables: Frames) -> None:
    quotes = tables["quotes"].copy()
    quotes.loc[0, ["cue", "rule"]] = [pd.NA, "according:x"]
    (line,) = compare_tables(tables, edited(tables, "quotes", quotes)).to_dict("records")
    assert line["change"] == "changed"
    assert (line["rule_a"], line["rule_b"]) == ("according:selon", "according:x")
    assert line["changed"] == "cue: Selon → null; rule: according:selon → according:x"


@pytest.mark.parametrize("column", ["start", "end"])
def test_a_row_whose_extent_changed_is_one_row(tables: Frames, column: str) -> None:
    quotes = tables["quotes"].copy()
    quotes.loc[0, column] += 3
    (line,) = compare_tables(tables, edited(tables, "quotes", quotes)).to_dict("records")
    assert line["change"] == "changed"
    assert line["changed"].startswith(f"{column}: ")


def test_a_mention_with_another_label_is_one_row(tables: Frames) -> None:
    mentions = tables["mentions"].copy()
    mentions.loc[0, "label"] = "PLACE"
    (line,) = compare_tables(tables, edited(tables, "mentions", mentions)).to_dict("records")
    assert line["changed"] == "label: COUNTRY → PLACE"


def test_two_rows_at_one_place_are_two(tables: Frames) -> None:
    mentions = pd.concat([tables["mentions"], tables["mentions"].iloc[[0]]])
    (line,) = compare_tables(tables, edited(tables, "mentions", mentions)).to_dict("records")
    assert (line["change"], line["text"]) == ("gained", "Kiev")


def test_long_values_are_cut(tables: Frames) -> None:
    documents = tables["documents"].copy()
    documents.loc[0, "title"] = "Un titre " * 100
    (line,) = compare_tables(tables, edited(tables, "documents", documents)).to_dict("records")
    assert len(line["changed"]) < 120


def test_where_a_document_was_read_makes_no_difference(tables: Frames) -> None:
    documents = tables["documents"].assign(source="elsewhere")
    assert compare_tables(tables, edited(tables, "documents", documents)).empty


def test_entities_and_skipped_inputs_have_no_place(tables: Frames) -> None:
    skipped = pd.DataFrame({"source": ["c.txt"], "reason": ["empty"]}, dtype="string")
    after = {**tables, "skipped": skipped, "entities": tables["entities"].iloc[1:]}
    lines = compare_tables(tables, after).set_index("table")
    assert lines["change"].to_dict() == {"entities": "lost", "skipped": "gained"}
    assert lines.loc["skipped", "text"] == "empty"
    assert lines["doc_id"].isna().all()


def test_the_summary_counts_by_table_and_rule(tables: Frames) -> None:
    quotes = tables["quotes"].copy()
    quotes.loc[quotes["doc_id"] == "b", "rule"] = "new"
    counts = summary(compare_tables(tables, edited(tables, "quotes", quotes)))
    assert list(counts.columns) == ["table", "rule", "gained", "lost", "changed"]
    found = counts[["table", "rule", "gained", "lost", "changed"]].to_numpy().tolist()
    assert ["quotes", "according:selon → new", 0, 0, 1] in found


def test_documents_that_differ_are_told(tables: Frames) -> None:
    documents = tables["documents"].iloc[[0]].assign(text="Autre texte.")
    notes = document_notes(tables, edited(tables, "documents", documents))
    assert notes == (
        "1 documents are in A only: all their rows count as lost",
        "1 documents have another text: their rows may have moved",
    )
    assert document_notes(tables, tables) == ()
