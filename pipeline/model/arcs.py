"""The dependency parser: same weights, same trees, fewer calls.

spaCy's parser is arc-eager (Nivre 2003; the variant that gives words back to the buffer is Nivre
and Fernández-González 2014): words move from a *buffer* to a *stack*, and arcs are drawn between
the top of one and the front of the other. Where every sentence start is set beforehand, as
`pipeline.segment` does, no sentence depends on another, and a sentence can only be broken off
where it ends: the search is simpler than spaCy's, which must be ready for all else.

The actions and when they are valid: spacy/pipeline/_parser_internals/arc_eager.pyx and _state.pxd.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from pipeline.model.packs import Floats, Ids, Integers, attributes, borders, tensors
from pipeline.model.search import LEFT, NONE, OTHER, REDUCE, RIGHT, SHIFT
from pipeline.model.states import StateScores, state_scores

KINDS = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT}
DrawArcs = Callable[
    [StateScores, Floats, Integers, Integers, Integers], tuple[Integers, Integers]
]  # see `pipeline.model.search.draw_arcs`


@dataclass(frozen=True, slots=True)
class ArcFinder:
    """A dependency parser taken apart. Called on docs, it sets heads and labels; where any sentence
    start is left to the parser, the stock one does it."""

    stock: DependencyParser
    draw_arcs: DrawArcs
    scores: StateScores
    kinds: Integers  # of each action
    labels: Ids  # of each action
    root: int

    def __call__(self, docs: Sequence[Doc]) -> None:
        cut = []
        for doc in docs:
            if attributes([doc], [SENT_START]).all():
                cut.append(doc)
            else:
                self.stock(doc)
        if cut:
            self._annotate(cut)

    def _annotate(self, docs: Sequence[Doc]) -> None:
        """Set heads and labels of docs that are cut into sentences."""
        features = self.scores.features(tensors(docs))
        rows = borders(docs)
        first, last = np.array(rows).T
        starts = np.union1d(
            first[first < last], np.flatnonzero(attributes(docs, [SENT_START])[:, 0] == 1)
        )
        ends = last[np.searchsorted(last, starts, side="right")]
        heads, actions = self.draw_arcs(self.scores, features, self.kinds, starts, ends)
        own = np.arange(len(heads))
        offsets = np.where(heads == NONE, 0, heads - own).astype(np.uint64)
        labels = np.where(heads == NONE, np.uint64(self.root), self.labels[actions])
        annotations: Any = np.stack((offsets, labels), axis=1)
        for doc, (start, end) in zip(docs, rows, strict=True):
            doc.from_array([HEAD, DEP], annotations[start:end])


def arc_finder(parser: DependencyParser, draw_arcs: DrawArcs) -> ArcFinder:
    """Take spaCy's `DependencyParser` apart."""
    names = [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)]
    strings = parser.vocab.strings
    return ArcFinder(
        stock=parser,
        draw_arcs=draw_arcs,
        scores=state_scores(parser.model),
        kinds=np.array([KINDS.get(name[0], OTHER) for name in names]),
        labels=np.array([strings.add(name[2:]) for name in names], dtype=np.uint64),
        root=strings.add("ROOT"),
    )
