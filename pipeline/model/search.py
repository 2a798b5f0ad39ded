"""The parser's search without compiled code: all sentences take their steps together.

What would be a variable of the search in one sentence is a row of an array here, and a step is
taken in all sentences at once. `pipeline.model.compiled` has the same search for numba, one
sentence after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.model.packs import Bools, Floats, Integers
from pipeline.model.states import StateScores

SHIFT, REDUCE, LEFT, RIGHT, OTHER = range(5)  # the kinds of actions; others are never taken
NONE = -1  # no token
SEEN = 3  # tokens of the stack that the model looks at
ONLY_REDUCE = 4  # the choice at the end of a sentence


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the search stands in the sentences that are not done, a row each."""

    front: Integers  # the next token that was never on the stack
    end: Integers  # the first token after the sentence
    last: Integers  # the first token after its document
    base: Integers  # where its part of `Trees.stack` and of `Trees.returned` begins
    depth: Integers  # tokens on the stack
    back: Integers  # tokens given back to the buffer


@dataclass(frozen=True, slots=True)
class Trees:
    """What is known of the tokens of all documents, and one behind them that stands for none."""

    # the stacks of all sentences one behind the other, with some rows without a token between them
    stack: Integers
    returned: Integers  # given back to the buffer, the next one last
    # of each token
    heads: Integers
    actions: Integers  # the action that drew the arc to it
    left: Integers  # its child on the left that was drawn last
    right: Integers
    before: Integers  # the child that its head had had on the right before it
    once: Bools  # whether it was given back: it may not be shifted again

    def shift_onto_empty(self, at: Sentences) -> None:
        """Shift where nothing is on the stack: there is no choice."""
        rows = (at.depth == 0).nonzero()[0]
        back, front, base = at.back[rows], at.front[rows], at.base[rows]
        given = back > 0
        self.stack[base] = np.where(given, self.returned[base + back - 1], front)
        at.depth[rows] = 1
        at.back[rows] = back - given
        at.front[rows] = front + ~given

    def steps(self, at: Sentences) -> Steps:
        """Between which tokens each sentence chooses its next step."""
        pushed, waiting = at.base + at.depth, at.base + at.back
        return Steps(
            pushed=pushed,
            waiting=waiting,
            first=np.where(at.back > 0, self.returned[waiting - 1], at.front),
            top=self.stack[pushed - 1],
        )

    def context(self, at: Sentences, steps: Steps) -> Integers:
        """The eight tokens that the model looks at: two of the buffer, three of the stack, and the
        last child of the first of each. (roles, sentences)"""
        first, top, pushed = steps.first, steps.top, steps.pushed
        second = np.where(at.back > 1, self.returned[steps.waiting - 2], at.front + (at.back == 0))
        second = np.where(second < at.last, second, NONE)
        below, third = self.stack[pushed - 2], self.stack[pushed - SEEN]
        children = self.left[first], self.left[top], self.right[top]
        return np.array((first, second, top, below, third, *children))

    def choices(self, at: Sentences, steps: Steps) -> Integers:
        """Which actions are valid: arcs and, added up, shift (1) and reduce (2); or at the end of
        the sentence nothing but reduce (4).

        The last token of the document is never shifted onto others, a token given back never
        again, and the last of the stack stays until the sentence ends.
        """
        may_shift = (at.back + at.last - at.front > 1) & ~self.once[steps.first]
        at_end = (at.back == 0) & (at.front == at.end)
        choices: Integers = np.where(at_end, ONLY_REDUCE, may_shift + 2 * (at.depth > 1))
        return choices

    def take(self, at: Sentences, steps: Steps, kinds: Integers, actions: Integers) -> None:
        """Take a step in each sentence: an action that is valid, of a kind."""
        taking = (kinds == SHIFT) | (kinds == RIGHT)
        self._draw_right(steps, (kinds == RIGHT).nonzero()[0], actions)
        self._draw_left(steps, (kinds == LEFT).nonzero()[0], actions)
        given = (kinds == REDUCE) & (at.depth > 1) & (self.heads[steps.top] == NONE)
        self.once[steps.top[given]] = True
        self.returned[steps.waiting[given]] = steps.top[given]
        self.stack[steps.pushed[taking]] = steps.first[taking]
        from_buffer = taking & (at.back == 0)
        np.add(at.front, from_buffer, out=at.front)
        np.add(at.back, given, out=at.back)
        np.subtract(at.back, taking & ~from_buffer, out=at.back)
        np.add(at.depth, np.where(taking, 1, -1), out=at.depth)

    def _draw_right(self, steps: Steps, rows: Integers, actions: Integers) -> None:
        """Arcs from the top of the stack to the front of the buffer."""
        head, child = steps.top[rows], steps.first[rows]
        self.heads[child], self.actions[child] = head, actions[rows]
        self.before[child] = self.right[head]
        self.right[head] = child

    def _draw_left(self, steps: Steps, rows: Integers, actions: Integers) -> None:
        """Arcs from the front of the buffer to the top of the stack, which loses a head it had."""
        head, child = steps.first[rows], steps.top[rows]
        moved = child[self.heads[child] != NONE]
        self.right[self.heads[moved]] = self.before[moved]
        self.heads[child], self.actions[child] = head, actions[rows]
        self.left[head] = child
        self.once[head] = False


