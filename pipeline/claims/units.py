"""Who vouches for which tokens: the article cut into stretches of one voice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.claims.finite import finite_verbs
from pipeline.records import Quote


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens of one parse unit that one voice vouches for, white space left out.

    `quote` is None for the author. The tokens need not be adjacent: an incise, or a quotation in
    the middle of the author's sentence, is left out. `places` are their indices in the document,
    `words` the tokens in small letters, `tags` their parts of speech, `finite` the document's
    finite verbs.
    """

    quote: Quote | None
    places: tuple[int, ...]
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]
    finite: frozenset[int]

    def is_finite(self, token: Token) -> bool:
        """Whether a token, of the unit or not, is a finite verb."""
        return token.i in self.finite

    @property
    def is_question(self) -> bool:
        """« Que faut-il de plus ? »: a question asserts nothing."""
        for token in reversed(self.tokens):
            if not token.is_punct or token.text in {"?", "?!", "!?", "??"}:
                return token.text.startswith("?") or token.text == "!?"
        return False


def cut_units(article: Article, quotes: tuple[Quote, ...]) -> tuple[Unit, ...]:
    """Every token goes to the innermost quote whose content holds it, else to the author.

    Attribution lines (« – Bruno Kahl, chef du renseignement ») say nothing and are left out.

    Args:
        article: the article.
        quotes: its quotes, in any order; they may nest.
    """
    if not article.segments:
        return ()
    voices = _voices(article, quotes)
    tokens, words, tags = tuple(article.doc), article.token_lower, article.token_pos
    finite = finite_verbs(article)
    units: list[Unit] = []
    for start, end in article.units:
        if article.segment_at(article.token_starts[start]).kind == "attribution":
            continue
        places = [at for at in range(start, end) if not words[at].isspace()]
        for quote, said in _by_voice(places, voices):
            units.append(
                Unit(
                    quote=quote,
                    places=tuple(said),
                    tokens=tuple([tokens[at] for at in said]),
                    words=tuple([words[at] for at in said]),
                    tags=tuple([tags[at] for at in said]),
                    finite=finite,
                )
            )
    return tuple(units)


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
    places: list[int], voices: list[Quote | None]
) -> Iterator[tuple[Quote | None, list[int]]]:
    """The tokens of a sentence by who says them, in the order in which they first speak."""
    if places and not any(voices[places[0] : places[-1] + 1]):
        yield None, places  # the author's alone, as most sentences
        return
    parts: dict[str, list[int]] = {}
    said: dict[str, Quote | None] = {}
    for at in places:
        quote = voices[at]
        key = quote.quote_id if quote else ""
        said[key] = quote
        parts.setdefault(key, []).append(at)
    for key, part in parts.items():
        yield said[key], part


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
