"""When two annotations are the same, and which of one annotator's is which of the other's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from pipeline.review.evaluate.annotations import Span

# What may stand at the edges of a span without making it another: white space and punctuation.
EDGES = frozenset(" \t\n\u00a0\u202f«»“”\"'’‘.,;:!?…-–—()[]")
# Words that may stand before a name without making it another: articles and short titles.
SMALL_WORDS = frozenset(
    "le la les l un une des du de d ce cette ces son sa ses leur leurs certains certaines "
    "plusieurs m mme au aux et".split()
)
WORD = re.compile("[a-z0-9]+")
NAMED_KINDS = ("person", "country")  # whose names are the same or not; others are described
SAME_WORDS = 0.5  # the least share of words that two descriptions of one source have in common
ANY = 1e-9  # the least weight that is more than nothing
Gold = TypeVar("Gold")
Found = TypeVar("Found")


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space and punctuation at its edges."""
    start, end = max(0, span[0]), min(span[1], len(text))
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def characters(text: str, parts: Iterable[Span]) -> frozenset[int]:
    """The offsets that the trimmed parts cover."""
    return frozenset(at for part in parts for at in range(*trimmed(text, part)))


def overlap(one: Span, other: Span) -> float:
    """The characters of both spans, as a share of those from the first to the last."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The characters of both, as a share of those of either."""
    return len(one & other) / len(one | other) if one | other else 0.0


def covered(gold: frozenset[int], found: frozenset[int]) -> float:
    """The share of the gold characters that were found."""
    return len(gold & found) / len(gold) if gold else 0.0


def pairs(
    gold: Sequence[Gold],
    found: Sequence[Found],
    weight: Callable[[Gold, Found], float],
    least: float = ANY,
) -> dict[int, int]:
    """Which gold annotation is which one found, by their positions: each in one pair at most, the
    pairs of greatest weight first, then those that come first.

    Args:
        gold: the gold annotations.
        found: those found.
        weight: how much two of them are the same.
        least: the least weight of a pair.
    """
    weighed = (
        (-weight(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for negative, i, j in sorted(entry for entry in weighed if -entry[0] >= least):
        if negative < 0 and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def same_name(gold: str | None, found: str | None, kind: str) -> bool:
    """Whether two names are one source's: accents, capitals and articles make no difference.

    Args:
        gold: the gold name, or null.
        found: the name found, or null.
        kind: the kind of speaker; descriptions (« experts militaires ») may differ in some words.
    """
    wanted, given = _words(gold), _words(found)
    if wanted == given:
        return True
    if not wanted or not given or kind in NAMED_KINDS:
        return False
    common = (Counter(wanted) & Counter(given)).total()
    return 2 * common / (len(wanted) + len(given)) >= SAME_WORDS


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return [word for word in WORD.findall(plain) if word not in SMALL_WORDS]