@dataclass(frozen=True, slots=True)
class Steps:
    """Between which tokens the next step chooses, a row for each sentence."""

    pushed: Integers  # where in `Trees.stack` the next token goes
    waiting: Integers  # where in `Trees.returned` the next token goes
    first: Integers  # the front of the buffer
    top: Integers  # the top of the stack


def draw_arcs(
    scores: StateScores, features: Floats, kinds: Integers, starts: Integers, ends: Integers
) -> tuple[Integers, Integers]:
    """Search all sentences of some documents.

    Args:
        scores: the layers that score the actions.
        features: what each token adds in each role (`StateScores.features`).
        kinds: the kind of each action.
        starts: the first token of each sentence.
        ends: the token after the last of its document, for each sentence.

    Returns:
        The head of each token (NONE for a root) and the action that drew the arc to it.
    """
    masks = _masks(kinds)
    length = int(ends[-1]) if len(ends) else 0
    at, trees = _sentences(starts, ends, length), _trees(len(starts), length)
    while len(at.front):
        trees.shift_onto_empty(at)
        steps = trees.steps(at)
        scored = scores.scores(features, trees.context(at, steps))
        scored += masks[trees.choices(at, steps)]
        actions = scored.argmax(axis=1)
        trees.take(at, steps, kinds[actions], actions)
        at = _unfinished(at)
    return trees.heads[:length], trees.actions[:length]


def _sentences(starts: Integers, ends: Integers, length: int) -> Sentences:
    """The start of each sentence."""
    return Sentences(
        front=starts.copy(),
        end=np.append(starts[1:], length),
        last=ends,
        base=starts + SEEN * np.arange(1, len(starts) + 1),
        depth=np.zeros(len(starts), dtype=np.int64),
        back=np.zeros(len(starts), dtype=np.int64),
    )


def _trees(sentences: int, length: int) -> Trees:
    """Tokens without arcs."""
    room = length + SEEN * (sentences + 1)
    return Trees(
        stack=np.full(room, NONE),
        returned=np.full(room, NONE),
        heads=np.full(length + 1, NONE),
        actions=np.full(length + 1, NONE),
        left=np.full(length + 1, NONE),
        right=np.full(length + 1, NONE),
        before=np.full(length + 1, NONE),
        once=np.zeros(length + 1, dtype=np.bool_),
    )


def _unfinished(at: Sentences) -> Sentences:
    """The sentences that have tokens left on the stack or before it."""
    rows = (at.depth > 0) | (at.back > 0) | (at.front < at.end)
    if rows.all():
        return at
    return Sentences(
        front=at.front[rows],
        end=at.end[rows],
        last=at.last[rows],
        base=at.base[rows],
        depth=at.depth[rows],
        back=at.back[rows],
    )


def _masks(kinds: Integers) -> Floats:
    """By `Trees.choices`: 0 for the valid actions, else minus infinity."""
    masks = np.full((ONLY_REDUCE + 1, len(kinds)), -np.inf, dtype=np.float32)
    masks[:ONLY_REDUCE, (kinds == LEFT) | (kinds == RIGHT)] = 0
    masks[1:ONLY_REDUCE:2, kinds == SHIFT] = 0
    masks[2:, kinds == REDUCE] = 0
    return masks
