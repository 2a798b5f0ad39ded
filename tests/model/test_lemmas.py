"""The lemmatizer that remembers: the lemmas of spaCy's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

from pipeline.model import lemmas
from pipeline.model.lemmas import lemma_finder, read_lookups

PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split()
WORDS = (
    "journaux Journaux avaient AVAIENT chevaux allées affirmait aux du la l' qu' Moscou S-300 "
    "missiles xyzait réxyzaux œufs plus-que Été , 12 elles leur".split()
)
FindLemmas = Callable[[Doc], Doc]


@pytest.fixture(scope="module")
def find_lemmas(slow: Language) -> FindLemmas:
    return lemma_finder(slow.get_pipe("lemmatizer"))  # type: ignore[arg-type]


def lemmas_of(doc: Doc) -> list[str]:
    return [token.lemma_ for token in doc]


def tagged(nlp: Language, words: list[tuple[str, str]]) -> Doc:
    return Doc(nlp.vocab, words=[word for word, _ in words], pos=[part for _, part in words])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    words=st.lists(
        st.tuples(st.sampled_from(WORDS) | st.text(min_size=1), st.sampled_from(PARTS)), max_size=20
    )
)
def test_a_word_has_the_lemma_that_spacy_gives(
    plain: Language, slow: Language, find_lemmas: FindLemmas, words: list[tuple[str, str]]
) -> None:
    expected = plain.get_pipe("lemmatizer")(tagged(plain, words))
    assert lemmas_of(find_lemmas(tagged(slow, words))) == lemmas_of(expected)


def test_one_word_has_a_lemma_for_each_part_of_speech(
    slow: Language, find_lemmas: FindLemmas
) -> None:
    doc = tagged(slow, [("suis", "AUX"), ("suis", "VERB"), ("suis", "AUX")])
    assert lemmas_of(find_lemmas(doc)) == ["être", "suivre", "être"]


def test_a_lemma_that_is_set_is_kept(slow: Language, find_lemmas: FindLemmas) -> None:
    doc = Doc(slow.vocab, words=["journaux", "chevaux"], pos=["NOUN"] * 2, lemmas=["presse", ""])
    assert lemmas_of(find_lemmas(doc)) == ["presse", "cheval"]


def test_forgetting_changes_no_lemma(
    slow: Language, find_lemmas: FindLemmas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lemmas, "KNOWN_LIMIT", 0)
    doc = tagged(slow, [("journaux", "NOUN")])
    assert [lemmas_of(find_lemmas(doc.copy())) for _ in range(3)] == [["journal"]] * 3


def test_the_tables_hold_what_spacy_reads(slow: Language) -> None:
    folder = Path(str(slow.path)) / "lemmatizer" / "lookups"
    stock, ours = Lookups().from_disk(folder), read_lookups(folder)
    assert {name: dict(stock.get_table(name)) for name in stock.tables} == {
        name: dict(ours.get_table(name)) for name in ours.tables
    }


def test_a_table_is_asked_by_string_or_hash(slow: Language) -> None:
    table = read_lookups(Path(str(slow.path)) / "lemmatizer" / "lookups").get_table("lemma_lookup")
    assert table.get("aviez") == table.get(slow.vocab.strings["aviez"]) == ["avoir"]
