"""The stages as components: each reads what those before it left on a `Doc` and adds its rows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc, Span

from pipeline.article import Article
from pipeline.claims import find_claims
from pipeline.components.extensions import (
    TABLES,
    Placed,
    Row,
    read_rows,
    span_of,
    write_rows,
)
from pipeline.components.reading import article_of
from pipeline.dates import find_dates
from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.mentions import find_mentions
from pipeline.quantities import find_quantities
from pipeline.quotes import find_quotes
from pipeline.quotes.wording import Wording
from pipeline.records import Claim, Date, Mention, Quantity, Quote, Role
from pipeline.roles import find_roles
from pipeline.runs.tools import with_user_names


@dataclass(frozen=True, slots=True)
class Stage:
    """A component. It holds names alone, so that it can be sent to another process; lexicons are
    loaded once in each."""

    kind: type[Row]
    user_lexicons: tuple[str, ...] = ()

    def __call__(self, doc: Doc) -> Doc:
        article = article_of(doc)
        lexicons = lexicons_with(self.user_lexicons)
        rows = FINDERS[self.kind](article, lexicons) if article.segments else ()
        write_rows(doc, self.kind, rows)
        groups: dict[str, list[Span]] = {name: [] for name in groups_of(self.kind)}
        for placed in chain.from_iterable(map(places_of, rows)):
            groups[placed.group].append(span_of(doc, placed))
        for name, spans in groups.items():
            doc.spans[name] = spans
        return doc


@cache
def lexicons_with(user_lexicons: tuple[str, ...]) -> Lexicons:
    """The lexicons with the names of users' files, loaded once."""
    return with_user_names(load_lexicons(), map(Path, user_lexicons), _warn)


def _roles(article: Article, lexicons: Lexicons) -> tuple[Role, ...]:
    wording = Wording(article, lexicons.roles)
    return find_roles(article, read_rows(article.doc, Mention), wording, lexicons)


def _quantities(article: Article, lexicons: Lexicons) -> tuple[Quantity, ...]:
    doc = article.doc
    return find_quantities(article, read_rows(doc, Mention), read_rows(doc, Date), lexicons)


def _quotes(article: Article, lexicons: Lexicons) -> tuple[Quote, ...]:
    wording = Wording(article, lexicons.roles)
    return find_quotes(article, read_rows(article.doc, Mention), wording, lexicons)


def _claims(article: Article, lexicons: Lexicons) -> tuple[Claim, ...]:
    doc = article.doc
    return find_claims(article, read_rows(doc, Mention), read_rows(doc, Quote), lexicons)


FINDERS: dict[type[Row], Callable[[Article, Lexicons], tuple[Row, ...]]] = {
    Mention: find_mentions,
    Role: _roles,
    Date: find_dates,
    Quantity: _quantities,
    Quote: _quotes,
    Claim: _claims,
}


def groups_of(kind: type[Row]) -> tuple[str, ...]:
    """The span groups that rows of one table are put in."""
    if kind is Quote:
        return TABLES[kind], "quidit_cues", "quidit_speakers"
    return (TABLES[kind],)


def places_of(row: Row) -> Iterator[Placed]:
    """Where a row gets its spans: one, and for a quote one for its cue and one for its speaker."""
    group = TABLES[type(row)]
    match row:
        case Mention(start=start, end=end):
            yield Placed(group, start, end, row.label, row.entity_id, row.mention_id)
        case Role(start=start, end=end):
            yield Placed(group, start, end, "role", row.entity_id, row.role_id)
        case Date(start=start, end=end):
            yield Placed(group, start, end, row.precision, None, row.date_id)
        case Quantity(start=start, end=end):
            yield Placed(group, start, end, row.unit or "number", None, row.quantity_id)
        case Claim(start=start, end=end):
            yield Placed(group, start, end, row.modality, row.source_id, row.claim_id)
        case Quote():
            yield from _places_of_quote(row)


def _places_of_quote(row: Quote) -> Iterator[Placed]:
    whole, cues, speakers = groups_of(Quote)
    yield Placed(whole, row.start, row.end, row.kind, row.speaker_id, row.quote_id)
    if row.cue_start is not None and row.cue_end is not None:
        yield Placed(cues, row.cue_start, row.cue_end, "cue", None, row.quote_id)
    if row.speaker_start is not None and row.speaker_end is not None:
        start, end = row.speaker_start, row.speaker_end
        yield Placed(speakers, start, end, row.speaker_kind, row.speaker_id, row.quote_id)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
