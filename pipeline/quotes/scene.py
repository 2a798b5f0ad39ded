"""What the resolver looks at: an article, its words, who is named in it and who speaks in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from pipeline.article import Article
from pipeline.quotes.candidates import Candidate, Referent, find_candidates
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.named import Name, read_names
from pipeline.quotes.profiles import Profile, read_profiles
from pipeline.quotes.wording import Wording
from pipeline.records import Mention

LOOK_BACK = 80  # candidates
TOPIC_NAMED = 4  # times, for an article to be about a person
NESTED = 4  # how many direct quotes may begin before a place inside the first of them
Turn = tuple[Place, Referent]  # the place of a speaker's phrase, and who that is


@dataclass(frozen=True)
class Scene:
    """An article with the mentions that hold a word, and what it says of whom they name. `speech`
    are its direct and block quotes.

    Whom a phrase may take up, and what is said of them, is gathered when first asked for: a name
    needs nobody before it.
    """

    article: Article
    wording: Wording
    mentions: tuple[Mention, ...]
    speech: tuple[FoundQuote, ...]
    speech_starts: tuple[int, ...]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Where it names those who can speak."""
        return read_names(self.article, self.wording, self.mentions)

    @cached_property
    def profiles(self) -> dict[str, Profile]:
        """What it says of each of them."""
        return read_profiles(self.article, self.wording, self.names)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those whom a phrase may take up, in the order of the text."""
        return find_candidates(self.article, self.wording, self.names, self.profiles)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The character after each candidate."""
        return tuple(candidate.end for candidate in self.candidates)

    @cached_property
    def people(self) -> tuple[Referent, ...]:
        """The people whom the article names."""
        return tuple({person.key: person for person in self._named}.values())

    @cached_property
    def topic(self) -> Referent | None:
        """The person whom the article is about, if it names one far more often than others."""
        return _topic(self._named)

    @property
    def _named(self) -> list[Referent]:
        return [c.referent for c in self.candidates if c.referent.kind == "person"]


def read_scene(
    article: Article,
    mentions: tuple[Mention, ...],
    quotes: tuple[FoundQuote, ...],
    wording: Wording,
) -> Scene:
    """What the resolver looks at, for the arguments of `resolve_speakers`."""
    speech = tuple(
        sorted(
            (quote for quote in quotes if quote.kind in {"direct", "block"}),
            key=lambda quote: (quote.start, -quote.end),
        )
    )
    return Scene(
        article=article,
        wording=wording,
        mentions=_with_words(wording, mentions),
        speech=speech,
        speech_starts=tuple(quote.start for quote in speech),
    )


def _with_words(wording: Wording, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions that hold a word, in the order of the text."""
    ranges = ((mention, wording.range_of(mention.start, mention.end)) for mention in mentions)
    found = [mention for mention, (first, last) in ranges if first < last]
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


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
    return scene.article.sentence_index(late) - scene.article.sentence_index(early)


def is_recent(scene: Scene, at: Place, place: Place, sentences: int) -> bool:
    """Whether `at` stands at most so many sentences before `place`."""
    return 0 <= sentences_between(scene, at[0], place[0]) <= sentences
