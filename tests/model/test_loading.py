"""Loading the model: our own named-entity head, and what spaCy's own way of loading gives."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.model import load_model, loading


def analysis(doc: Doc) -> list[tuple[str, ...]]:
    return [
        (
            *(token.text_with_ws, token.norm_, token.tag_, token.pos_, str(token.morph)),
            *(token.lemma_, token.dep_, str(token.head.i), token.ent_iob_, token.ent_type_),
        )
        for token in doc
    ]


def test_the_shipped_head_is_used_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nlp = load_model(fast=False)
    assert {"PER", "LOC", "ORG", "MISC"} == set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]


def test_without_weights_the_stock_head_stays_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(loading, "files", lambda _: tmp_path)
    with pytest.warns(UserWarning, match="python -m training"):
        nlp = load_model(fast=False)
    assert [ent.text for ent in nlp("Angela Merkel est à Berlin.").ents] == [
        "Angela Merkel",
        "Berlin",
    ]


def test_a_model_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MODEL", "fr_core_news_none")
    with pytest.raises(OSError, match="fr_core_news_none is not installed: `pip install"):
        load_model()


def test_what_is_read_says_of_a_text_what_spacy_says(
    plain: Language, slow: Language, texts: tuple[str, ...]
) -> None:
    assert [text for text in texts[::4] if analysis(slow(text)) != analysis(plain(text))] == []


def test_the_components_are_those_of_spacy(plain: Language, slow: Language) -> None:
    assert [(name, type(pipe)) for name, pipe in slow.components] == [
        (name, type(pipe)) for name, pipe in plain.components
    ]


def test_the_vectors_are_those_of_spacy(plain: Language, slow: Language) -> None:
    assert slow.vocab.vectors.key2row == plain.vocab.vectors.key2row
    assert (slow.vocab.vectors.data == plain.vocab.vectors.data).all()
