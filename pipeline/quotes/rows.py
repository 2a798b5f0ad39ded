"""Rows: the quotes with their speakers, as the table has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.article import Article
from pipeline.quotes.confidence import confidence_of
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.records import Quote


def parts(quote: FoundQuote | Quote) -> tuple[Place, ...]:
    """The places of a quote's content: its envelope, less the incise inside it.

    The incise goes from the first to the last character of the cue, and of the speaker beside it.
    """
    cue, speaker = _cue(quote), _speaker(quote)
    if cue is None or not (quote.start < cue[0] and cue[1] < quote.end):
        return ((quote.start, quote.end),)
    inside = [cue]
    if speaker is not None and quote.start < speaker[0] and speaker[1] < quote.end:
        inside.append(speaker)
    return (
        (quote.start, min(place[0] for place in inside)),
        (max(place[1] for place in inside), quote.end),
    )


def _cue(quote: FoundQuote | Quote) -> Place | None:
    if isinstance(quote, FoundQuote):
        return quote.cue
    if quote.cue_start is None or quote.cue_end is None:
        return None
    return quote.cue_start, quote.cue_end


def _speaker(quote: FoundQuote | Quote) -> Place | None:
    if isinstance(quote, FoundQuote):
        return quote.speaker
    if quote.speaker_start is None or quote.speaker_end is None:
        return None
    return quote.speaker_start, quote.speaker_end


def make_rows(
    article: Article,
    found: Iterable[tuple[FoundQuote, Speaker]],
    precision: Mapping[str, float],
) -> tuple[Quote, ...]:
    """One row a quote with its speaker, in the order given; `precision` as in `confidence_of`."""
    return tuple(
        _row(
            article,
            quote,
            speaker,
            quote_id=f"{article.document.doc_id}-q{number}",
            confidence=confidence_of(quote.rule, speaker.rule, precision),
        )
        for number, (quote, speaker) in enumerate(found, start=1)
    )


def _row(
    article: Article, quote: FoundQuote, speaker: Speaker, *, quote_id: str, confidence: float
) -> Quote:
    text, doc_id = article.text, article.document.doc_id
    content = " ".join(text[start:end].strip(" ,\u00a0\u202f") for start, end in parts(quote))
    cue, phrase = quote.cue, quote.speaker
    return Quote(
        doc_id=doc_id,
        quote_id=quote_id,
        sentence_id=article.sentence_at(quote.start).sentence_id,
        start=quote.start,
        end=quote.end,
        text=content if len(parts(quote)) > 1 else text[quote.start : quote.end],
        kind=quote.kind,
        cue=text[slice(*cue)] if cue else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        speaker=text[slice(*phrase)] if phrase else None,
        speaker_start=phrase[0] if phrase else None,
        speaker_end=phrase[1] if phrase else None,
        speaker_name=speaker.name,
        speaker_kind=speaker.kind,
        speaker_id=speaker.entity_id,
        speaker_rule=speaker.rule,
        confidence=confidence,
        rule=quote.rule,
    )
