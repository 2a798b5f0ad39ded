"""Who vouches for which tokens: the article cut into stretches of one voice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.article import Article
from pipeline.claims.finite import finite_verbs
from pipeline.claims.tokens import Tokens, is_punct, tokens_of
from pipeline.claims.turning import turning_tokens
from pipeline.lexicons.modality import ModalityLexicon
from pipeline.records import Quote


class Unit(NamedTuple):
    """The tokens of one parse unit that one voice vouches for, white space left out.

    `quote` is None for the author. The tokens need not be adjacent: an incise, or a quotation in
    the middle of the author's sentence, is left out. `places` are their indices in the document,
    `words` the tokens in small letters, `tags` their parts of speech.

    `tokens`, `finite` (the finite verbs) and `turning` (see `turning_tokens`) are the document's.
    """

    quote: Quote | None
    places: tuple[int, ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]
    tokens: Tokens
    finite: frozenset[int]
    turning: frozenset[int]

    @property
    def is_question(self) -> bool:
        """« Que faut-il de plus ? »: a question asserts nothing."""
        for word in reversed(self.words):
            if not is_punct(word) or word in {"?", "?!", "!?", "??"}:
                return word.startswith("?") or word == "!?"
        return False

    def start(self, at: int) -> int:
        """The first character of the token at a position."""
        return self.tokens.start[self.places[at]]

    def label(self, at: int) -> str:
        """The dependency label of the token at a position."""
        return self.tokens.dep[self.places[at]]

    def head(self, at: int) -> int:
        """The head of the token at a position."""
        return self.tokens.head[self.places[at]]


def cut_units(
    article: Article, quotes: tuple[Quote, ...], lexicon: ModalityLexicon
) -> tuple[Unit, ...]:
    """Every token goes to the innermost quote whose content holds it, else to the author.

    Attribution lines (« – Bruno Kahl, chef du renseignement ») say nothing and are left out.

    Args:
        article: the article.
        quotes: its quotes, in any order; they may nest.
        lexicon: the modal verbs, which the model may take for nouns.
    """
    if not article.segments:
        return ()
    tokens = tokens_of(article)
    finite = finite_verbs(tokens)
    turning = turning_tokens(tokens, finite, lexicon)
    voices = _voices(article, quotes)
    units: list[Unit] = []
    for places in _read_units(article):
        for quote, said in _by_voice(places, voices):
            words, tags = _cut(tokens.lower, said), _cut(tokens.pos, said)
            units.append(Unit(quote, tuple(said), words, tags, tokens, finite, turning))
    return tuple(units)


def _read_units(article: Article) -> Iterator[Sequence[int]]:
    """The tokens of each parse unit that says something, white space left out."""
    is_space = article.token_is_space
    attributed = "attribution" in [segment.kind for segment in article.segments]
    for start, end in article.units:
        if attributed and article.segment_at(article.token_starts[start]).kind == "attribution":
            continue
        if True in is_space[start:end]:
            yield [token for token in range(start, end) if not is_space[token]]
        else:
            yield range(start, end)


def _cut(column: tuple[str, ...], places: Sequence[int]) -> tuple[str, ...]:
    """What a column has at some places, in their order."""
    first, after = places[0], places[-1] + 1
    if after - first == len(places):  # none between is left out, as in most units
        return column[first:after]
    return tuple([column[token] for token in places])


def _voices(article: Article, quotes: tuple[Quote, ...]) -> list[Quote | None]:
    """The innermost quote that holds each token, null for the author's."""
    starts = article.token_starts
    voices: list[Quote | None] = [None] * len(starts)
    for quote in sorted(quotes, key=lambda q: (q.start - q.end, q.start)):
        for start, end in content_parts(quote):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            voices[first:last] = [quote] * (last - first)
    return voices


def _by_voice(
    places: Sequence[int], voices: list[Quote | None]
) -> Iterator[tuple[Quote | None, Sequence[int]]]:
    """The tokens of a sentence by who says them, in the order in which they first speak."""
    if places and not any(voices[places[0] : places[-1] + 1]):
        yield None, places  # the author's alone, as most sentences
        return
    parts: dict[str, tuple[Quote | None, list[int]]] = {}
    for quote, said in groupby(places, key=voices.__getitem__):
        parts.setdefault(quote.quote_id if quote else "", (quote, []))[1].extend(said)
    yield from parts.values()


def content_parts(quote: Quote) -> tuple[tuple[int, int], ...]:
    """The character ranges of a quote's content: its envelope less an incise (cue and speaker)."""
    inside = [
        (start, end)
        for start, end in (
            (quote.cue_start, quote.cue_end),
            (quote.speaker_start, quote.speaker_end),
        )
        if start is not None and end is not None and quote.start < start and end < quote.end
    ]
    if not inside:
        return ((quote.start, quote.end),)
    first, last = min(start for start, _ in inside), max(end for _, end in inside)
    return ((quote.start, first), (last, quote.end))
