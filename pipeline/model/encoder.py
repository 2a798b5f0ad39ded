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

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import NumpyOps

Floats = NDArray[np.float32]
Ids = NDArray[np.uint64]

OPS = NumpyOps()  # for its hash function
KNOWN_FORMS = 65_536  # forms whose embedding is kept: 25 MB; then they are forgotten all at once
BLOCK = 32  # rows of a matrix product, a multiple of what processors take at a time
MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
EPSILON = np.float32(1e-8)  # as in thinc's LayerNorm


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: `weights` (input, 3 × width) and `bias` with the pieces one after the other, then
    the scale and shift of the normalisation."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


AddMaxout = Callable[[Floats, Layer, Floats], None]  # see `add_maxout`


@dataclass(frozen=True, slots=True)
class HashedColumn:
    """What an attribute of a form adds: four rows of `table`, chosen by a hash with `seed`."""

    attribute: int
    table: Floats
    seed: int


@dataclass(slots=True)
class Embeddings:
    """The embeddings of the forms met so far: `rows` says where each stands in `table`."""

    rows: dict[int, int]
    table: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """A tok2vec network taken apart."""

    add_maxout: AddMaxout
    columns: tuple[HashedColumn, ...]
    mixed: Layer  # what the columns and the word vector say, side by side, to one embedding
    layers: tuple[Layer, ...]
    width: int
    padding: int
    known: Embeddings = field(repr=False)

    def encode(self, doc: Doc) -> Floats:
        """The vector of each token, (tokens, width).

        The padding, rows of zeros before and after the document, is carried along: from the second
        layer on it is no zeros, and the words at the edges see it.
        """
        width, padding = self.width, self.padding
        rows = np.zeros((len(doc) + 2 * padding, width), dtype=np.float32)
        rows[padding:-padding] = self._embedded(doc)
        windows = np.zeros((len(rows), 3 * width), dtype=np.float32)
        for layer in self.layers:
            windows[1:, :width] = rows[:-1]
            windows[:, width : 2 * width] = rows
            windows[:-1, 2 * width :] = rows[1:]
            self.add_maxout(windows @ layer.weights, layer, rows)
        return rows[padding:-padding]

    def _embedded(self, doc: Doc) -> Floats:
        """The embedding of each token, computed where its form is new."""
        keys = _form_keys(doc, with_space=any(hashed.attribute == SPACY for hashed in self.columns))
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
        """The embeddings of some tokens of `doc`.

        They are computed in blocks of one height, since the last bits of a matrix product depend on
        how many rows it has: an embedding must not depend on the words that are new beside it.
        """
        ids = attributes(doc, [ORTH, *(hashed.attribute for hashed in self.columns)])[tokens]
        features = np.zeros((-(-len(ids) // BLOCK) * BLOCK, len(self.mixed.weights)), np.float32)
        for i, column in enumerate(self.columns):
            place = slice(i * self.width, (i + 1) * self.width)
            features[: len(ids), place] = _hashed(column, ids[:, i + 1])
        vectors = doc.vocab.vectors
        rows = vectors.find(keys=ids[:, 0])
        known = np.flatnonzero(rows >= 0)
        features[known, len(self.columns) * self.width :] = vectors.data[rows[known]]
        embeddings = np.zeros((len(features), self.width), dtype=np.float32)
        self.add_maxout(features @ self.mixed.weights, self.mixed, embeddings)
        return embeddings[: len(ids)]


def _hashed(column: HashedColumn, ids: Ids) -> Floats:
    """The sum of the four rows that each id is hashed to."""
    keys = OPS.hash(np.ascontiguousarray(ids), column.seed) % len(column.table)
    summed: Floats = column.table[keys].sum(axis=1)
    return summed


def encoder_of(tok2vec: Any, add_maxout: AddMaxout) -> Encoder:
    """Take a tok2vec network apart.

    Args:
        tok2vec: the chain of a `MultiHashEmbed` with static vectors and a `MaxoutWindowEncoder`.
        add_maxout: what follows each matrix product, `add_maxout` here or its compiled namesake.

    Raises:
        ValueError: it is made otherwise.
    """
    embed, encode = tok2vec.layers[0], tok2vec.layers[-1]
    if not encode.name.startswith("with_array(residual("):
        raise ValueError(f"the encoder {encode.name!r} is no MaxoutWindowEncoder")
    features, static = embed.layers[0].layers
    width = int(tok2vec.get_dim("nO"))
    mixed, *layers = map(
        _layer,
        _nodes(embed, "maxout") + _nodes(encode, "maxout"),
        _nodes(embed, "layernorm") + _nodes(encode, "layernorm"),
    )
    hashed, projected = np.split(mixed.weights, [-width])  # the word vector is projected first
    vector_weights = static.get_param("W").T @ projected
    mixed = replace(mixed, weights=np.concatenate((hashed, vector_weights)))
    return Encoder(
        add_maxout=add_maxout,
        columns=tuple(
            HashedColumn(IDS[name], table.get_param("E"), table.attrs["seed"])
            for name, table in zip(
                features.layers[0].attrs["columns"], _nodes(features, "hashembed"), strict=True
            )
        ),
        mixed=mixed,
        layers=tuple(layers),
        width=width,
        padding=int(encode.attrs["pad"]),
        known=Embeddings({}, np.zeros((KNOWN_FORMS, width), dtype=np.float32)),
    )


def _nodes(model: Any, name: str) -> list[Any]:
    return [node for node in model.walk() if node.name == name]


def _layer(maxout: Any, norm: Any) -> Layer:
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    return Layer(
        weights=np.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T  # pieces side by side
        ),
        bias=np.ascontiguousarray(bias.T.reshape(-1)),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def attributes(doc: Doc, names: list[int]) -> Ids:
    """The ids of some attributes (numbers of `spacy.attrs`) of each token."""
    ids: Any = doc.to_array(list(names))
    return np.asarray(ids, dtype=np.uint64).reshape(len(doc), len(names))


def _form_keys(doc: Doc, *, with_space: bool) -> list[int]:
    """A number for the form of each token, as good as spaCy's own 64-bit hashes."""
    ids = attributes(doc, [ORTH, NORM, SPACY])
    mixed = ids[:, 0] * MIXER + ids[:, 1]
    if with_space:
        mixed = mixed * MIXER + ids[:, 2]
    keys: list[int] = mixed.tolist()
    return keys


def add_maxout(pieces: Floats, layer: Layer, rows: Floats) -> None:
    """Add to `rows` the greatest of the three pieces of each output, normalised.

    Args:
        pieces: (rows, 3 × width), without the bias; written over.
        layer: whose bias, scale and shift are used.
        rows: (rows, width).
    """
    pieces += layer.bias
    width = rows.shape[1]
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(best, pieces[:, 2 * width :], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + EPSILON
    best *= (1 / np.sqrt(variance))[:, None]
    best *= layer.scale
    best += layer.shift
    rows += best
