"""What a transition-based component scores its actions with (spaCy's `TransitionModel`), in numpy.

The state of the search is described by a few tokens (the next word, the top of the stack, …). Each
token in each of these roles has a vector that is computed once for the document; the score of an
action is a linear function of the greater of two sums of them. See spacy/ml/parser_model.pyx.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.model.packs import Floats, Integers, filled_up, wide


@dataclass(frozen=True, slots=True)
class StateScores:
    """The two layers above an encoder, and between them the sum over the tokens of a state."""

    reduce: Floats  # (width, hidden)
    reduce_bias: Floats
    lower: Floats  # (hidden, roles × 2 × hidden), the two pieces one after the other
    padding: Floats  # (roles × 2 × hidden): the role of a token that is not there
    lower_bias: Floats
    upper: Floats  # (hidden, actions), filled up
    upper_bias: Floats
    roles: int

    def reduced(self, vectors: Floats) -> Floats:
        """The vectors of tokens, as narrow as the lower layer takes them."""
        return vectors @ self.reduce + self.reduce_bias

    def features(self, vectors: Floats) -> Floats:
        """What each token adds in each role: row `token * roles + role`; those of -1 come last.

        Args:
            vectors: the encoder's vector of each token, filled up.
        """
        features = np.empty((len(vectors) + 1, self.lower.shape[1]), dtype=np.float32)
        np.matmul(self.reduced(vectors), self.lower, out=features[:-1])
        features[-1] = self.padding
        return features.reshape(-1, len(self.lower_bias))

    def scores(self, features: Floats, tokens: Integers) -> Floats:
        """The score of each action in each state.

        Args:
            features: see `features`.
            tokens: (roles, states), the token in each role, -1 for none.
        """
        rows = tokens * self.roles + np.arange(self.roles)[:, None]  # -1: the last of `features`
        summed = np.add.reduce(features.take(rows, axis=0, mode="wrap"), axis=0)
        return self._scored(filled_up(summed))[: len(summed)]

    def scores_of_few(self, reduced: Floats, tokens: Integers) -> Floats:
        """The same where most tokens are in no state, and none is -1: only what is asked for is
        multiplied.

        Args:
            reduced: see `reduced`.
            tokens: (roles, states), the token in each role.
        """
        blocks = np.split(self.lower, self.roles, axis=1)
        rows = [filled_up(reduced[column]) for column in tokens]
        added = [row @ block for row, block in zip(rows, blocks, strict=True)]
        return self._scored(np.add.reduce(added))[: tokens.shape[1]]

    def lone_scores(self, reduced: Floats) -> Floats:
        """The score of each action in the states that see one token each, in the first role."""
        own, *others = np.split(self.padding, self.roles)
        return self._scored(reduced @ self.lower[:, : len(own)] + sum(others))

    def _scored(self, summed: Floats) -> Floats:
        summed += self.lower_bias
        half = summed.shape[1] // 2
        hidden = np.maximum(summed[:, :half], summed[:, half:])
        scores: Floats = (hidden @ self.upper)[:, : len(self.upper_bias)]
        scores += self.upper_bias
        return scores


def state_scores(model: Any) -> StateScores:
    """Take the upper layers of a `TransitionModel` apart.

    Raises:
        ValueError: it has no upper layer, or not two pieces.
    """
    lower = model.get_ref("lower")
    if not model.attrs["has_upper"] or lower.get_dim("nP") != 2:
        raise ValueError("only models with an upper layer and two maxout pieces are known")
    reduce, upper = model.get_ref("tok2vec").layers[-1], model.get_ref("upper")
    weights = lower.get_param("W")  # (roles, hidden out, pieces, hidden in)
    roles, inner = weights.shape[0], weights.shape[3]
    return StateScores(
        reduce=np.ascontiguousarray(reduce.get_param("W").T),
        reduce_bias=reduce.get_param("b"),
        lower=np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(-1, inner).T),
        padding=np.ascontiguousarray(lower.get_param("pad").transpose(0, 1, 3, 2).reshape(-1)),
        lower_bias=np.ascontiguousarray(lower.get_param("b").T.reshape(-1)),
        upper=wide(upper.get_param("W").T),
        upper_bias=upper.get_param("b"),
        roles=roles,
    )
