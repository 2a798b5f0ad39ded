"""One article as its page shows it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from pipeline.records import LABELS, Document
from pipeline.report.cards import Cards, MentionCard, is_unconfirmed, make_cards
from pipeline.report.highlights import find_highlights
from pipeline.report.labels import label_class, label_letter
from pipeline.report.layout import Layout, lay_out
from pipeline.report.names import slug
from pipeline.report.rows import ArticleRows
from pipeline.report.strings import Strings

EXCERPT = 80  # characters of the text that stand for a missing title


@dataclass(frozen=True, slots=True)
class Heading:
    """What names an article in the index and in the links to it.

    Attributes:
        title: its title, or the start of its text.
        titled: whether it has a title of its own.
        slug: its safe name; the name of its page without suffix.
        mentions, quotes, unconfirmed: how many it has.
    """

    title: str
    titled: bool
    published: datetime.date | None
    slug: str
    mentions: int
    quotes: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A label that the article has, how often, and the cards of its mentions."""

    label: str
    style: str
    letter: str
    count: int
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of an article shows."""

    heading: Heading
    document: Document
    prefix: str
    title_in_text: bool
    layout: Layout
    legend: tuple[LegendEntry, ...]
    cards: Cards


def heading_of(rows: ArticleRows) -> Heading:
    """The heading of an article: its title, or the start of its text, and its counts."""
    document = rows.document
    start = " ".join(document.text[: 4 * EXCERPT].split())
    excerpt = start if len(start) <= EXCERPT else start[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return Heading(
        title=document.title or excerpt or document.doc_id,
        titled=bool(document.title),
        published=document.published,
        slug=slug(document.doc_id),
        mentions=len(rows.mentions),
        quotes=len(rows.quotes),
        unconfirmed=sum(map(is_unconfirmed, rows.claims)),
    )


def view_article(rows: ArticleRows, strings: Strings, prefix: str = "") -> ArticleView:
    """The view of an article.

    Args:
        rows: what the tables say of it.
        strings: the words of the page.
        prefix: what ids in the page start with, where several articles share one.
    """
    cards = make_cards(rows.mentions, rows.quotes, rows.claims, prefix)
    highlights = find_highlights(rows, cards, strings)
    return ArticleView(
        heading=heading_of(rows),
        document=rows.document,
        prefix=prefix,
        title_in_text=any(segment.kind == "title" for segment in rows.segments),
        layout=lay_out(rows.document.text, rows.segments, highlights),
        legend=_legend(cards.mentions, strings),
        cards=cards,
    )


def _legend(cards: tuple[MentionCard, ...], strings: Strings) -> tuple[LegendEntry, ...]:
    """The labels of the article: the pipeline's in their order, then a user's."""
    grouped: dict[str, list[MentionCard]] = defaultdict(list)
    for card in cards:
        grouped[card.mention.label].append(card)
    known = [label for label in LABELS if label in grouped]
    return tuple(
        LegendEntry(
            label=label,
            style=label_class(label),
            letter=label_letter(label, strings),
            count=sum(card.count for card in grouped[label]),
            cards=tuple(card.card for card in grouped[label]),
        )
        for label in (*known, *sorted(grouped.keys() - set(LABELS)))
    )
