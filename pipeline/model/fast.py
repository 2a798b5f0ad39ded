"""The fast way through the model: a loaded pipeline goes in, a faster one comes out.

Every component is replaced by one that makes the same predictions from the same weights with less
work; what each does differently stands at the head of its module.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from pipeline.model.arcs import arc_finder
from pipeline.model.attributes import attribute_setter
from pipeline.model.encoder import AddMaxout, encoder_of
from pipeline.model.entities import entity_finder
from pipeline.model.lemmas import lemma_finder
from pipeline.model.packs import Annotate, Component, borders, one_by_one
from pipeline.model.tags import tagger
from pipeline.model.tokenizer import fast_tokenizer


def accelerate(nlp: Language, *, compiled: bool) -> Language:
    """Replace the components of fr_core_news_md by faster ones with the same predictions.

    No component can be trained or saved any more.

    Args:
        nlp: the pipeline, changed in place.
        compiled: whether the innermost loops are those of `pipeline.model.compiled`.

    Returns:
        The same pipeline.

    Raises:
        ValueError: its components are made otherwise than those of fr_core_news_md.
        ImportError: numba is missing, and `compiled` is true.
    """
    if compiled:
        from pipeline.model.compiled import add_maxout, draw_arcs  # noqa: PLC0415 - needs numba
    else:
        from pipeline.model.encoder import add_maxout  # noqa: PLC0415
        from pipeline.model.search import draw_arcs  # noqa: PLC0415
    blas = ThreadpoolController().select(user_api="blas").lib_controllers
    faster: dict[str, Callable[[Any], Annotate]] = {
        "tok2vec": partial(_tensor_setter, add_maxout=add_maxout),
        "morphologizer": tagger,
        "parser": partial(arc_finder, draw_arcs=draw_arcs),
        "attribute_ruler": lambda ruler: one_by_one(attribute_setter(ruler)),
        "lemmatizer": lambda lemmatizer: one_by_one(lemma_finder(lemmatizer)),
        "ner": partial(entity_finder, add_maxout=add_maxout),
    }
    nlp._components = [
        (name, Component(faster[name](pipe), blas)) for name, pipe in nlp._components
    ]
    nlp.tokenizer = fast_tokenizer(nlp.tokenizer)
    return nlp


def _tensor_setter(tok2vec: Any, add_maxout: AddMaxout) -> Annotate:
    """What sets `doc.tensor`, which the tagger and the parser read."""
    encoder = encoder_of(tok2vec.model, tok2vec.vocab.vectors.data, add_maxout)

    def set_tensors(docs: Sequence[Doc]) -> None:
        vectors: Any = encoder.encode(docs)
        for doc, (start, end) in zip(docs, borders(docs), strict=True):
            doc.tensor = vectors[start:end]

    return set_tensors
