"""The parser's search without compiled code: all sentences take their steps together.

What would be a variable of the search in one sentence is a row of an array here, and a step is
taken in all sentences at once; steps that leave no choice are taken without asking the model.
`pipeline.model.compiled` has the same search for numba, one sentence after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.model.packs import Bools, Floats, Integers
from pipeline.model.states import StateScores

SHIFT, REDUCE, LEFT, RIGHT, OTHER = range(5)  # the kinds of actions; others are never taken
NONE = -1  # no token
SEEN = 3  # tokens of the stack that the model looks at


@dataclass(frozen=True, slots=True)
class Search:
    """The state of the search in each sentence, and what is known of each token. Tokens are
    numbered through all documents."""

    # of each sentence
    front: Integers  # the next token that was never on the stack
    end: Integers  # the first token after the sentence
    last: Integers  # the first token after its document
    base: Integers  # where its part of `stack` and of `returned` begins
    depth: Integers  # tokens on the stack
    back: Integers  # tokens given back to the buffer
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

    def steps(self, active: Integers) -> Steps:
        """What each of the sentences `active` can do next."""
        depth, back, front = self.depth[active], self.back[active], self.front[active]
        pushed, waiting = self.base[active] + depth, self.base[active] + back
        return Steps(
            sentences=active,
            depth=depth,
            back=back,
            front=front,
            pushed=pushed,
            waiting=waiting,
            first=np.where(back > 0, self.returned[waiting - 1], front),
            top=self.stack[pushed - 1],
            free=(depth > 0) & ((back > 0) | (front < self.end[active])),
        )

    def context(self, steps: Steps) -> Integers:
        """The eight tokens that the model looks at: two of the buffer, three of the stack, and the
        last child of the first of each."""
        first, top, pushed = steps.first, steps.top, steps.pushed
        second = np.where(
            steps.back > 1, self.returned[steps.waiting - 2], steps.front + (steps.back == 0)
        )
        second = np.where(second < self.last[steps.sentences], second, NONE)
        below, third = self.stack[pushed - 2], self.stack[pushed - SEEN]
        children = self.left[first], self.left[top], self.right[top]
        return np.array((first, second, top, below, third, *children)).T

    def choices(self, steps: Steps) -> Integers:
        """Which of shift (1) and reduce (2) are valid, added up; both kinds of arcs always are.

        The last token of the document is never shifted onto others, a token given back never
        again, and the last of the stack stays until the sentence ends.
        """
        left_over = steps.back + self.last[steps.sentences] - steps.front
        may_shift = (left_over > 1) & ~self.once[steps.first]
        return may_shift + 2 * (steps.depth > 1)

    def take(self, steps: Steps, kinds: Integers, actions: Integers) -> None:
        """Take a step in each sentence: an action that is valid, of a kind."""
        taking = (kinds == SHIFT) | (kinds == RIGHT)
        self._draw_right(steps, (kinds == RIGHT).nonzero()[0], actions)
        self._draw_left(steps, (kinds == LEFT).nonzero()[0], actions)
        given = (kinds == REDUCE) & (steps.depth > 1) & (self.heads[steps.top] == NONE)
        self.once[steps.top[given]] = True
        self.returned[steps.waiting[given]] = steps.top[given]
        self.stack[steps.pushed[taking]] = steps.first[taking]
        from_buffer = taking & (steps.back == 0)
        self.front[steps.sentences] = steps.front + from_buffer
        self.back[steps.sentences] = steps.back + given - (taking & ~from_buffer)
        self.depth[steps.sentences] = steps.depth + np.where(taking, 1, -1)

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
    """Where the search stands in some sentences, a row each."""

    sentences: Integers
    depth: Integers
    back: Integers
    front: Integers
    pushed: Integers  # where in `Search.stack` the next token goes
    waiting: Integers  # where in `Search.returned` the next token goes
    first: Integers  # the front of the buffer
    top: Integers  # the top of the stack
    free: Bools  # whether there is a choice: with an empty stack there is only shifting,
    # at the end of the sentence only reducing


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
    search = _begin(starts, ends)
    active = np.arange(len(starts))
    while len(active):
        steps = search.steps(active)
        actions = np.full(len(active), NONE)
        taken = np.where(steps.depth == 0, SHIFT, REDUCE)
        rows = steps.free.nonzero()[0]
        if len(rows):
            free = search.steps(active[rows])
            scored = scores.scores(features, search.context(free))
            scored += masks[search.choices(free)]
            actions[rows] = scored.argmax(axis=1)
            taken[rows] = kinds[actions[rows]]
        search.take(steps, taken, actions)
        active = active[
            (search.depth[active] > 0)
            | (search.back[active] > 0)
            | (search.front[active] < search.end[active])
        ]
    return search.heads, search.actions


def _begin(starts: Integers, ends: Integers) -> Search:
    """The search at the start of each sentence."""
    length = int(ends[-1]) if len(ends) else 0
    room = length + SEEN * (len(starts) + 1)
    return Search(
        front=starts.copy(),
        end=np.append(starts[1:], length),
        last=ends,
        base=starts + SEEN * np.arange(1, len(starts) + 1),
        depth=np.zeros(len(starts), dtype=np.int64),
        back=np.zeros(len(starts), dtype=np.int64),
        stack=np.full(room, NONE),
        returned=np.full(room, NONE),
        heads=np.full(length, NONE),
        actions=np.full(length, NONE),
        left=np.full(length, NONE),
        right=np.full(length, NONE),
        before=np.full(length, NONE),
        once=np.zeros(length, dtype=np.bool_),
    )


def _masks(kinds: Integers) -> Floats:
    """By `Search.choices`: 0 for the valid actions, else minus infinity."""
    masks = np.full((4, len(kinds)), -np.inf, dtype=np.float32)
    masks[:, (kinds == LEFT) | (kinds == RIGHT)] = 0
    masks[1::2, kinds == SHIFT] = 0
    masks[2:, kinds == REDUCE] = 0
    return masks
