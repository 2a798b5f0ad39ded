"""The parser's search without compiled code: the sentences of a document take their steps together.

One matrix product scores the actions of all of them; steps that leave no choice are taken without
asking the model. `pipeline.model.compiled` has the same search for numba.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from pipeline.model.encoder import Floats
from pipeline.model.states import Integers, StateScores

SHIFT, REDUCE, LEFT, RIGHT, OTHER = range(5)  # the kinds of actions; others are never taken
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

    def act(self, kind: int, action: int) -> None:
        """Take an action that is valid."""
        if kind == LEFT:
            self.draw_left(action)
        elif kind == RIGHT:
            self.draw_right(action)
        elif kind == SHIFT:
            self.shift()
        else:
            self.reduce()

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


def draw_arcs(
    scores: StateScores, features: Floats, kinds: Integers, starts: Integers, length: int
) -> tuple[Integers, Integers]:
    """Search all sentences of a document.

    Args:
        scores: the layers that score the actions.
        features: what each token adds in each role (`StateScores.features`).
        kinds: the kind of each action.
        starts: the first token of each sentence.
        length: the number of tokens.

    Returns:
        The head of each token (NONE for a root) and the action that drew the arc to it.
    """
    masks = _masks(kinds)
    searches = list(_sentences(starts.tolist(), length))
    active = [search for search in searches if search.forced()]
    while active:
        tokens = np.array([search.context() for search in active])
        scored = scores.scores(features, tokens)
        scored += masks[[search.choices() for search in active]]
        for search, action in zip(active, scored.argmax(axis=1).tolist(), strict=True):
            search.act(int(kinds[action]), action)
        active = [search for search in active if search.forced()]
    heads, actions = np.full(length, NONE), np.full(length, NONE)
    for search in searches:
        children = list(search.heads)
        heads[children] = list(search.heads.values())
        actions[children] = list(search.labels.values())
    return heads, actions


def _masks(kinds: Integers) -> Floats:
    """By `Search.choices`: 0 for the valid actions, else minus infinity."""
    masks = np.full((4, len(kinds)), -np.inf, dtype=np.float32)
    masks[:, (kinds == LEFT) | (kinds == RIGHT)] = 0
    masks[1::2, kinds == SHIFT] = 0
    masks[2:, kinds == REDUCE] = 0
    return masks


def _sentences(starts: list[int], length: int) -> Iterator[Search]:
    """A search for each sentence."""
    for first, end in zip(starts, [*starts[1:], length], strict=True):
        yield Search(front=first, end=end, length=length)
