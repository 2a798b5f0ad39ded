"""The innermost loops compiled, used where numba is installed (`pip install 'quidit[fast]'`).

numba compiles them when they are first used and keeps the result beside this file or in the user's
cache. They do what their namesakes in `pipeline.model.encoder` and `pipeline.model.search` do.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from pipeline.model.encoder import EPSILON, Maxout
from pipeline.model.packs import Floats, Integers
from pipeline.model.search import LEFT, NONE, REDUCE, RIGHT, SHIFT
from pipeline.model.states import StateScores


def add_maxout(pieces: Floats, maxout: Maxout, rows: Floats) -> None:
    """Add to `rows` the greatest of the three pieces of each output, normalised."""
    _add_maxout(pieces, maxout.bias, maxout.scale, maxout.shift, rows)


def draw_arcs(
    scores: StateScores, features: Floats, kinds: Integers, starts: Integers, ends: Integers
) -> tuple[Integers, Integers]:
    """Search all sentences of some documents (see `pipeline.model.search.draw_arcs`)."""
    length = ends[-1] if len(ends) else 0
    heads, actions = np.full(length, NONE), np.full(length, NONE)
    _draw_arcs(
        features,
        scores.lower_bias,
        scores.upper,
        scores.upper_bias,
        kinds,
        starts,
        ends,
        heads,
        actions,
    )
    return heads, actions


# Sums may be taken in any order: it is what makes a processor take several numbers at a time.
@numba.njit(cache=True, fastmath={"reassoc"})
def _add_maxout(pieces: Any, bias: Any, scale: Any, shift: Any, rows: Any) -> None:
    width = rows.shape[1]
    best = np.empty(width, np.float32)
    for row in range(rows.shape[0]):
        total = np.float32(0)
        for i in range(width):
            value = max(pieces[row, i] + bias[i], pieces[row, width + i] + bias[width + i])
            best[i] = max(value, pieces[row, 2 * width + i] + bias[2 * width + i])
            total += best[i]
        mean = total / np.float32(width)
        squares = np.float32(0)
        for i in range(width):
            best[i] -= mean
            squares += best[i] * best[i]
        factor = np.float32(1) / np.sqrt(squares / np.float32(width) + EPSILON)
        for i in range(width):
            rows[row, i] += best[i] * factor * scale[i] + shift[i]


@numba.njit(cache=True)
def _draw_arcs(  # noqa: PLR0912, PLR0915, PLR0913, PLR0917 - one loop: calls cost what it saves
    features: Any,
    lower_bias: Any,
    upper: Any,
    upper_bias: Any,
    kinds: Any,
    starts: Any,
    ends: Any,
    heads: Any,
    actions: Any,
) -> None:
    length = len(heads)
    hidden = lower_bias.shape[0] // 2
    stack, returned = np.empty(length, np.int64), np.empty(length, np.int64)
    once = np.zeros(length, np.bool_)
    left, right = np.full(length, NONE), np.full(length, NONE)  # the last child on each side
    before = np.full(length, NONE)  # the right child that its head had before
    summed = np.empty(2 * hidden, np.float32)
    scores = np.empty(len(upper_bias), np.float32)
    context = np.empty(8, np.int64)
    for sentence in range(len(starts)):
        front, last = starts[sentence], ends[sentence]
        end = starts[sentence + 1] if sentence + 1 < len(starts) else last
        depth = back = 0  # of the stack, of what was given back
        while depth or back or front < end:
            at_end = back == 0 and front == end
            first = returned[back - 1] if back else front
            if depth == 0:
                kind, action = SHIFT, NONE
            elif at_end:
                kind, action = REDUCE, NONE
            else:
                second = returned[back - 2] if back > 1 else front + (back == 0)
                top = stack[depth - 1]
                context[0] = first
                context[1] = second if second < last else NONE
                context[2] = top
                context[3] = stack[depth - 2] if depth > 1 else NONE
                context[4] = stack[depth - 3] if depth > 2 else NONE
                context[5] = left[first]
                context[6] = left[top]
                context[7] = right[top]
                summed[:] = lower_bias
                for role in range(8):
                    row = context[role] * 8 + role
                    if row < 0:
                        row += features.shape[0]
                    for i in range(2 * hidden):
                        summed[i] += features[row, i]
                scores[:] = upper_bias
                for i in range(hidden):
                    value = max(summed[i], summed[hidden + i])
                    for j in range(len(scores)):
                        scores[j] += value * upper[i, j]
                may_shift = back + last - front > 1 and not once[first]
                may_reduce = depth > 1
                action = NONE
                for j in range(len(scores)):
                    kind = kinds[j]
                    if (
                        kind in (LEFT, RIGHT)
                        or (kind == SHIFT and may_shift)
                        or (kind == REDUCE and may_reduce)
                    ) and (action == NONE or scores[j] > scores[action]):
                        action = j
                kind = kinds[action]
            if kind in (SHIFT, RIGHT):
                if back:
                    back -= 1
                else:
                    front += 1
                if kind == RIGHT:
                    top = stack[depth - 1]
                    heads[first], actions[first] = top, action
                    before[first] = right[top]
                    right[top] = first
                stack[depth] = first
                depth += 1
            elif kind == REDUCE:
                depth -= 1
                top = stack[depth]
                if heads[top] == NONE and depth:
                    once[top] = True
                    returned[back] = top
                    back += 1
            else:
                depth -= 1
                top = stack[depth]
                if heads[top] != NONE:
                    right[heads[top]] = before[top]
                heads[top], actions[top] = first, action
                left[first] = top
                once[first] = False
