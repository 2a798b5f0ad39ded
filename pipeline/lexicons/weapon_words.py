"""Words as the weapon lexicons compare them: runs of letters or of digits, small and unaccented.

« T-72B3 » and « t72 b3 » are both t, 72, b, 3: what stands between two words is kept apart
(`gap_fits`), so that one spelling in a lexicon stands for « F-16 » and « F16 », « lance-roquettes »
and « lance roquettes ».
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from pipeline.words import words_of

RUN = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=2**12)
def key_of(text: str) -> tuple[str, ...]:
    """What a text is looked up by."""
    return tuple(word.folded for word in words_of(text, RUN))


def gaps_of(text: str) -> tuple[str, ...]:
    """What stands between the words of a text."""
    words = words_of(text, RUN)
    return tuple(text[a.end : b.start] for a, b in pairwise(words))


def gap_fits(wanted: str, found: str, *, letters: bool) -> bool:
    """Whether `found` between two words may stand for the lexicon's `wanted`.

    Args:
        wanted: the gap in the lexicon's spelling.
        found: the gap in the text.
        letters: whether both words are letters: « Charles-de-Gaulle » may be written with spaces
            and « lance-roquettes » too, « F-16 » may not (« F 16 »), but may be « F16 ».
    """
    if wanted == found:
        return True
    if wanted == "":
        return found == "-"
    if wanted == "-":
        return found == (" " if letters else "")
    if wanted in {" ", "/"}:
        return found in {"-", " "}
    return False
