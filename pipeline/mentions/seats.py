"""Seats of power: « le Kremlin », « la Maison-Blanche », organisations that belong to a state."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Article
from pipeline.lexicons.forms import Forms, cased_like, find_forms
from pipeline.lexicons.seats import SeatForm
from pipeline.mentions.found import Found
from pipeline.words import Word


def find_seats(article: Article, lexicon: Forms[SeatForm]) -> tuple[Found, ...]:
    """The seats of power an article names, as ORG mentions with their state.

    Args:
        article: the article.
        lexicon: see `pipeline.lexicons.seats.load_seats`.
    """
    words = article.words
    return tuple(
        Found(
            start=words[first].start,
            end=words[after - 1].end,
            label="ORG",
            name=forms[0].seat.name,
            rule="seats",
            country=forms[0].seat.country,
        )
        for first, after, forms in find_forms(lexicon, article.words, article.text, _accepts)
    )


def _accepts(written: Sequence[Word], form: SeatForm) -> bool:
    return cased_like(written, form.form)
