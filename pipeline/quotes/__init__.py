"""Fourth stage: who is quoted, on what."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.according import find_according
from pipeline.quotes.blocks import find_answers, find_blocks
from pipeline.quotes.cues import find_cues
from pipeline.quotes.direct import find_direct
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.fragments import find_fragments
from pipeline.quotes.incises import find_asides, find_beside, find_incises
from pipeline.quotes.overlaps import settle
from pipeline.quotes.reported import find_reported, shows_without_saying
from pipeline.quotes.rows import make_rows
from pipeline.quotes.speakers import resolve_speakers
from pipeline.quotes.wording import Wording
from pipeline.records import Mention, Quote


def find_quotes(
    article: Article, mentions: tuple[Mention, ...], wording: Wording, lexicons: Lexicons
) -> tuple[Quote, ...]:
    """The quotes of an article, in the order of the text.

    Args:
        article: the parsed document.
        mentions: its mentions, to name the speakers.
        wording: its words, to describe those whom no name names.
        lexicons: the speech verbs, the markers and the roles.
    """
    found = find_places(article, mentions, lexicons)
    speakers = resolve_speakers(article, mentions, found, wording)
    kept = [
        (quote, speaker)
        for quote, speaker in zip(found, speakers, strict=True)
        if not shows_without_saying(quote, speaker, lexicons.cues)
    ]
    return make_rows(article, kept, lexicons.precision)


def find_places(
    article: Article, mentions: tuple[Mention, ...], lexicons: Lexicons
) -> tuple[FoundQuote, ...]:
    """Where the quotes are, each with its cue and the phrase that names its speaker."""
    cues = find_cues(article, lexicons.cues)
    beside = find_beside(article, cues)
    told = settle(
        (
            *find_blocks(article),
            *find_answers(article, mentions),
            *find_according(article, lexicons.markers, lexicons.roles),
            *find_asides(article, cues),
            *find_reported(article, cues, beside),
        )
    )
    direct = find_direct(article, cues, beside, told)
    whole = settle((*told, *direct, *find_incises(article, beside)))
    return settle((*whole, *find_fragments(article, cues, whole)))
