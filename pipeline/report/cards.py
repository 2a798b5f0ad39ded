"""What is said of a passage when it is pointed at: one card for an entity, a quote or a claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.records import Claim, Mention, Quote

UNCONFIRMED = frozenset({"conditional", "possible"})


@dataclass(frozen=True, slots=True)
class MentionCard:
    """The mentions of one entity that were found in one way.

    Attributes:
        card: its id in the page.
        mention: the first of them; what is shown is the same for all.
        texts: the words they are written in, each once.
        count: how many they are.
    """

    card: str
    mention: Mention
    texts: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A quote and its id in the page."""

    card: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim and its id in the page."""

    card: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards of an article."""

    mentions: tuple[MentionCard, ...]
    quotes: tuple[QuoteCard, ...]
    claims: tuple[ClaimCard, ...]


def is_unconfirmed(claim: Claim) -> bool:
    """Whether a claim is put with reserve (« aurait tiré », « pourrait tirer ») or denied."""
    return claim.modality in UNCONFIRMED or claim.polarity == "negative"


def is_plain(claim: Claim) -> bool:
    """Whether a claim is the article's own and put as plain fact: such a claim needs no card."""
    return claim.source == "author" and claim.modality == "factual" and claim.polarity == "positive"


def make_cards(
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    claims: tuple[Claim, ...],
    prefix: str = "",
) -> Cards:
    """The cards of an article, in the order of the text.

    Args:
        mentions, quotes, claims: the rows of the article.
        prefix: what the ids of the cards start with, where several articles share a page.
    """
    told = [claim for claim in claims if not is_plain(claim)]
    return Cards(
        mentions=_mention_cards(mentions, prefix),
        quotes=tuple(QuoteCard(f"{prefix}q{n}", quote) for n, quote in enumerate(quotes, 1)),
        claims=tuple(ClaimCard(f"{prefix}c{n}", claim) for n, claim in enumerate(told, 1)),
    )


def mention_key(mention: Mention) -> tuple[str | None, ...]:
    """What a card shows of a mention: mentions that share it share the card."""
    return (
        mention.entity_id,
        mention.label,
        mention.name,
        mention.country,
        mention.subtype,
        mention.form,
        mention.rule,
    )


def _mention_cards(mentions: tuple[Mention, ...], prefix: str) -> tuple[MentionCard, ...]:
    grouped: dict[tuple[str | None, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention_key(mention)].append(mention)
    return tuple(
        MentionCard(
            card=f"{prefix}m{number}",
            mention=members[0],
            texts=tuple(dict.fromkeys(mention.text for mention in members)),
            count=len(members),
        )
        for number, members in enumerate(grouped.values(), start=1)
    )
