"""Quotation marks: which opens, which closes, and what stays unbalanced.

French copy mixes « », “ ”, ‹ ›, " and '' in one text, nests them, forgets to close them and puts
any space inside.
Pairs are looked for in one segment at a time, so that a forgotten mark spoils one line at most.
"""

from __future__ import annotations

import re

from pipeline.article import Marks
from pipeline.records import Segment

OPENING = {"«": "»", "“": "”", "„": "“”", "‹": "›"}
CLOSING = {"»": "«", "”": "“„", "›": "‹"}
MARK = re.compile(r"[«»“”„‹›\"]|<<|>>|''|``")
# 24" (inches) and 5'' (seconds of arc or time): a number right before, no opening mark to close.
MEASURE = re.compile(r"\d$")
# Pairs inside of so many others are none: all of them would be read again for each.
DEEPEST = 8
SPACES = " \t\u00a0\u202f\u2009"


def find_marks(text: str, segments: tuple[Segment, ...]) -> tuple[Marks, ...]:
    """The pairs of quotation marks of a text, outer before inner, in the order of the text."""
    pairs: list[Marks] = []
    for segment in segments:
        pairs.extend(_segment_marks(text, segment.start, segment.end))
    return tuple(sorted(pairs, key=lambda pair: (pair.start, -pair.end)))


def _segment_marks(text: str, start: int, end: int) -> list[Marks]:
    """Pairs in `text[start:end]`, by a stack of open marks. Linear in the length of the text."""
    pairs: list[Marks] = []
    stack: list[tuple[int, str]] = []  # (offset, mark) of what is open
    for match in MARK.finditer(text, start, end):
        mark = {"<<": "«", ">>": "»", "''": '"', "``": '"'}.get(match.group(), match.group())
        at, after = match.start(), match.end()
        if mark == '"':
            is_open = any(opened == '"' for _, opened in stack[-2:])
            if not is_open and MEASURE.search(text[max(start, at - 1) : at]):
                continue
            mark = _straight_role(
                text[max(start, at - 1) : at], text[after : min(after + 1, end)], is_open
            )
        if mark in OPENING or mark == "open":
            stack.append((at, '"' if mark == "open" else mark))
        else:
            _close(text, stack, pairs, mark, after)
    for depth, (at, _) in enumerate(stack[:DEEPEST]):
        pairs.append(_pair(text, at, end, depth, closed=False))
    return pairs


def _straight_role(before: str, behind: str, is_open: bool) -> str:
    """Whether a straight mark opens or closes, from the characters on its sides ("" at the ends).

    « dit "oui" » opens after a space and closes before one; « "oui"» and « ( "oui" ) » are told by
    what is open. A straight mark with a letter on both sides (« l"oui" ») opens if none is open.
    """
    space_before = not before or before.isspace() or before in "([’'«“—–-"
    space_behind = not behind or behind.isspace() or behind in ".,;:!?)]»”…"
    if space_before and not space_behind:
        return "open"
    if space_behind and not space_before:
        return "close" if is_open else "stray"
    return "close" if is_open else "open"


def _close(
    text: str, stack: list[tuple[int, str]], pairs: list[Marks], mark: str, after: int
) -> None:
    """Close the nearest open mark that this one can close; marks left open inside it end there.

    A closing mark that nothing opened is left alone, except » and ” where the copy opened with
    another sort of mark.
    """
    wanted = '"' if mark == "close" else CLOSING.get(mark, "")
    for depth in range(len(stack) - 1, max(-1, len(stack) - 8), -1):
        if stack[depth][1] in wanted:
            break
    else:
        if mark in {"stray", "close"} or not stack or stack[-1][1] != '"':
            return
        depth = len(stack) - 1
    # What was opened inside and never closed is no pair: « il a dit « oui » has one mark too many.
    at, _ = stack[depth]
    del stack[depth:]
    if depth < DEEPEST:
        pairs.append(_pair(text, at, after, depth, closed=True))


def _pair(text: str, start: int, end: int, depth: int, *, closed: bool) -> Marks:
    width = 2 if text[start : start + 2] in {"<<", "''", "``"} else 1
    inner_start, inner_end = start + width, end
    if closed:
        inner_end -= 2 if text[end - 2 : end] in {">>", "''", "``"} else 1
    while inner_start < inner_end and text[inner_start] in SPACES:
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1] in SPACES:
        inner_end -= 1
    return Marks(
        start=start,
        end=end,
        inner_start=inner_start,
        inner_end=inner_end,
        depth=depth,
        closed=closed,
    )
