"""The shape of names in French text: capitals, initials, particles; read in `Article.reading`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.words import first_words

# Capitals of the Latin script, those with the marks of any transliteration included.
UPPER = "".join(c for c in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if c.isupper())

# Macready, Koval-Petrenko, Ha-neul, O'Brien, Ronarc'h, Jean-Marie
WORD = rf"(?:[{UPPER}]['])?[{UPPER}]\w*(?:[-']\w+)*"
# B., J.-P., T.
INITIAL = rf"(?:[{UPPER}]|Ch|Ph|Th)\.(?:-?[{UPPER}]\.)*"
# el-Qossayfi, al-Assad, ad-Din, and without a hyphen: al Assad
ARTICLE = rf"(?:al|el|ad|ar|as|at|az|an|ul|ud|ol)[- ][{UPPER}]\w*(?:-\w+)*"
PART = rf"(?:{ARTICLE}|{INITIAL}|{WORD})"
# Particles stand between the parts of a name: van der Straeten, ag Attia, ben Salmane, de Gaulle.
FOREIGN_PARTICLES = (
    *("van", "von", "der", "den", "ten", "ter", "zu", "bin", "ben", "ibn", "ag", "ould", "abou"),
    *("abu", "di", "da", "dos", "do", "del", "della", "y", "e"),
)
FOREIGN_PARTICLE = rf"(?:{'|'.join(FOREIGN_PARTICLES)})"
FRENCH_PARTICLE = r"(?:de\sla|de|du|des|d')"
PARTICLE = rf"(?:{FOREIGN_PARTICLE}(?:\s{FOREIGN_PARTICLE})?|{FRENCH_PARTICLE})"
FULL_NAME = rf"{PART}(?:\s(?:{PARTICLE}\s?)?{PART}){{0,4}}"

# What follows or precedes a known person and belongs to the name; « de » does not: in « Rami
# Abd al-Rahman de l'Observatoire » the name is over.
# A list that lost its commas would go on to the end of the line.
NAME_AFTER = re.compile(rf"(?:\s(?:{FOREIGN_PARTICLE}\s){{0,2}}{PART}){{1,8}}|-\w+")
NAME_BEFORE = re.compile(rf"(?:{PART}\s(?:{FOREIGN_PARTICLE}\s){{0,2}})+$")
GROUP_BEHIND = re.compile(r"(?<=[^|(:])\((?:[^()]|\([^()]*\))*\)")
ACRONYM = re.compile(rf"[{UPPER}][{UPPER}0-9&]{{1,7}}")


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, any white space between them.

    Those of one first letter stand together: no other is tried where that letter stands."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(_spaced(word[1:]))
    groups = [f"{_spaced(first)}(?:{'|'.join(rest)})" for first, rest in by_letter.items()]
    return "|".join(groups) or r"(?!)"


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


def openings(pattern: str) -> frozenset[str]:
    """The words, folded, that the alternatives of a pattern (« villes?|port ») may begin with, and
    perhaps others: where a pattern is looked for, see `pipeline.words.matches_at`. A group behind
    something (« lycée (?:de|d') ») begins none."""
    opening = GROUP_BEHIND.sub("", pattern)
    heads = [
        head for part in re.split(r"[|()]|\?:", opening) if (head := re.match(r"\w+\??", part))
    ]
    written = [head.group() for head in heads]
    return first_words(
        [word.removesuffix("?") for word in written]
        + [word[:-2] for word in written if word[2:].endswith("?")]
    )


def has_capital(words: str) -> bool:
    return any(map(str.isupper, words))


def typographic(words: str) -> str:
    """A lexicon's word as the reading writes it: straight apostrophes."""
    return words.replace("’", "'")
