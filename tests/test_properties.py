"""What holds of any text: hypothesis writes them, and the corpora beside the checkout, if there."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document, Extraction
from pipeline.tables.rows import table_rows
from tests.invariants import check_extraction

# fmt: off
WORDS = (
    "Le ministre", "l’armée russe", "Moscou", "Kiev", "un missile", "des drones", "selon",
    "d’après", "a affirmé", "a-t-il dit", "affirme", "dit", "que", "avoir abattu", "aurait tiré",
    "pourrait", "ne", "pas", "M. Dupont", "Il", "Elle", "et", "«", "»", "“", "”", '"', "'", "’",
    "(", ")", ",", "–", "— ", "…", ".", "!", "?", ":", ";", "\n", "\n\n", "\r\n", "\t",
    "\u00a0", "\u202f", "\u2028", "• ", "1.", "12", "50 %", "😀", "\u200f", "e\u0301", "<b>", "X",
    "l’", "qu’",
)
# fmt: on
PRESS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda space: space.join(words))
)
Extract = Callable[[str], Extraction]
ANYTHING = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80
)
SLOW = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@pytest.fixture(scope="session")
def extract_text(nlp: Language, lexicons: Lexicons) -> Extract:
    """`extract_text("…")` extracts a text (hypothesis prints its arguments: no lexicons there)."""
    return lambda text: extract(document(text), nlp, lexicons)


def document(text: str) -> Document:
    return Document(doc_id="t", source="test", title=None, published=None, text=text)


@SLOW
@given(text=PRESS)
@example(text="« « « »")
@example(text="dit-il « Oui », a-t-il dit. »")
@example(text='"' * 99)
def test_any_press_like_text(text: str, extract_text: Extract) -> None:
    check_extraction(extract_text(text))


@SLOW
@given(text=ANYTHING)
@example(text=" ")
@example(text="\n\u2028\x0b\x0c\x85")
@example(text="\ufeff\u200b")
@example(text="a" * 20_000)
@example(text="Sel\x01\x01dessa, a```es``")
@example(text="Selon Kiev\x01\x0cdrShahedrait visé Odesa, a dit M. Jen aMartelx ")
def test_any_text_at_all(text: str, extract_text: Extract) -> None:
    check_extraction(extract_text(text))


def test_a_text_gives_the_same_rows_after_any_other(nlp: Language, lexicons: Lexicons) -> None:
    """Nothing is remembered from one document to the next."""
    texts = [
        "Selon Moscou, « un drone » aurait visé le port. « C’est faux », a répondu M. Martel.",
        "Kiev affirme avoir abattu trois missiles Kh-101. Il n’y aurait pas de victime.",
    ]
    alone = [extract(document(text), nlp, lexicons) for text in texts]
    assert [extract(document(text), nlp, lexicons) for text in reversed(texts)] == alone[::-1]


def shared_texts(shared: Path) -> dict[str, str]:
    """The texts beside the checkout: all articles, one in twenty of the large sets."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in shared.rglob("*.txt")}
    with (shared / "data" / "winer_fr_2016_2017.jsonl").open(encoding="utf-8") as lines:
        news = [json.loads(line) for line in lines]
    reports = json.loads((shared / "data" / "popcorn_train.json").read_text(encoding="utf-8"))
    texts |= {record["doc"]: record["text"] for record in news[::20]}
    return texts | {name: record["text"] for name, record in list(reports.items())[::20]}


@pytest.fixture(scope="session")
def corpus(shared: Path, nlp: Language, lexicons: Lexicons) -> list[Extraction]:
    """The extraction of texts beside the checkout."""
    return [
        extract(dataclasses.replace(document(text), doc_id=name), nlp, lexicons)
        for name, text in sorted(shared_texts(shared).items())
    ]


def test_every_row_of_the_corpora(corpus: list[Extraction]) -> None:
    for extraction in corpus:
        check_extraction(extraction)


def test_an_entity_has_one_label_over_the_corpora(corpus: list[Extraction]) -> None:
    labels: dict[str, set[str]] = {}
    for mention in table_rows(corpus)["mentions"]:
        labels.setdefault(mention.entity_id, set()).add(mention.label)
    assert {entity_id for entity_id, found in labels.items() if len(found) > 1} == set()
