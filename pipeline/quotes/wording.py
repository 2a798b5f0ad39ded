"""The words of an article, with the nouns of `roles.csv` found in them.

The tokens of the model are cut otherwise than the lexicon's compounds (« vice-ministre »), so
phrases are read from words of their own: letters and inner hyphens, an elided word with its '.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from spacy.attrs import IDX

from pipeline.article import Article
from pipeline.lexicons.roles import RoleForm, Roles

WORD = re.compile(r"\w+(?:-\w+)*'?|'(?<=\w')")
LONGEST_COMPOUND = 5  # words: « chef d'état-major des armées »
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


class Word(NamedTuple):  # made for every word of a text, three times as fast as a dataclass
    """A word in lower case, its characters, what stands before it, and its token's tags."""

    text: str
    start: int
    end: int
    before: str  # the text since the previous word, white space stripped
    capital: bool
    pos: str
    dep: str
    features: str
    token: int

    @property
    def verb(self) -> bool:
        """Whether it is a verb that is no participle."""
        return self.pos in VERB_TAGS and "VerbForm=Part" not in self.features


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A noun of the lexicon in the text: words `first`..`last`, half-open."""

    form: RoleForm
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of an article, and the role noun that covers a word, by word index. `reading` is
    the text of the parsed document, in one typography."""

    reading: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    roles: dict[int, RoleUse]

    def first_at(self, start: int) -> int:
        """The index of the first word that begins at the character `start` or later."""
        return bisect_left(self.starts, start)

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The words that the characters `start`..`end` touch, half-open."""
        first = max(0, bisect_right(self.starts, start) - 1)
        if self.words and self.words[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self.starts, end))

    def roles_in(self, first: int, last: int) -> list[RoleUse]:
        """The role nouns that begin in words `first`..`last`, in the order of the text."""
        return [
            self.roles[i]
            for i in range(first, last)
            if i in self.roles and self.roles[i].first == i
        ]


def read_wording(article: Article, roles: Roles) -> Wording:
    """The words of an article. Linear in its length."""
    spans = [match.span() for match in WORD.finditer(article.reading)]
    words = _words_at(article, spans)
    return Wording(
        reading=article.reading,
        words=words,
        starts=tuple([start for start, _ in spans]),
        roles=_find_roles(words, roles),
    )


def _words_at(article: Article, spans: list[tuple[int, int]]) -> tuple[Word, ...]:
    """The words at these characters, each with the tags of the token in which it starts."""
    if not spans:
        return ()
    text = article.reading
    starts, ends = zip(*spans, strict=True)
    between = [text[end:start] for end, start in zip((0, *ends), starts, strict=False)]
    tokens = (np.searchsorted(article.doc.to_array(IDX), starts, side="right") - 1).tolist()
    columns = zip(
        [article.plain[start:end] for start, end in spans],
        starts,
        ends,
        ["" if gap == " " else gap.strip() for gap in between],
        [text[start].isupper() for start in starts],
        map(article.token_pos.__getitem__, tokens),
        map(article.token_dep.__getitem__, tokens),
        map(article.token_morph.__getitem__, tokens),
        tokens,
        strict=True,
    )
    return tuple(map(Word._make, columns))


def _find_roles(words: tuple[Word, ...], roles: Roles) -> dict[int, RoleUse]:
    """The longest noun of the lexicon at each word; a word is part of one noun."""
    uses: dict[int, RoleUse] = {}
    at = 0  # the first word after the last noun
    for first, word in enumerate(words):
        if first < at or not (word.text in roles.openings or "-" in word.text):
            continue
        use = _role_at(words, first, roles)
        if use is None:
            continue
        for i in range(use.first, use.last):
            uses[i] = use
        at = use.last
    return uses


def _role_at(words: tuple[Word, ...], at: int, roles: Roles) -> RoleUse | None:
    joined = words[at].text
    best = _form(joined, roles)
    found = RoleUse(best, at, at + 1) if best else None
    for last in range(at + 1, min(at + LONGEST_COMPOUND, len(words))):
        if words[last].before:
            break
        joined += words[last].text if joined.endswith("'") else " " + words[last].text
        form = roles.get(joined)
        if form:
            found = RoleUse(form, at, last + 1)
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


def _is_other_word(words: tuple[Word, ...], at: int, roles: Roles) -> bool:
    """A verb or an adjective that looks like a noun: « il enquête », « une source *militaire* »,
    « un *proche* conseiller ». After a determiner a verb is a noun whatever the model says."""
    word = words[at]
    before = words[at - 1] if at else None
    if before and before.text in {"plus", "moins", "très", "trop", "assez"}:
        return True  # « l'hôpital le plus proche »
    follower = words[at + 1] if at + 1 < len(words) and not words[at + 1].before else None
    if word.pos == "ADJ" or (follower and follower.text in roles and follower.pos == "NOUN"):
        noun_before = before is not None and not word.before and before.pos in {"NOUN", "PROPN"}
        return noun_before or bool(follower and follower.text in roles)
    if word.pos not in {"VERB", "AUX"}:
        return False
    return before is None or before.text not in NOMINAL_BEFORE
