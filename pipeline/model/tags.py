"""The morphologizer in numpy: one matrix product a document, the annotations as two columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import MORPH, POS
from spacy.tokens import Doc

from pipeline.model.encoder import Floats


@dataclass(frozen=True, slots=True)
class Tagger:
    """A morphologizer taken apart. Called on a doc that has its `tensor`, it sets part of speech
    and morphology of each token."""

    weights: Floats  # (width, labels)
    bias: Floats
    annotations: NDArray[np.uint64]  # (labels, 2): ids of morphology and part of speech

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            best = (doc.tensor @ self.weights + self.bias).argmax(axis=1)
            doc.from_array([MORPH, POS], self.annotations[best])
        return doc


def tagger(morphologizer: Any) -> Tagger:
    """Take spaCy's `Morphologizer` apart."""
    layer = morphologizer.model.get_ref("softmax")
    features, tags = morphologizer.cfg["labels_morph"], morphologizer.cfg["labels_pos"]
    add = morphologizer.vocab.morphology.add
    return Tagger(
        weights=np.ascontiguousarray(layer.get_param("W").T),
        bias=layer.get_param("b"),
        annotations=np.array(
            [(add(features.get(label, 0)), tags.get(label, 0)) for label in morphologizer.labels],
            dtype=np.uint64,
        ),
    )
