"""Who vouches for which tokens: the article cut into stretches of one voice."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.claims.finite import finite_verbs
from pipeline.records import Quote


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens of one parse unit that one voice vouches for, white space left out.

    `quote` is None for the author. The tokens need not be adjacent: an incise, or a quotation in
    the middle of the author's sentence, is left out. `finite` are the document's finite verbs.
    """

    quote: Quote | None
    tokens: tuple[Token, ...]
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
    voice: list[Quote | None] = [None] * len(article.doc)
    for quote in sorted(quotes, key=lambda q: (q.start - q.end, q.start)):
        for start, end in content_parts(quote):
            span = article.doc.char_span(start, end, alignment_mode="expand")
            for token in span or ():
                if start <= token.idx < end:
                    voice[token.i] = quote
    finite = finite_verbs(article.doc)
    units: list[Unit] = []
    for sentence in article.doc.sents:
        if article.segment_at(sentence.start_char).kind == "attribution":
            continue
        by_voice: dict[str, list[Token]] = {}
        voices: dict[str, Quote | None] = {}
        for token in sentence:
            if token.is_space:
                continue
            said = voice[token.i]
            key = said.quote_id if said else ""
            voices[key] = said
            by_voice.setdefault(key, []).append(token)
        units.extend(Unit(voices[key], tuple(tokens), finite) for key, tokens in by_voice.items())
    return tuple(units)


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
