"""The choice of a speaker made again: who might have been meant, and why one was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quotes import find_places
from pipeline.quotes.candidates import Candidate, Referent
from pipeline.quotes.coreference import (
    PRONOUNS,
    SENTENCES_BACK,
    agrees,
    pronoun_text,
    weigh_options,
)
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.functions import Sought
from pipeline.quotes.scene import Scene, before, read_scene, sentences_between, visible
from pipeline.quotes.speaker_phrase import read_phrase
from pipeline.quotes.speakers import Resolved, resolve_turns
from pipeline.quotes.wording import Wording
from pipeline.records import Document
from pipeline.segment import read_article

KEPT = "kept"
PASSED_OVER = 8  # the nearest of those who can't be meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """Somebody who might be the speaker, at the place that speaks most for it. `weight` is how
    likely a pronoun means them, the greatest being kept; `verdict` why they were kept or not."""

    name: str
    kind: str
    start: int
    end: int
    weight: float | None
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whom the installed program takes for the speaker, by which rule, and among whom. There is
    nothing to choose where the phrase names its speaker."""

    speaker_name: str | None
    speaker_rule: str
    contenders: tuple[Contender, ...]


def choose_again(
    document: Document, row: Mapping[str, Any], nlp: Language, lexicons: Lexicons
) -> Choice | None:
    """The choice of the speaker of a quote, made again from its text.

    Args:
        document: the document of the quote.
        row: the quote, as the table has it.
        nlp: the model.
        lexicons: the lexicons.

    Returns:
        The choice, or null if the quote is no longer found at its place.
    """
    article = read_article(document, nlp)
    mentions = find_mentions(article, lexicons)
    quotes = find_places(article, mentions, lexicons)
    scene = read_scene(article, mentions, quotes, Wording(article, lexicons.roles))
    for quote, turn in zip(quotes, resolve_turns(scene, quotes), strict=True):
        if (quote.start, quote.end, quote.rule) == (row["start"], row["end"], row["rule"]):
            return Choice(
                speaker_name=turn.referent.name if turn.referent else None,
                speaker_rule=turn.rule,
                contenders=tuple(_contenders(scene, quote, turn)),
            )
    return None


def _contenders(scene: Scene, quote: FoundQuote, turn: Resolved) -> Iterator[Contender]:
    if quote.speaker is None:
        return
    if turn.rule.startswith("pronoun "):
        yield from _of_pronoun(scene, quote, quote.speaker, turn)
    elif turn.rule.startswith(("function ", "sort of organisation ")):
        yield from _of_function(scene, quote, quote.speaker, turn)


def _of_pronoun(
    scene: Scene, quote: FoundQuote, place: Place, turn: Resolved
) -> Iterator[Contender]:
    """Those who agree by their weight, then those who were passed over, the nearest first."""
    options = weigh_options(scene, place, turn.spoken, quote)
    for option in sorted(options, key=lambda option: -option.weight):
        kept = turn.referent is not None and option.candidate.referent.key == turn.referent.key
        verdict = f"{KEPT}: {option.why}" if kept else f"less likely: {option.why}"
        yield _contender(option.candidate, verdict, option.weight)
    pronoun = PRONOUNS[pronoun_text(scene.wording, place)]
    weighed = {option.candidate.referent.key for option in options}

    def why_not(candidate: Candidate) -> str:
        if not agrees(candidate.referent, candidate.referent.gender, pronoun):
            return "another gender or number"
        if not visible(scene, candidate, quote):
            return "named inside somebody's words"
        return "too far, or too little speaks for it"

    yield from _passed_over(_near(scene, place[0]), weighed, why_not)


def _of_function(
    scene: Scene, quote: FoundQuote, place: Place, turn: Resolved
) -> Iterator[Contender]:
    """The people, or the organisations, before a function: of whom the article says it."""
    phrase = read_phrase(scene.article, scene.wording, place)
    if phrase.head is None or turn.referent is None:
        return
    seen = tuple(reversed(before(scene, place[0])))
    sought = Sought(scene, phrase, phrase.head, place, seen, turn.spoken)
    organisations = turn.referent.kind == "organisation"

    def verdict(candidate: Candidate) -> str:
        if turn.referent is not None and candidate.referent.key == turn.referent.key:
            return KEPT
        if not sought.fits(candidate.referent):
            return "another gender"
        if not visible(scene, candidate, quote):
            return "named inside somebody's words"
        said = sought.said_of(candidate.referent)
        return f"« {sought.noun} » is said of it too" if said else f"not called « {sought.noun} »"

    kinds = {"organisation"} if organisations else {"person", "role", "anonymous"}
    yield from _passed_over((c for c in seen if c.referent.kind in kinds), set(), verdict)


def _near(scene: Scene, start: int) -> Iterator[Candidate]:
    for candidate in reversed(before(scene, start)):
        if sentences_between(scene, candidate.start, start) <= SENTENCES_BACK:
            yield candidate


def _passed_over(
    candidates: Iterable[Candidate], known: set[str], verdict: Callable[[Candidate], str]
) -> Iterator[Contender]:
    """Everybody who is not known yet, at the first place given, as far as PASSED_OVER."""
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.referent.key not in known:
            first.setdefault(candidate.referent.key, candidate)
    for candidate in islice(first.values(), PASSED_OVER):
        yield _contender(candidate, verdict(candidate), None)


def _contender(candidate: Candidate, verdict: str, weight: float | None) -> Contender:
    referent: Referent = candidate.referent
    return Contender(
        name=referent.name,
        kind=referent.kind,
        start=candidate.start,
        end=candidate.end,
        weight=None if weight is None else round(weight, 2),
        verdict=verdict,
    )
