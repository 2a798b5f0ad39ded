"""Names as they are compared and as they are part of an id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "s"})
LATIN = re.compile(r"[a-z0-9]+")
MARKS = re.compile(r"[\u0300-\u036f]")


@lru_cache(maxsize=2**12)
def slug(name: str) -> str:
    """Small letters and digits joined by "-"; a short hash of a name that has no Latin letter."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    joined = "-".join(LATIN.findall(MARKS.sub("", plain.translate(LETTERS))))
    return joined or hashlib.sha256(name.encode()).hexdigest()[:10]


def slug_words(words: str) -> list[str]:
    """The words of a name without accents or capitals; a hyphen joins."""
    return [slug(part) for part in re.split(r"[\s'’]+", words) if slug(part)]
