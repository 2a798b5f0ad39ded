"""The dependency parser's search, all sentences of a document side by side: same weights, same
trees, fewer calls.

spaCy's parser is arc-eager (Nivre 2003; the variant that gives words back to the buffer is Nivre
and Fernández-González 2014): words move from a *buffer* to a *stack*, and arcs are drawn between
the top of one and the front of the other. Where every sentence start is set beforehand, as
`pipeline.segment` does, no sentence depends on another. So the sentences take their steps together
and one matrix product scores the actions of all of them; steps that leave no choice are taken
without asking the model.

The actions and when they are valid: spacy/pipeline/_parser_internals/arc_eager.pyx and _state.pxd.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from pipeline.model.encoder import Floats, attributes
from pipeline.model.states import StateScores, state_scores

NONE = -1  # no token


@dataclass(slots=True)
class Search:
    """The state of the search in one sentence. Tokens are indices in the document."""

    front: int  # the next token that was never on the stack
    end: int  # the first token after the sentence
    length: int  # tokens in the document
    heads: dict[int, int] = field(default_factory=dict)  # child → head
    labels: dict[int, int] = field(default_factory=dict)  # child → number of the action
    stack: list[int] = field(default_factory=list)
    returned: list[int] = field(default_factory=list)  # given back to the buffer, the next one last
    once: set[int] = field(default_factory=set)  # tokens given back, which may not be shifted again
    left: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    right: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def forced(self) -> bool:
        """Take the steps that leave no choice; return whether a choice remains.

        With an empty stack only shifting is possible. At the end of the sentence only reducing is.
        """
        while True:
            if not self.stack:
                if not self.returned and self.front == self.end:
                    return False
                self.shift()
            elif not self.returned and self.front == self.end:
                self.reduce()
            else:
                return True

    def shift(self) -> None:
        self.stack.append(self._take())

    def _take(self) -> int:
        """The front of the buffer, taken off it."""
        if self.returned:
            return self.returned.pop()
        self.front += 1
        return self.front - 1

    def reduce(self) -> None:
        """Drop the top of the stack, or give it back to the buffer if it has no head yet."""
        top = self.stack.pop()
        if top not in self.heads and self.stack:
            self.once.add(top)
            self.returned.append(top)

    def draw_left(self, label: int) -> None:
        """An arc from the front of the buffer to the top of the stack, which is dropped."""
        head, child = self.returned[-1] if self.returned else self.front, self.stack.pop()
        self._draw(head, child, label)
        self.once.discard(head)

    def draw_right(self, label: int) -> None:
        """An arc from the top of the stack to the front of the buffer, which is shifted."""
        child = self._take()
        self._draw(self.stack[-1], child, label)
        self.stack.append(child)

    def _draw(self, head: int, child: int, label: int) -> None:
        former = self.heads.get(child)
        if former is not None:
            arcs = (self.left if former > child else self.right)[former]
            if arcs and arcs[-1] == child:  # as in spaCy, one that is not the last stays
                arcs.pop()
        (self.left if head > child else self.right)[head].append(child)
        self.heads[child] = head
        self.labels[child] = label

    def context(self) -> list[int]:
        """The eight tokens that the model looks at: two of the buffer, three of the stack, and the
        last child of the first of each."""
        stack, returned, front = self.stack, self.returned, self.front
        if returned:
            first = returned[-1]
            second = returned[-2] if len(returned) > 1 else front
        else:
            first, second = front, front + 1
        top = stack[-1]
        return [
            first,
            second if second < self.length else NONE,
            top,
            stack[-2] if len(stack) > 1 else NONE,
            stack[-3] if len(stack) > 2 else NONE,
            last_of(self.left, first),
            last_of(self.left, top),
            last_of(self.right, top),
        ]

    def choices(self) -> int:
        """Which of shift (1) and reduce (2) are valid, added up; both kinds of arcs always are.

        The last token of the document is never shifted onto others, a token given back never
        again, and the last of the stack stays until the sentence ends.
        """
        left_over = len(self.returned) + self.length - self.front
        first = self.returned[-1] if self.returned else self.front
        may_shift = left_over > 1 and first not in self.once
        return may_shift + 2 * (len(self.stack) > 1)


def last_of(arcs: dict[int, list[int]], head: int) -> int:
    """The child of `head` that was drawn last."""
    children = arcs.get(head)
    return children[-1] if children else NONE


@dataclass(frozen=True, slots=True)
class ArcFinder:
    """A dependency parser taken apart. Called on a doc, it sets heads and labels; if any sentence
    start is left to the parser, the stock one does it."""

    stock: DependencyParser
    scores: StateScores
    kinds: tuple[str, ...]  # of each action: S(hift), D (reduce), L(eft), R(ight), B(reak)
    labels: NDArray[np.uint64]  # of each action, the id of its label
    root: int
    masks: Floats  # by `Search.choices`: 0 for the valid actions, else minus infinity

    def __call__(self, doc: Doc) -> Doc:
        starts = attributes(doc, [SENT_START])[:, 0]
        if not starts.all():
            self.stock(doc)
            return doc
        self._annotate(doc, self._searched(doc, np.flatnonzero(starts == 1).tolist()))
        return doc

    def _searched(self, doc: Doc, starts: list[int]) -> list[Search]:
        """The finished search of each sentence."""
        vectors: Any = doc.tensor
        features = self.scores.features(vectors)
        searches = list(_sentences(starts, len(doc)))
        active = [search for search in searches if search.forced()]
        while active:
            tokens = np.array([search.context() for search in active])
            scores = self.scores.scores(features, tokens)
            scores += self.masks[[search.choices() for search in active]]
            for search, action in zip(active, scores.argmax(axis=1).tolist(), strict=True):
                self._act(search, action)
            active = [search for search in active if search.forced()]
        return searches

    def _act(self, search: Search, action: int) -> None:
        kind = self.kinds[action]
        if kind == "L":
            search.draw_left(action)
        elif kind == "R":
            search.draw_right(action)
        elif kind == "S":
            search.shift()
        else:
            search.reduce()

    def _annotate(self, doc: Doc, searches: list[Search]) -> None:
        """Set head and label of each token; a token without a head is a root."""
        heads = np.zeros(len(doc), dtype=np.int64)
        labels = np.full(len(doc), self.root, dtype=np.uint64)
        for search in searches:
            children = list(search.heads)
            heads[children] = np.array(list(search.heads.values()), dtype=np.int64) - children
            labels[children] = self.labels[list(search.labels.values())]
        annotations: Any = np.stack((heads.astype(np.uint64), labels), axis=1)
        doc.from_array([HEAD, DEP], annotations)


def arc_finder(parser: DependencyParser) -> ArcFinder:
    """Take spaCy's `DependencyParser` apart."""
    names = [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)]
    kinds = tuple(name[0] for name in names)
    strings = parser.vocab.strings
    valid = ["LR", "LRS", "LRD", "LRSD"]  # by `Search.choices`
    return ArcFinder(
        stock=parser,
        scores=state_scores(parser.model),
        kinds=kinds,
        labels=np.array([strings.add(name[2:]) for name in names], dtype=np.uint64),
        root=strings.add("ROOT"),
        masks=np.array(
            [[0 if kind in allowed else -np.inf for kind in kinds] for allowed in valid],
            dtype=np.float32,
        ),
    )


def _sentences(starts: list[int], length: int) -> Iterator[Search]:
    """A search for each sentence; the first token starts one whether it is marked or not."""
    firsts = [0, *(start for start in starts if start)]
    for first, end in zip(firsts, [*firsts[1:], length], strict=True):
        yield Search(front=first, end=end, length=length)
