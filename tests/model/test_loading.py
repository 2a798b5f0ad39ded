"""The model: our own named-entity head, or the stock one with a warning."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from pipeline.model import load_model, loading


def test_the_shipped_head_is_used_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nlp = load_model()
    assert nlp.pipe_names == [
        "tok2vec",
        "morphologizer",
        "parser",
        "attribute_ruler",
        "lemmatizer",
        "ner",
    ]


def test_without_weights_the_stock_head_stays_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(loading, "files", lambda _: tmp_path)
    with pytest.warns(UserWarning, match="python -m training"):
        nlp = load_model()
    assert [ent.text for ent in nlp("Angela Merkel est à Berlin.").ents] == [
        "Angela Merkel",
        "Berlin",
    ]
