"""The French model: which spaCy pipeline is used, what is read of it, and our own `ner`."""

from __future__ import annotations

import warnings
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from spacy import util
from spacy.language import Language

from pipeline.model import MODEL
from pipeline.model.expressions import compiled_fast
from pipeline.model.fast import accelerate
from pipeline.model.lemmas import read_lookups
from pipeline.model.weights import check_weights

# The sentence recogniser is not needed: sentences are cut by `pipeline.segment`.
LEFT_OUT = ["senter"]
# Read by ourselves or not at all. The strings are 700,000 words: those that a text holds, and the
# names of labels, come in with the text and with the components.
READ_APART = [*LEFT_OUT, "ner", "lemmatizer", "strings"]


def load_model(*, fast: bool = True, compiled: bool | None = None) -> Language:
    """fr_core_news_md without the sentence recogniser: sentences are cut by `pipeline.segment`.

    Its named-entity head is replaced by the one in `pipeline/weights`, tuned on press articles
    (see `training`); if that is missing a warning says so and the stock head stays. Everything
    else predicts what `spacy.load` predicts, from less reading.

    Args:
        fast: whether the components are those of `pipeline.model.fast`, which predict the same with
            a third of the work; else spaCy's own.
        compiled: whether the fast components use loops that numba compiles; if not said, whether
            numba is installed.

    Raises:
        OSError: the model package is not installed.
        WeightsError: the weights are not those that were shipped.
    """
    folder = _folder()
    with compiled_fast():
        config = util.load_config(folder / "config.cfg")
        nlp = util.load_model_from_config(config, exclude=LEFT_OUT)
        nlp.from_disk(folder, exclude=READ_APART)
    nlp.get_pipe("lemmatizer").lookups = read_lookups(folder / "lemmatizer" / "lookups")  # type: ignore[attr-defined]
    _read_head(nlp, folder / "ner")
    if not fast:
        return nlp
    if compiled is None:
        compiled = find_spec("numba") is not None
    return accelerate(nlp, compiled=compiled)


def _folder() -> Path:
    """Where the model's files are."""
    if not util.is_package(MODEL):
        raise OSError(f"the French model {MODEL} is not installed: `pip install {MODEL}`")
    package = util.get_package_path(MODEL)
    meta = util.get_model_meta(package)
    return package / f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _read_head(nlp: Language, stock: Path) -> None:
    head = nlp.get_pipe("ner")
    weights = files("pipeline").joinpath("weights")
    if weights.joinpath("ner", "model").is_file():
        with as_file(weights) as folder:
            check_weights(folder)
            head.from_disk(folder / "ner", exclude=["vocab"])  # type: ignore[attr-defined]
        return
    head.from_disk(stock, exclude=["vocab"])  # type: ignore[attr-defined]
    warnings.warn(
        "pipeline/weights/ner is missing: names are found by the stock model, less well; "
        "`python -m training` makes it again",
        stacklevel=3,
    )
