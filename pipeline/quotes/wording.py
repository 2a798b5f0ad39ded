"""The words of an article, with the nouns of `roles.csv` found in them.

The tokens of the model are cut otherwise than the lexicon's compounds (« vice-ministre »), so
phrases are read from words of their own: letters and inner hyphens, an elided word with its '.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from pipeline.article import Article
from pipeline.lexicons.roles import RoleForm, Roles

WORD = re.compile(r"(\w++(?:-\w++)*+'?)")
NOMINAL_BEFORE = {
    "le",
    "la",
    "l'",
    "un",
    "une",
    "des",
    "les",
    "ce",
    "cet",
    "cette",
    "du",
    "son",
    "sa",
}
VERB_TAGS = frozenset({"VERB", "AUX"})
PREFIXES = ("ex-", "vice-", "co-", "sous-", "néo-")


class RoleUse(NamedTuple):
    """A noun of the lexicon in the text: words `first`..`last`, half-open."""

    form: RoleForm
    first: int
    last: int


@dataclass(frozen=True)
class Words:
    """The words of an article in columns, by word index: in lower case, their characters, and what
    stands `before` each since the word before it, white space stripped.

    A word has the tags of the token in which it starts: they are read when first asked for.
    """

    article: Article
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def tokens(self) -> tuple[int, ...]:
        """The token in which each word starts."""
        starts = self.article.token_starts
        return tuple((np.searchsorted(starts, self.starts, side="right") - 1).tolist())

    @cached_property
    def pos(self) -> tuple[str, ...]:
        """The part of speech of each word."""
        return tuple(map(self.article.token_pos.__getitem__, self.tokens))

    def dep(self, at: int) -> str:
        """The dependency label of a word."""
        return self.article.token_dep[self.tokens[at]]

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital."""
        return self.article.reading[self.starts[at]].isupper()

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb that is no participle."""
        if self.pos[at] not in VERB_TAGS:
            return False
        return "VerbForm=Part" not in self.article.token_morph[self.tokens[at]]


@dataclass(frozen=True)
class Wording:
    """All words of an article, and the role noun that covers a word, by word index; `nouns` are
    the nouns of the lexicon.

    They are read when first asked for: where nobody is named or quoted, nothing is.
    """

    article: Article
    nouns: Roles

    @cached_property
    def words(self) -> Words:
        """The words of the article. Linear in its length."""
        return _read_words(self.article)

    @cached_property
    def roles(self) -> dict[int, RoleUse]:
        """The use of a noun of the lexicon that covers a word."""
        return _find_roles(self.words, self.nouns)

    def first_at(self, start: int) -> int:
        """The index of the first word that begins at the character `start` or later."""
        return bisect_left(self.words.starts, start)

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The words that the characters `start`..`end` touch, half-open."""
        first = bisect_right(self.words.ends, start)
        return first, bisect_left(self.words.starts, end, first)


def _read_words(article: Article) -> Words:
    """The text cut at its words: a gap, a word, a gap, … and at last what follows the last word."""
    pieces = WORD.split(article.plain)
    borders = tuple(accumulate(map(len, pieces)))
    return Words(
        article=article,
        texts=tuple(pieces[1::2]),
        starts=borders[:-1:2],
        ends=borders[1::2],
        before=tuple(map(str.strip, pieces[:-1:2])),
    )


def _find_roles(words: Words, roles: Roles) -> dict[int, RoleUse]:
    """The longest noun of the lexicon at each word; a word is part of one noun."""
    uses: dict[int, RoleUse] = {}
    openings = roles.openings
    at = 0  # the first word after the last noun
    for first in [i for i, text in enumerate(words.texts) if text in openings or "-" in text]:
        use = _role_at(words, first, roles) if first >= at else None
        if use is None:
            continue
        for i in range(use.first, use.last):
            uses[i] = use
        at = use.last
    return uses


def _role_at(words: Words, at: int, roles: Roles) -> RoleUse | None:
    joined = words.texts[at]
    best = _form(joined, roles)
    found = RoleUse(best, at, at + 1) if best else None
    last = at + 1
    while joined in roles.beginnings and last < len(words) and not words.before[last]:
        joined += words.texts[last] if joined.endswith("'") else " " + words.texts[last]
        last += 1
        form = roles.get(joined)
        if form:
            found = RoleUse(form, at, last)
    if found and found.last == at + 1 and _is_other_word(words, at, roles):
        return None
    return found


def _form(word: str, roles: Roles) -> RoleForm | None:
    """A single word's form; « ex-ministre » and « président-candidat » count as their noun."""
    form = roles.get(word)
    if form or "-" not in word:
        return form
    for prefix in PREFIXES:
        if word.startswith(prefix):
            return roles.get(word.removeprefix(prefix))
    return roles.get(word.partition("-")[0])


def _is_other_word(words: Words, at: int, roles: Roles) -> bool:
    """A verb or an adjective that looks like a noun: « il enquête », « une source *militaire* »,
    « un *proche* conseiller ». After a determiner a verb is a noun whatever the model says."""
    before = words.texts[at - 1] if at else None
    if before in {"plus", "moins", "très", "trop", "assez"}:
        return True  # « l'hôpital le plus proche »
    followed = at + 1 < len(words) and not words.before[at + 1] and words.texts[at + 1] in roles
    if words.pos[at] == "ADJ" or (followed and words.pos[at + 1] == "NOUN"):
        return followed or (
            before is not None and not words.before[at] and words.pos[at - 1] in {"NOUN", "PROPN"}
        )
    return words.pos[at] in VERB_TAGS and before not in NOMINAL_BEFORE
