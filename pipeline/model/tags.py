"""The morphologizer in numpy: one matrix product, the annotations as two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import MORPH, POS
from spacy.tokens import Doc

from pipeline.model.packs import Floats, borders, tensors, wide


@dataclass(frozen=True, slots=True)
class Tagger:
    """A morphologizer taken apart. Called on docs that have their `tensor`, it sets part of speech
    and morphology of each token."""

    weights: Floats  # (width, labels), filled up
    bias: Floats
    annotations: NDArray[np.uint64]  # (labels, 2): ids of morphology and part of speech

    def __call__(self, docs: Sequence[Doc]) -> None:
        scores = (tensors(docs) @ self.weights)[:, : len(self.bias)] + self.bias
        annotations = self.annotations[scores.argmax(axis=1)]
        for doc, (start, end) in zip(docs, borders(docs), strict=True):
            doc.from_array([MORPH, POS], annotations[start:end])


def tagger(morphologizer: Any) -> Tagger:
    """Take spaCy's `Morphologizer` apart."""
    layer = morphologizer.model.get_ref("softmax")
    features, tags = morphologizer.cfg["labels_morph"], morphologizer.cfg["labels_pos"]
    add = morphologizer.vocab.morphology.add
    return Tagger(
        weights=wide(layer.get_param("W").T),
        bias=layer.get_param("b"),
        annotations=np.array(
            [(add(features.get(label, 0)), tags.get(label, 0)) for label in morphologizer.labels],
            dtype=np.uint64,
        ),
    )
