"""The encoders of the model (its *tok2vec* layers) in numpy: same weights, same vectors, less work.

A word enters the network as the sum of what its form says (norm, prefix, suffix, shape, vector):
this *embedding* depends on the form alone, so it is computed once for each form and kept. What
follows are four convolutions over a window of three words, each one matrix product, a maximum over
three pieces, a normalisation and a sum; here they are done with the weights laid out so that each
of these is a few passes over contiguous memory. Documents stand one behind the other with rows of
zeros between them, so that none sees another.

The architecture is spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder` (spacy/ml/models/tok2vec.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.attrs import IDS, NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import NumpyOps

from pipeline.model.packs import Floats, Ids, Integers, attributes, borders, filled_up, up_to_step

FORM = (ORTH, NORM, SPACY)  # what a word's embedding depends on
OPS = NumpyOps()  # for its hash function
KNOWN_FORMS = 65_536  # forms whose embedding is kept: 25 MB; then they are forgotten all at once
MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
BLOCK = 384  # rows of a layer that are worked on at a time: they stay in the processor's cache
EDGE = 1  # rows before the first and after the last one, for their windows
EPSILON = np.float32(1e-8)  # as in thinc's LayerNorm


@dataclass(frozen=True, slots=True)
class Maxout:
    """What follows a matrix product: a bias with the three pieces one after the other, the maximum
    over them, and a normalisation with its scale and shift."""

    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution: `weights` are (3 × width, 3 × width), the pieces one after the other."""

    weights: Floats
    maxout: Maxout


AddMaxout = Callable[[Floats, Maxout, Floats], None]  # see `add_maxout`


@dataclass(frozen=True, slots=True)
class HashedColumn:
    """What an attribute of a form adds to its pieces: four rows of `table`, chosen by a hash."""

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
    vectors: Floats  # what each word vector adds to the pieces; the last row is that of no vector
    mixed: Maxout  # pieces to embedding
    layers: tuple[Layer, ...]
    width: int
    padding: int
    known: Embeddings = field(repr=False)

    def encode(self, docs: Sequence[Doc]) -> Floats:
        """The vector of each token, (tokens, width), filled up with zeros.

        The padding, rows of zeros before, between and behind the documents, is carried along: from
        the second layer on it is no zeros, and the words at the edges see it.
        """
        embedded = self._embedded(docs)
        places = np.arange(len(embedded)) + self.padding  # the row of each token
        for number, (start, end) in enumerate(borders(docs)):
            places[start:end] += number * self.padding
        count = up_to_step(len(embedded) + (len(docs) + 1) * self.padding)
        rows = np.zeros((EDGE + count + EDGE, self.width), dtype=np.float32)
        rows[EDGE + places] = embedded
        for layer in self.layers:
            rows = self._convolved(rows, layer)
        return filled_up(rows[EDGE + places])

    def _convolved(self, rows: Floats, layer: Layer) -> Floats:
        """The rows after a convolution: to each is added what it and its two neighbours say of it.
        The edges stay zeros."""
        added = rows.copy()
        inner, width = added[EDGE:-EDGE], self.width
        windows = np.empty((min(BLOCK, len(inner)), 3 * width), dtype=np.float32)
        pieces = np.empty_like(windows)
        for start in range(0, len(inner), BLOCK):
            block = inner[start : start + BLOCK]
            seen, made = windows[: len(block)], pieces[: len(block)]
            for place, at in enumerate(range(start, start + 3)):
                seen[:, place * width : (place + 1) * width] = rows[at : at + len(block)]
            np.matmul(seen, layer.weights, out=made)
            self.add_maxout(made, layer.maxout, block)
        return added

    def _embedded(self, docs: Sequence[Doc]) -> Floats:
        """The embedding of each token, computed where its form is new."""
        spaced = any(hashed.attribute == SPACY for hashed in self.columns)
        keys = _form_keys(attributes(docs, FORM), with_space=spaced)
        rows = self.known.rows
        try:
            found = [rows[key] for key in keys]
        except KeyError:
            self._learn(docs, keys)
            found = [rows[key] for key in keys]
        return self.known.table[found]

    def _learn(self, docs: Sequence[Doc], keys: list[int]) -> None:
        """Add the embeddings of the forms that are new."""
        known = self.known
        if len(known.rows) + len(keys) > len(known.table):
            known.rows.clear()
            if len(keys) > len(known.table):  # a very long document
                known.table = np.zeros((len(keys), self.width), dtype=np.float32)
        new = {key: i for i, key in enumerate(keys) if key not in known.rows}
        first = len(known.rows)
        names = [ORTH, *(hashed.attribute for hashed in self.columns)]
        ids = attributes(docs, names)[list(new.values())]
        vectors = docs[0].vocab.vectors.find(keys=ids[:, 0])
        known.table[first : first + len(new)] = self._computed(ids, vectors)
        known.rows.update((key, first + i) for i, key in enumerate(new))

    def _computed(self, ids: Ids, vectors: Integers) -> Floats:
        """The embeddings of some forms: sums of rows, so that none depends, to the last bit, on
        those that are new beside it.

        Args:
            ids: the spelling and the other attributes of each, (forms, 1 + columns).
            vectors: the row of each word vector.
        """
        pieces = self.vectors[vectors]
        for i, column in enumerate(self.columns, start=1):
            keys = OPS.hash(np.ascontiguousarray(ids[:, i]), column.seed) % len(column.table)
            for choice in keys.T:
                pieces += column.table[choice]
        embeddings = np.zeros((len(ids), self.width), dtype=np.float32)
        self.add_maxout(pieces, self.mixed, embeddings)
        return embeddings


