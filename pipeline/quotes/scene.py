"""What the resolver looks at: an article, its words, who is named in it and who speaks in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.quotes.candidates import Candidate, Referent
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.profiles import Profile
from pipeline.quotes.wording import Wording

LOOK_BACK = 80  # candidates
TOPIC_NAMED = 4  # times, for an article to be about a person
NESTED = 4  # how many direct quotes may begin before a place inside the first of them
Turn = tuple[Place, Referent]  # the place of a speaker's phrase, and who that is


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its candidates in the order of the text. `speech` are its direct and block
    quotes, `topic` the key of the person it is about, if it names one much more than others."""

    article: Article
    wording: Wording
    profiles: dict[str, Profile]
    candidates: tuple[Candidate, ...]
    ends: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    speech: tuple[FoundQuote, ...]
    speech_starts: tuple[int, ...]
    topic: str | None


def set_scene(
    article: Article,
    wording: Wording,
    profiles: dict[str, Profile],
    candidates: tuple[Candidate, ...],
    quotes: tuple[FoundQuote, ...],
) -> Scene:
    """Gather what the resolver looks at."""
    speech = tuple(
        sorted(
            (quote for quote in quotes if quote.kind in {"direct", "block"}),
            key=lambda quote: (quote.start, -quote.end),
        )
    )
    return Scene(
        article=article,
        wording=wording,
        profiles=profiles,
        candidates=candidates,
        ends=tuple(candidate.end for candidate in candidates),
        sentence_starts=tuple(sentence.start for sentence in article.sentences),
        speech=speech,
        speech_starts=tuple(quote.start for quote in speech),
        topic=_topic(candidates),
    )


def _topic(candidates: tuple[Candidate, ...]) -> str | None:
    """The person named often, and twice as often as any other."""
    counts: dict[str, int] = {}
    for candidate in candidates:
        if candidate.referent.kind == "person":
            counts[candidate.referent.key] = counts.get(candidate.referent.key, 0) + 1
    first, second = [*sorted(counts.values(), reverse=True), 0, 0][:2]
    if first < TOPIC_NAMED or first < 2 * second:
        return None
    return max(counts, key=lambda key: counts[key])


def before(scene: Scene, start: int) -> tuple[Candidate, ...]:
    """The candidates that end before the character `start`: the nearest LOOK_BACK of them."""
    high = bisect_right(scene.ends, start)
    return scene.candidates[max(0, high - LOOK_BACK) : high]


def speech_at(scene: Scene, start: int) -> FoundQuote | None:
    """The direct quote whose words the character `start` belongs to, its incise left out."""
    high = bisect_right(scene.speech_starts, start)
    for quote in reversed(scene.speech[max(0, high - NESTED) : high]):
        if start < quote.end and not (
            quote.speaker and quote.speaker[0] <= start < quote.speaker[1]
        ):
            return quote
    return None


def visible(
    scene: Scene,
    candidate: Candidate,
    own: FoundQuote | None,
    enclosing: FoundQuote | None = None,
) -> bool:
    """Names inside somebody's words are no antecedents for a phrase outside them."""
    if own is not None and own.start <= candidate.start < own.end:
        return False
    speech = speech_at(scene, candidate.start)
    return speech is None or speech is enclosing


def sentences_between(scene: Scene, early: int, late: int) -> int:
    """How many sentences after that of the character `early` the one of `late` comes."""
    starts = scene.sentence_starts
    return bisect_right(starts, late) - bisect_right(starts, early)


def is_recent(scene: Scene, at: Place, place: Place, sentences: int) -> bool:
    """Whether `at` stands at most so many sentences before `place`."""
    return 0 <= sentences_between(scene, at[0], place[0]) <= sentences
