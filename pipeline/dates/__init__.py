"""Dates and periods in the text, placed in the calendar by the day of publication.

A row covers the expression with the article and the preposition that make it one (« en mars 2022 »,
« depuis le début de l'année »), but not a « de » that ties it to a noun (« l'attaque de
vendredi »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.dates.context import Context, tense_of
from pipeline.dates.dateline import dateline_of
from pipeline.dates.expressions import Hit, find_expressions
from pipeline.dates.frames import Frame, frame_of, framed, is_introduced
from pipeline.dates.periods import Period
from pipeline.dates.resolve import resolve
from pipeline.lexicons import Lexicons
from pipeline.lexicons.calendar import Calendar
from pipeline.records import Date

DAYS = {"day", "weekday", "day_word", "told_day", "iso", "figures"}  # expressions of one day
LONE = {
    "month",
    "year",
}  # expressions that are dates only in a frame, or with a year or « dernier »

ANY = re.compile(
    r"(?<!\w)(?:une?|chaque|tout|certains?) {1,3}\Z"
)  # « un dimanche », « chaque été »
EN = re.compile(r"(?<!\w)en {1,3}\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A date: where it stands, its period, what gave it."""

    start: int
    end: int
    period: Period
    rule: str


def find_dates(article: Article, lexicons: Lexicons) -> tuple[Date, ...]:
    """The dates of an article, in the order of the text.

    Args:
        article: the article; dates such as « vendredi » are counted from its publication, or from
            its dateline if that has a year; without either they have no days.
        lexicons: the lexicons.
    """
    if not article.sentences:
        return ()
    return tuple(
        _row(article, found, number)
        for number, found in enumerate(_find(article, lexicons), start=1)
    )


def _find(article: Article, lexicons: Lexicons) -> Iterator[Found]:
    text = article.plain
    context, origin = _context(article, lexicons)
    segment, floor = None, 0
    for hit in find_expressions(text, article.words, context.calendar, context.numbers):
        start, end = hit.match.span()
        if start < floor:
            continue
        if article.segment_at(start) is not segment:
            segment = article.segment_at(start)
            context = _in_next_segment(context)
        tense = tense_of(article, article.root_of(start, end), context.calendar)
        if tense != context.tense:
            context = context._replace(tense=tense)
        is_day = hit.name in DAYS
        frame = frame_of(text, floor, (start, end), context.calendar, is_day=is_day)
        if not _is_date(article, text, hit, frame, context.calendar):
            continue
        period = resolve(hit, context)
        if period is None:
            continue
        rule = "+".join(filter(None, (hit.name, tense, frame.edge, frame.bound, origin)))
        yield Found(frame.start, frame.end, framed(period, frame), rule)
        context, floor = _remembered(context, hit, period), frame.end


def _context(article: Article, lexicons: Lexicons) -> tuple[Context, str | None]:
    """What dates are counted from, and where that comes from if not from the input."""
    context = Context(
        calendar=lexicons.calendar, numbers=lexicons.numbers, today=article.document.published
    )
    if context.today is not None:
        return context, None
    today = dateline_of(article, context)
    return context._replace(today=today), "dateline" if today else None


def _remembered(context: Context, hit: Hit, period: Period) -> Context:
    """The context with what was just told: the day, or the year of a longer period."""
    start = period.start
    if start is None:
        return context
    day = period.day if hit.name in DAYS else None
    years = context.years
    if day is not None and hit.match.groupdict().get("year"):
        years = {**years, (day.month, day.day): day.year}
    return context._replace(told=day, told_year=start.year, years=years)


def _in_next_segment(context: Context) -> Context:
    """The context without what was told in the segment before."""
    return context._replace(told=None, told_year=None) if context.told_year else context


def _is_date(article: Article, text: str, hit: Hit, frame: Frame, lexicon: Calendar) -> bool:
    """Whether what looks like a date is one: a month or a year needs something that says so."""
    groups = hit.match.groupdict()
    if hit.name == "weekday" and _is_name(article, hit):
        return False
    if ANY.search(text, max(0, hit.match.start() - 12), hit.match.start()):
        return False
    if hit.name not in LONE:
        return True
    alone = not (groups.get("said") or groups.get("mi") or groups.get("turn"))
    start = hit.match.start()
    introduced = frame.start < start or is_introduced(text, start, lexicon)
    if hit.name == "month" and groups["year"] is None:
        return not _is_name(article, hit) and (introduced or not alone)
    if hit.name == "year" and alone:
        return introduced and not _counts(article, text, hit)
    return True


def _is_name(article: Article, hit: Hit) -> bool:
    """« Vendredi » or « Mars » with a capital inside a sentence is a name, or a planet."""
    group = "weekday" if hit.name == "weekday" else "month"
    start = hit.match.start(group)
    word = article.text[start : hit.match.end(group)]
    if not word[0].isupper() or word.isupper() or hit.match.groupdict().get("article") == "ce":
        return False
    token = article.span(start, start + 1)[0]
    return not (token.is_sent_start or token.nbor(-1).is_punct)


def _counts(article: Article, text: str, hit: Hit) -> bool:
    """« de 2000 soldats », « de 2014 UZ224 »: a number or a name, not a year."""
    end = hit.match.end()
    if EN.search(text, max(0, hit.match.start("year") - 6), hit.match.start("year")):
        return False
    last = article.span(hit.match.start("year"), end)[-1]
    if last.i + 1 >= len(article.doc) or article.text[end : end + 1] not in {" ", "\u00a0"}:
        return False
    following = last.nbor(1)
    if any(map(str.isdigit, following.text)) and any(map(str.isupper, following.text)):
        return True
    return following.pos_ == "NOUN" and following.head.i != last.i and not following.is_stop


def _row(article: Article, found: Found, number: int) -> Date:
    doc_id = article.document.doc_id
    return Date(
        doc_id=doc_id,
        date_id=f"{doc_id}-d{number}",
        sentence_id=article.sentence_at(found.start).sentence_id,
        start=found.start,
        end=found.end,
        text=article.text[found.start : found.end],
        date_start=found.period.start,
        date_end=found.period.end,
        precision=found.period.precision,
        modifier=found.period.modifier,
        rule=found.rule,
    )
