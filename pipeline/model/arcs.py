"""The dependency parser: same weights, same trees, fewer calls.

spaCy's parser is arc-eager (Nivre 2003; the variant that gives words back to the buffer is Nivre
and Fernández-González 2014): words move from a *buffer* to a *stack*, and arcs are drawn between
the top of one and the front of the other. Where every sentence start is set beforehand, as
`pipeline.segment` does, no sentence depends on another, and a sentence can only be broken off
where it ends: the search is simpler than spaCy's, which must be ready for all else.

The actions and when they are valid: spacy/pipeline/_parser_internals/arc_eager.pyx and _state.pxd.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from pipeline.model.encoder import Floats, Ids, attributes
from pipeline.model.search import LEFT, NONE, OTHER, REDUCE, RIGHT, SHIFT
from pipeline.model.states import Integers, StateScores, state_scores

KINDS = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT}
DrawArcs = Callable[
    [StateScores, Floats, Integers, Integers, int], tuple[Integers, Integers]
]  # see `pipeline.model.search.draw_arcs`


@dataclass(frozen=True, slots=True)
class ArcFinder:
    """A dependency parser taken apart. Called on a doc, it sets heads and labels; if any sentence
    start is left to the parser, the stock one does it."""

    stock: DependencyParser
    draw_arcs: DrawArcs
    scores: StateScores
    kinds: Integers  # of each action
    labels: Ids  # of each action
    root: int

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        marked = attributes(doc, [SENT_START])[:, 0]
        if not marked.all():
            self.stock(doc)
            return doc
        vectors: Any = doc.tensor
        starts = np.union1d([0], np.flatnonzero(marked == 1))
        features = self.scores.features(vectors)
        heads, actions = self.draw_arcs(self.scores, features, self.kinds, starts, len(doc))
        own = np.arange(len(doc))
        offsets = np.where(heads == NONE, 0, heads - own).astype(np.uint64)
        labels = np.where(heads == NONE, np.uint64(self.root), self.labels[actions])
        annotations: Any = np.stack((offsets, labels), axis=1)
        doc.from_array([HEAD, DEP], annotations)
        return doc


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
