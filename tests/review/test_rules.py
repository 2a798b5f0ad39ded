"""Rules in plain words: every rule that the annotated texts and the seeds call for has a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.review.rules import meanings, parts_of
from pipeline.tables.schema import TABLES

ROOT = Path(__file__).parents[2]
TABLES_WITH_RULES = ("mentions", "roles", "dates", "quantities", "quotes", "claims")


def told(table: str, rule: str) -> list[str]:
    return [meaning.text for meaning in meanings(table, rule)]


def test_a_rule_says_what_it_was_about() -> None:
    (text,) = told("quotes", "reported.que:affirmer")
    assert "« affirmer »" in text


def test_each_part_of_a_rule_is_told() -> None:
    assert len(told("claims", "clause.main+hearsay")) == 2
    assert len(told("dates", "weekday+past+since+dateline")) == 4


def test_a_part_belongs_to_its_table() -> None:
    assert told("quotes", "clause.main") == []
    assert told("roles", "title") != told("mentions", "title")


def test_the_more_special_line_counts() -> None:
    assert told("mentions", "metonym.par.default") != told("mentions", "metonym.par")
    assert "roles.csv hasn't" in told("speakers", "described: no noun of the lexicon")[0]


def test_two_parts_that_vary() -> None:
    (text,) = told("speakers", "pronoun il → subject before (person)")
    assert "« il »" in text
    assert "person" in text


def test_an_unknown_rule_means_nothing() -> None:
    assert told("quotes", "guessed") == []


def _without_meaning(document: Document, nlp: Language, lexicons: Lexicons) -> set[str]:
    extraction = extract(document, nlp, lexicons)
    rules = {
        (table, row.rule) for table in TABLES_WITH_RULES for row in getattr(extraction, table)
    } | {("speakers", quote.speaker_rule) for quote in extraction.quotes}
    return {
        f"{table}: {part}"
        for table, rule in rules
        for part in parts_of(table, rule)
        if len(meanings(table, rule)) < len(parts_of(table, rule))
    }


@pytest.mark.parametrize(
    "folder", ["seeds", *sorted(p.name for p in (ROOT / "tests/gold").iterdir() if p.is_dir())]
)
def test_every_rule_has_a_meaning(folder: str, nlp: Language, lexicons: Lexicons) -> None:
    paths = (ROOT if folder == "seeds" else ROOT / "tests/gold").joinpath(folder).glob("*.txt")
    missing = set()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        document = Document(doc_id="d", source="d", title=None, published=None, text=text)
        missing |= _without_meaning(document, nlp, lexicons)
    assert missing == set()


def test_all_tables_with_rules_are_checked() -> None:
    with_rules = {
        name
        for name, table in TABLES.items()
        if "rule" in {column.name for column in table.columns}
    }
    assert with_rules == set(TABLES_WITH_RULES)
