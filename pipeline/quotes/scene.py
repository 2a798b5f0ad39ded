"""What the resolver looks at: an article, its words, who is named in it and who speaks in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
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
    quotes, `people` those it names, `topic` the one it is about, if it names one far more often."""

    article: Article
    wording: Wording
    profiles: dict[str, Profile]
    candidates: tuple[Candidate, ...]
    ends: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    speech: tuple[FoundQuote, ...]
    speech_starts: tuple[int, ...]
    people: tuple[Referent, ...]
    topic: Referent | None


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
    named = [c.referent for c in candidates if c.referent.kind == "person"]
    return Scene(
        article=article,
        wording=wording,
        profiles=profiles,
        candidates=candidates,
        ends=tuple(candidate.end for candidate in candidates),
        sentence_starts=tuple(sentence.start for sentence in article.sentences),
        speech=speech,
        speech_starts=tuple(quote.start for quote in speech),
        people=tuple({person.key: person for person in named}.values()),
        topic=_topic(named),
    )


def _topic(named: list[Referent]) -> Referent | None:
    """The person named often, and twice as often as any other."""
    counts = Counter(person.key for person in named).most_common(2)
    if not counts or counts[0][1] < TOPIC_NAMED:
        return None
    if len(counts) > 1 and counts[0][1] < 2 * counts[1][1]:
        return None
    return next(person for person in named if person.key == counts[0][0])


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
