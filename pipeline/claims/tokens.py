"""What the rules of this stage ask of tokens, as plain values.

A rule takes the tokens of an article and the index of the one it is about: `tokens.pos[token]`.
(spaCy makes a token anew each time it is asked for one, and its strings too.)
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from spacy.lang import lex_attrs
from spacy.tokens import Doc

from pipeline.article import Article, Children

is_punct = lru_cache(maxsize=2**12)(lex_attrs.is_punct)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article in columns.

    `reading` is the text they are cut from, `start` and `end` are character offsets in it. `lower`
    is the token in small letters, `pos`, `dep` and `morph` are what the model says of it.
    `head` is a token (a root is its own), `children` are tokens in the order of the text. `where`
    has the tokens of each word in small letters, `opening` the first tokens of the parse units.
    """

    doc: Doc
    reading: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    lower: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    morph: tuple[str, ...]
    head: tuple[int, ...]
    children: Children
    where: Mapping[str, list[int]]
    opening: frozenset[int]

    def places(self, words: Set[str]) -> list[int]:
        """The tokens that are one of `words`, in no order."""
        return [token for word in words & self.where.keys() for token in self.where[word]]

    def lemma(self, token: int) -> str:
        """The lemma of a token, as the model gives it. (Few are asked for.)"""
        return str(self.doc[token].lemma_)

    def text(self, token: int) -> str:
        """A token as written."""
        return self.reading[self.start[token] : self.end[token]]

    def initial(self, token: int) -> str:
        """The first character of a token, as written."""
        return self.reading[self.start[token]]

    def lefts(self, token: int) -> list[int]:
        """The children of a token that stand before it."""
        return [child for child in self.children[token] if child < token]

    def hangs_on(self, token: int, first: int, last: int) -> bool:
        """Whether a token is one of `first`..`last` or stands below one of them in the parse."""
        head = self.head
        while not first <= token <= last:
            above = head[token]
            if above == token:
                return False
            token = above
        return True


def tokens_of(article: Article) -> Tokens:
    """The tokens of an article, under their indices in `article.doc`."""
    return Tokens(
        doc=article.doc,
        reading=article.reading,
        start=article.token_starts,
        end=article.token_ends,
        lower=article.token_lower,
        pos=article.token_pos,
        dep=article.token_dep,
        morph=article.token_morph,
        head=article.token_heads,
        children=article.token_children,
        where=article.token_places,
        opening=frozenset([first for first, _ in article.units]),
    )
