"""The encoders of the model (its *tok2vec* layers) in numpy: same weights, same vectors, less work.

A word enters the network as the sum of what its form says (norm, prefix, suffix, shape, vector):
this *embedding* depends on the form alone, so it is computed once for each form and kept. What
follows are four convolutions over a window of three words, each one matrix product, a maximum over
three pieces, a normalisation and a sum; here they are done with the weights laid out so that each
of these is a few passes over contiguous memory. A document is encoded by itself, so that its
vectors never depend on the documents beside it.

The architecture is spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder` (spacy/ml/models/tok2vec.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
Ids = NDArray[np.uint64]

KNOWN_FORMS = 65_536  # forms whose embedding is kept: 25 MB; then they are forgotten all at once
MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
EPSILON = np.float32(1e-8)  # as in thinc's LayerNorm


@dataclass(frozen=True, slots=True)
class Convolution:
    """One layer: `weights` (3 × width, 3 × width) and `bias` with the pieces one after the other,
    then the scale and shift of the normalisation."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(slots=True)
class Embeddings:
    """The embeddings of the forms met so far: `rows` says where each stands in `table`."""

    rows: dict[int, int]
    table: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """A tok2vec network taken apart."""

    columns: list[int]  # the attributes that are hashed
    hashed: Any  # thinc layer: attributes to hashed features
    static: Any  # thinc layer: holds the projection of the word vectors
    mixed: Any  # thinc layer: features to embedding
    layers: tuple[Convolution, ...]
    width: int
    padding: int
    known: Embeddings = field(repr=False)

    def encode(self, doc: Doc) -> Floats:
        """The vector of each token, (tokens, width)."""
        vectors = _convolved(self._embedded(doc), self.layers, self.padding)
        return vectors

    def _embedded(self, doc: Doc) -> Floats:
        """The embedding of each token, computed where its form is new."""
        keys = _form_keys(doc, with_space=SPACY in self.columns)
        rows = self.known.rows
        try:
            found = [rows[key] for key in keys]
        except KeyError:
            self._learn(doc, keys)
            found = [rows[key] for key in keys]
        return self.known.table[found]

    def _learn(self, doc: Doc, keys: list[int]) -> None:
        """Add the embeddings of the forms that are new."""
        known = self.known
        if len(known.rows) + len(keys) > len(known.table):
            known.rows.clear()
            if len(keys) > len(known.table):  # one very long document
                known.table = np.zeros((len(keys), self.width), dtype=np.float32)
        new = {key: i for i, key in enumerate(keys) if key not in known.rows}
        first = len(known.rows)
        known.table[first : first + len(new)] = self._computed(doc, list(new.values()))
        known.rows.update((key, first + i) for i, key in enumerate(new))

    def _computed(self, doc: Doc, tokens: list[int]) -> Floats:
        """The embeddings of some tokens of `doc` by the model's own layers."""
        features = self.hashed.predict(doc.to_array(self.columns)[tokens])
        vectors = doc.vocab.vectors
        rows = vectors.find(keys=doc.to_array(ORTH)[tokens])
        static = vectors.data[rows] @ self.static.get_param("W").T
        static[rows < 0] = 0
        mixed: Floats = self.mixed.predict(np.concatenate((features, static), axis=1))
        return mixed


def encoder_of(tok2vec: Model[Any, Any]) -> Encoder:
    """Take a tok2vec network apart.

    Args:
        tok2vec: the chain of a `MultiHashEmbed` with static vectors and a `MaxoutWindowEncoder`.

    Raises:
        ValueError: it is made otherwise.
    """
    embed, encode = tok2vec.layers
    parts, mixed, _ = embed.layers
    if encode.name is None or not encode.name.startswith("with_array(residual("):
        raise ValueError(f"the encoder {encode.name!r} is no MaxoutWindowEncoder")
    features, static = parts.layers
    maxouts = [node for node in encode.walk() if node.name == "maxout"]
    norms = [node for node in encode.walk() if node.name == "layernorm"]
    width = int(tok2vec.get_dim("nO"))
    return Encoder(
        columns=[IDS[name] for name in features.layers[0].attrs["columns"]],
        hashed=features.layers[2].layers[0],
        static=static,
        mixed=mixed.layers[0],
        layers=tuple(
            _convolution(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)
        ),
        width=width,
        padding=int(encode.attrs["pad"]),
        known=Embeddings({}, np.zeros((KNOWN_FORMS, width), dtype=np.float32)),
    )


def _convolution(maxout: Model[Any, Any], norm: Model[Any, Any]) -> Convolution:
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    return Convolution(
        weights=np.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T  # pieces side by side
        ),
        bias=np.ascontiguousarray(bias.T.reshape(-1)),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def _form_keys(doc: Doc, *, with_space: bool) -> list[int]:
    """A number for the form of each token, as good as spaCy's own 64-bit hashes."""
    ids: Ids = doc.to_array([ORTH, NORM, SPACY])
    mixed = ids[:, 0] * MIXER + ids[:, 1]
    if with_space:
        mixed = mixed * MIXER + ids[:, 2]
    keys: list[int] = mixed.tolist()
    return keys


def _convolved(embedded: Floats, layers: tuple[Convolution, ...], padding: int) -> Floats:
    """The convolutions over one document, `padding` rows of zeros before and after it.

    The rows of the padding are carried along: from the second layer on they are no zeros, and the
    words at the edges see them.
    """
    count, width = embedded.shape
    rows = np.zeros((count + 2 * padding, width), dtype=np.float32)
    rows[padding:-padding] = embedded
    windows = np.zeros((len(rows), 3 * width), dtype=np.float32)
    for layer in layers:
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        rows += _normalised(_maxout(windows @ layer.weights + layer.bias, width), layer)
    return rows[padding:-padding]


def _maxout(pieces: Floats, width: int) -> Floats:
    """The greatest of the three pieces that stand side by side."""
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    return np.maximum(best, pieces[:, 2 * width :], out=best)


def _normalised(rows: Floats, layer: Convolution) -> Floats:
    """Each row with mean 0 and variance 1, scaled and shifted; works in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]) + EPSILON
    rows *= (1 / np.sqrt(variance))[:, None]
    rows *= layer.scale
    rows += layer.shift
    return rows
