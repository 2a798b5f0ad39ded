"""To whom a pronoun or a function refers: a small resolver whose every choice has a name.

Candidates are what the article has named or described before the phrase. They are filtered by
gender and number, then weighed: nearness, being a subject, having spoken last, being a person.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.candidates import Candidate, Referent
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.profiles import Profile
from pipeline.quotes.wording import Wording


@dataclass(frozen=True, slots=True)
class Pronoun:
    gender: Gender | None
    plural: bool


PRONOUNS = {
    "il": Pronoun("m", False), "elle": Pronoun("f", False),
    "ils": Pronoun("m", True), "elles": Pronoun("f", True),
    "lui": Pronoun("m", False), "lui-même": Pronoun("m", False),
    "elle-même": Pronoun("f", False), "eux": Pronoun("m", True),
    "celui-ci": Pronoun("m", False), "celle-ci": Pronoun("f", False),
    "ceux-ci": Pronoun("m", True), "celles-ci": Pronoun("f", True),
    "celui-là": Pronoun("m", False), "celle-là": Pronoun("f", False),
    "ce dernier": Pronoun("m", False), "cette dernière": Pronoun("f", False),
    "ces derniers": Pronoun("m", True), "ces dernières": Pronoun("f", True),
    "le": Pronoun("m", False), "la": Pronoun("f", False), "l'": Pronoun(None, False),
    "les": Pronoun(None, True), "leur": Pronoun(None, True), "se": Pronoun(None, False),
    "s'": Pronoun(None, False),
}  # fmt: skip
NEAR = {"celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ce dernier", "cette dernière",
        "ces derniers", "ces dernières"}  # fmt: skip
LOOK_BACK = 80  # candidates
SENTENCES_BACK = 8
LEAST = -2.0  # a candidate under this is no antecedent
LAST_TURN = 1.0  # who spoke last in the paragraph goes on speaking
PERSONAL = {"person", "role", "anonymous"}
OTHER_PARAGRAPH = 1.2
SALIENCE = 0.12  # for each place where somebody is named, up to four
NESTED = 4  # how many direct quotes may begin before a place inside the first of them
Turn = tuple[Place, "Referent"]
KIND_WEIGHT = {"person": 0.6, "role": 0.4, "anonymous": 0.4, "organisation": 0.0, "group": 0.0,
               "country": -0.6, "document": -0.4, "unknown": -1.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What the resolver looks at: the article, its words, its candidates in order, its quotes."""

    article: Article
    wording: Wording
    profiles: dict[str, Profile]
    candidates: tuple[Candidate, ...]
    speech: tuple[FoundQuote, ...]
    speech_starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Option:
    candidate: Candidate
    weight: float
    why: str


def resolve_pronoun(
    scene: Scene, place: Place, spoken: Sequence[Turn], own: FoundQuote | None
) -> tuple[Referent, str] | None:
    """Who the pronoun at `place` stands for, and how that was found; null if nobody fits.

    Args:
        spoken: the speakers resolved so far, with the place of their phrase, in order.
        own: the quote whose speaker is sought: nobody in its content is.
    """
    text = pronoun_text(scene.wording, place)
    pronoun = PRONOUNS[text]
    genders = {referent.key: referent.gender for _, referent in spoken if referent.gender}
    enclosing = _enclosing(scene, place, own)
    best: dict[str, _Option] = {}
    counts: dict[str, int] = {}
    for option in _options(scene, place, spoken, near=text in NEAR):
        referent = option.candidate.referent
        counts[referent.key] = counts.get(referent.key, 0) + 1
        gender = genders.get(referent.key, referent.gender)
        if (
            agrees(referent, gender, pronoun)
            and visible(scene, option.candidate, own, enclosing)
            and option.weight > best.get(referent.key, _NOBODY).weight
        ):
            best[referent.key] = replace(
                option, weight=option.weight + _gender_bonus(gender, referent.hint, pronoun)
            )
    if not best:
        return None
    key = max(best, key=lambda key: best[key].weight + SALIENCE * min(4, counts[key]))
    referent = best[key].candidate.referent
    if pronoun.gender and not pronoun.plural and not referent.gender:
        referent = replace(referent, gender=pronoun.gender)  # « elle » tells that she is a woman
    return referent, f"pronoun {text} → {best[key].why}"


