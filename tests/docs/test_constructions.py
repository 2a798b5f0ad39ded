"""The examples of the pages (blocks of the language `quidit`) give the rows that they show."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from docs.site.examples import Example, read_example, read_examples, shown
from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = [
    pytest.param(example, id=f"{path.stem}: {example.text[:40]}")
    for path in sorted(DOCS.rglob("*.md"))
    for example in read_examples(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_give_what_they_show(example: Example, nlp: Language, lexicons: Lexicons) -> None:
    document = Document(
        doc_id="t", source="t", title=None, published=example.published, text=example.text
    )
    found = extract(document, nlp, lexicons)
    tables = tuple(
        shown(rows.table, rows.columns, getattr(found, rows.table)) for rows in example.tables
    )
    given = Example(text=example.text, published=example.published, tables=tables)
    assert given.written() == example.written()


def test_an_example_is_read_and_written_alike() -> None:
    block = (
        "published: 2024-05-06\nKiev se tait.\n\n"
        "mentions\n  text  form\n  Kiev  metonym\n  –     –\nquotes\n"
    )
    example = read_example(block)
    assert [len(rows.cells) for rows in example.tables] == [2, 0]
    assert example.written() == block


def test_an_example_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="wants an empty line"):
        read_example("Kiev se tait.\n")


def test_the_constructions_are_there() -> None:
    assert len(read_examples((DOCS / "constructions.md").read_text(encoding="utf-8"))) > 40
