"""What is drawn on an article: its mentions, its quotes with cue and speaker, doubtful claims."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Claim, Quote
from pipeline.report.cards import Cards, is_unconfirmed, mention_key
from pipeline.report.labels import label_class, label_letter
from pipeline.report.pieces import Highlight
from pipeline.report.rows import ArticleRows
from pipeline.report.strings import Strings


def find_highlights(rows: ArticleRows, cards: Cards, strings: Strings) -> list[Highlight]:
    """Everything that is drawn on an article, each part tied to the card that explains it."""
    return [
        *_mentions(rows, cards, strings),
        *(one for card in cards.quotes for one in _quote(card.card, card.quote, rows, strings)),
        *(
            _claim(card.card, card.claim, strings)
            for card in cards.claims
            if is_unconfirmed(card.claim)
        ),
    ]


def _mentions(rows: ArticleRows, cards: Cards, strings: Strings) -> Iterator[Highlight]:
    places = {mention_key(card.mention): card.card for card in cards.mentions}
    for mention in rows.mentions:
        yield Highlight(
            mention.start,
            mention.end,
            "mention",
            places[mention_key(mention)],
            style=label_class(mention.label),
            tag=label_letter(mention.label, strings),
        )


def _quote(card: str, quote: Quote, rows: ArticleRows, strings: Strings) -> Iterator[Highlight]:
    tag = f"— {quote.speaker_name or strings['no_speaker']}"
    *others, (start, end) = content_spans(quote, rows.document.text)
    for part in others:
        yield Highlight(*part, "quote", card, style=quote.kind)
    yield Highlight(start, end, "quote", card, style=quote.kind, tag=tag)
    if quote.cue_start is not None and quote.cue_end is not None:
        yield Highlight(quote.cue_start, quote.cue_end, "cue", card)
    if quote.speaker_start is not None and quote.speaker_end is not None:
        yield Highlight(quote.speaker_start, quote.speaker_end, "speaker", card)


def content_spans(quote: Quote, text: str) -> list[tuple[int, int]]:
    """Where the content of a quote stands, without the incise (« *Je signe*, dit-elle, *demain* »).

    The row's text is its slice less the incise: what both have at the start and at the end is the
    content. Where that does not account for the whole text, the quote is one span.
    """
    whole = text[quote.start : quote.end]
    if quote.text == whole:
        return [(quote.start, quote.end)]
    before = _common_start(whole, quote.text)
    left = quote.text[before:]
    after = _common_start(whole[::-1], left[::-1])
    if not before or not after or left[: len(left) - after].strip():
        return [(quote.start, quote.end)]
    return [(quote.start, quote.start + before), (quote.end - after, quote.end)]


def _common_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _claim(card: str, claim: Claim, strings: Strings) -> Highlight:
    told = [strings.term("modalities", claim.modality)] if claim.modality != "factual" else []
    if claim.polarity == "negative":
        told.append(strings.term("polarities", "negative"))
    return Highlight(
        claim.start, claim.end, "claim", card, style=claim.modality, tag=", ".join(told)
    )