def _options(
    scene: Scene, place: Place, spoken: Sequence[Turn], *, near: bool
) -> Iterator[_Option]:
    """Every candidate before a pronoun with its weight, those who have spoken lately last."""
    segment = scene.article.segment_at(place[0]).segment_id
    turns = sorted((turn for turn in spoken[-6:] if turn[0][1] <= place[0]), key=lambda t: t[0])
    goes_on = turns[-1][0] if turns and not near else None
    for candidate in before(scene.candidates, place[0]):
        weight, why = _weight(scene, candidate, place, near=near)
        if goes_on and candidate.subject and candidate.start >= goes_on[1]:
            if candidate.referent.kind in {"person", "role"} and visible(scene, candidate, None):
                goes_on = None  # somebody else has come up since
        yield _Option(candidate, weight, why)
    for at, referent in turns:
        turn = Candidate(*at, referent, subject=True, complement=False)
        weight, _ = _weight(scene, turn, place, near=near)
        if at == goes_on and scene.article.segment_at(at[0]).segment_id == segment:
            weight += LAST_TURN if referent.kind in PERSONAL else LAST_TURN / 4
        yield _Option(turn, weight, "previous speaker")


def pronoun_text(wording: Wording, place: Place) -> str:
    """The words of a phrase joined by spaces, an inverted pronoun without its verb (« a-t-il »)."""
    first, last = wording.range_of(*place)
    words = [word.text for word in wording.words[first:last]]
    if len(words) == 1 and words[0] not in PRONOUNS:
        tail = words[0].rsplit("-", 1)[-1]
        return tail if tail in {"il", "elle", "ils", "elles", "on", "je", "nous"} else words[0]
    return " ".join(words).replace("' ", "'")


def agrees(referent: Referent, gender: Gender | None, pronoun: Pronoun) -> bool:
    """Whether a referent of this gender may be meant. A plural masculine takes up anybody; a
    country's name may be plural (*les États-Unis*)."""
    if referent.plural != pronoun.plural and referent.kind != "country":
        return False
    if gender is None or pronoun.gender is None or (pronoun.plural and pronoun.gender == "m"):
        return True
    return gender == pronoun.gender


def _gender_bonus(gender: Gender | None, hint: Gender | None, pronoun: Pronoun) -> float:
    if pronoun.gender is None:
        return 0.0
    if gender == pronoun.gender:
        return 0.4
    if gender is None and hint:
        return 0.3 if hint == pronoun.gender else -1.0
    return 0.0


def before(candidates: tuple[Candidate, ...], start: int) -> tuple[Candidate, ...]:
    """The candidates that end before the character `start`: the nearest LOOK_BACK of them."""
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if candidates[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return candidates[max(0, low - LOOK_BACK) : low]


def speech_at(scene: Scene, start: int) -> FoundQuote | None:
    """The direct quote whose words the character `start` belongs to, its incise left out."""
    high = bisect_right(scene.speech_starts, start)
    for quote in reversed(scene.speech[max(0, high - NESTED) : high]):
        if start < quote.end and not (
            quote.speaker and quote.speaker[0] <= start < quote.speaker[1]
        ):
            return quote
    return None


def _enclosing(scene: Scene, place: Place, own: FoundQuote | None) -> FoundQuote | None:
    """The direct quote inside which a pronoun stands, if it is somebody else's words."""
    quote = speech_at(scene, place[0])
    return None if quote is own else quote


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


def _weight(scene: Scene, candidate: Candidate, place: Place, *, near: bool) -> tuple[float, str]:
    """How likely a candidate is, and the chief reason."""
    article = scene.article
    here, there = article.sentence_at(place[0]), article.sentence_at(candidate.start)
    distance = _number(here.sentence_id) - _number(there.sentence_id)
    if distance > SENTENCES_BACK:
        return LEAST, ""
    weight = KIND_WEIGHT[candidate.referent.kind] - 0.6 * distance
    why = "nearest that agrees"
    if candidate.referent.entity_id is None and candidate.referent.kind == "organisation":
        weight -= 0.5  # « à l'hôpital »: a place more often than a source
    if here.segment_id != there.segment_id:
        weight -= OTHER_PARAGRAPH
        if article.segment_at(candidate.start).kind in {"title", "heading"}:
            weight -= 0.5
    if candidate.subject and not near:
        weight += 1.2
        why = f"subject before ({candidate.referent.kind})"
    if candidate.complement:
        weight -= 0.5
    if near:
        weight -= (place[0] - candidate.start) / 400
    return weight, why


def is_recent(scene: Scene, at: Place, place: Place, sentences: int) -> bool:
    """Whether `at` stands at most so many sentences before `place`."""
    here, there = scene.article.sentence_at(place[0]), scene.article.sentence_at(at[0])
    return 0 <= _number(here.sentence_id) - _number(there.sentence_id) <= sentences


def _number(sentence_id: str) -> int:
    return int(sentence_id.rsplit("-s", 1)[-1])


_NOBODY = _Option(
    Candidate(0, 0, Referent("", "", "unknown", None, None, None, False), False, False),
    LEAST,
    "",
)


def speaker_of(referent: Referent, rule: str) -> Speaker:
    return Speaker(name=referent.name, kind=referent.kind, entity_id=referent.entity_id, rule=rule)
