"""The French model: which spaCy pipeline is used, what is loaded of it, and our own `ner`."""

from __future__ import annotations

import warnings
from importlib.resources import as_file, files

import spacy
from spacy.language import Language

MODEL = "fr_core_news_md"


def load_model() -> Language:
    """fr_core_news_md without the sentence recogniser: sentences are cut by `pipeline.segment`.

    Its named-entity head is replaced by the one in `pipeline/weights`, tuned on press articles
    (see `training`); if that is missing a warning says so and the stock head stays.

    Raises:
        OSError: the model package is not installed.
    """
    nlp = spacy.load(MODEL, exclude=["senter"])
    weights = files("pipeline").joinpath("weights", "ner")
    if weights.joinpath("model").is_file():
        with as_file(weights) as folder:
            nlp.get_pipe("ner").from_disk(folder, exclude=["vocab"])  # type: ignore[attr-defined]
    else:
        warnings.warn(
            "pipeline/weights/ner is missing: names are found by the stock model, less well; "
            "`python -m training` makes it again",
            stacklevel=2,
        )
    return nlp