def encoder_of(tok2vec: Any, vectors: Floats, add_maxout: AddMaxout) -> Encoder:
    """Take a tok2vec network apart.

    What a form adds to its embedding goes through one matrix before the first maximum: the tables
    are multiplied by it here, once, instead of each form's sum.

    Args:
        tok2vec: the chain of a `MultiHashEmbed` with static vectors and a `MaxoutWindowEncoder`.
        vectors: the word vectors, a row each.
        add_maxout: what follows each matrix product, `add_maxout` here or its compiled namesake.

    Raises:
        ValueError: it is made otherwise.
    """
    embed, encode = tok2vec.layers[0], tok2vec.layers[-1]
    if not encode.name.startswith("with_array(residual("):
        raise ValueError(f"the encoder {encode.name!r} is no MaxoutWindowEncoder")
    features, static = embed.layers[0].layers
    width = int(tok2vec.get_dim("nO"))
    [mixed] = _layers(embed)
    names, tables = features.layers[0].attrs["columns"], _nodes(features, "hashembed")
    *shares, static_share = np.split(mixed.weights, len(tables) + 1)
    none = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    return Encoder(
        add_maxout=add_maxout,
        columns=tuple(
            HashedColumn(IDS[name], table.get_param("E") @ share, table.attrs["seed"])
            for name, table, share in zip(names, tables, shares, strict=True)
        ),
        vectors=np.concatenate((vectors, none)) @ (static.get_param("W").T @ static_share),
        mixed=mixed.maxout,
        layers=_layers(encode),
        width=width,
        padding=int(encode.attrs["pad"]),
        known=Embeddings({}, np.zeros((KNOWN_FORMS, width), dtype=np.float32)),
    )


def _layers(model: Any) -> tuple[Layer, ...]:
    """The maxout layers of a network with the normalisation that follows each."""
    pairs = zip(_nodes(model, "maxout"), _nodes(model, "layernorm"), strict=True)
    return tuple(_layer(maxout, norm) for maxout, norm in pairs)


def _nodes(model: Any, name: str) -> list[Any]:
    return [node for node in model.walk() if node.name == name]


def _layer(maxout: Any, norm: Any) -> Layer:
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    return Layer(
        weights=np.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T  # pieces side by side
        ),
        maxout=Maxout(
            bias=np.ascontiguousarray(bias.T.reshape(-1)),
            scale=norm.get_param("G"),
            shift=norm.get_param("b"),
        ),
    )


def _form_keys(ids: Ids, *, with_space: bool) -> list[int]:
    """A number for the form of each token, as good as spaCy's own 64-bit hashes.

    Args:
        ids: what `FORM` names.
    """
    mixed = ids[:, 0] * MIXER + ids[:, 1]
    if with_space:
        mixed = mixed * MIXER + ids[:, 2]
    keys: list[int] = mixed.tolist()
    return keys


def add_maxout(pieces: Floats, maxout: Maxout, rows: Floats) -> None:
    """Add to `rows` the greatest of the three pieces of each output, normalised.

    Args:
        pieces: (rows, 3 × width), without the bias; written over.
        maxout: its bias, scale and shift.
        rows: (rows, width).
    """
    pieces += maxout.bias
    width = rows.shape[1]
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(best, pieces[:, 2 * width :], out=best)
    best -= (np.einsum("ij->i", best) / np.float32(width))[:, None]
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + EPSILON
    best *= (1 / np.sqrt(variance))[:, None]
    best *= maxout.scale
    best += maxout.shift
    rows += best
