"""To whom a pronoun or a function refers: a small resolver whose every choice has a name.

Candidates are what the article has named or described before the phrase. They are filtered by
gender and number, then weighed: nearness, being a subject, having spoken last, being a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.lexicons.roles import Gender
from pipeline.quotes.candidates import Candidate, Referent, with_profile
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.scene import Scene, Turn, before, sentences_between, speech_at, visible
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
    "les": Pronoun(None, True), "leur": Pronoun(None, True),
}  # fmt: skip
SUBJECTS = {"il", "elle", "ils", "elles", "je", "j'", "on"}
CLITICS = {"lui", "leur", "le", "la", "l'", "les", "y", "en", "se", "s'", "ne", "n'", "me", "m'"}
NEAR = {"celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ce dernier", "cette dernière",
        "ces derniers", "ces dernières"}  # fmt: skip
SENTENCES_BACK = 8
LEAST = -1.5  # a candidate under this is no antecedent
LEAST_PLURAL = -0.3  # plurals are many and their heads are not all in the lexicon
TOPIC = 0.5
LAST_TURN = 1.0  # who spoke last in the paragraph goes on speaking
PERSONAL = {"person", "role", "anonymous"}
OTHER_PARAGRAPH = 1.5
SALIENCE = 0.12  # for each place where somebody is named, up to four
KIND_WEIGHT = {"person": 0.8, "role": 0.4, "anonymous": 0.4, "organisation": 0.0, "group": 0.0,
               "country": -0.6, "document": -0.4, "unknown": -1.0}  # fmt: skip


class Option(NamedTuple):
    """A candidate with how likely it is the antecedent, and the chief reason."""

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
    options = weigh_options(scene, place, spoken, own)
    if not options:
        return _topic(scene, pronoun, text)
    best = max(options, key=lambda option: option.weight)
    referent = best.candidate.referent
    if pronoun.gender and not pronoun.plural and not referent.gender:
        referent = referent._replace(gender=pronoun.gender)  # « elle » tells that she is a woman
    return referent, f"pronoun {text} → {best.why}"


def weigh_options(
    scene: Scene, place: Place, spoken: Sequence[Turn], own: FoundQuote | None
) -> tuple[Option, ...]:
    """Those for whom the pronoun at `place` may stand, each at the likeliest of its places (see
    `resolve_pronoun`)."""
    text = pronoun_text(scene.wording, place)
    pronoun = PRONOUNS[text]
    spoken = [(at, with_profile(referent, scene.profiles)) for at, referent in spoken]
    genders = {referent.key: referent.gender for _, referent in spoken if referent.gender}
    enclosing = _enclosing(scene, place, own)
    best: dict[str, Option] = {}
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
            weight = option.weight + _gender_bonus(gender, referent.hint, pronoun)
            best[referent.key] = option._replace(weight=weight)
    least = LEAST_PLURAL if pronoun.plural else LEAST
    return tuple(
        option._replace(weight=option.weight + SALIENCE * min(4, counts[key]))
        for key, option in best.items()
        if option.weight > least
    )


def _topic(scene: Scene, pronoun: Pronoun, text: str) -> tuple[Referent, str] | None:
    """Far from any name, « il » is the person whom the article is about."""
    if scene.topic is None or not agrees(scene.topic, scene.topic.gender, pronoun):
        return None
    return scene.topic, f"pronoun {text} → whom the article is about"


def _options(scene: Scene, place: Place, spoken: Sequence[Turn], *, near: bool) -> Iterator[Option]:
    """Every candidate before a pronoun with its weight, those who have spoken lately last."""
    segment = scene.article.segment_at(place[0]).segment_id
    turns = sorted((turn for turn in spoken[-6:] if turn[0][1] <= place[0]), key=lambda t: t[0])
    goes_on = turns[-1][0] if turns and not near else None
    for candidate in before(scene, place[0]):
        weight, why = _weight(scene, candidate, place, near=near)
        if goes_on and candidate.start >= goes_on[1] and _comes_up(scene, candidate):
            goes_on = None
        yield Option(candidate, weight, why)
    for at, referent in turns:
        turn = Candidate(*at, referent, subject=True, complement=False)
        weight, _ = _weight(scene, turn, place, near=near)
        if at == goes_on and scene.article.segment_at(at[0]).segment_id == segment:
            weight += LAST_TURN if referent.kind in PERSONAL else LAST_TURN / 4
        yield Option(turn, weight, "previous speaker")


def _comes_up(scene: Scene, candidate: Candidate) -> bool:
    """Whether somebody new takes the stage: then who spoke last need not go on."""
    kind = candidate.referent.kind
    return candidate.subject and kind in {"person", "role"} and visible(scene, candidate, None)


def pronoun_text(wording: Wording, place: Place) -> str:
    """The words of a phrase joined by spaces, an inverted pronoun without its verb (« a-t-il »)."""
    first, last = wording.range_of(*place)
    words = wording.words.texts[first:last]
    if len(words) > 1 and words[0] in SUBJECTS and words[1] in CLITICS:
        return words[0]  # « il lui »
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


def _enclosing(scene: Scene, place: Place, own: FoundQuote | None) -> FoundQuote | None:
    """The direct quote inside which a pronoun stands, if it is somebody else's words."""
    quote = speech_at(scene, place[0])
    return None if quote is own else quote


def _weight(scene: Scene, candidate: Candidate, place: Place, *, near: bool) -> tuple[float, str]:
    """How likely a candidate is, and the chief reason."""
    article, referent = scene.article, candidate.referent
    distance = sentences_between(scene, candidate.start, place[0])
    if distance > SENTENCES_BACK:
        return LEAST, ""
    weight = KIND_WEIGHT[referent.kind] - 0.6 * distance
    why = "nearest that agrees"
    if referent.kind == "group" and not referent.plural:
        weight -= 0.4
    if referent.entity_id is None and referent.kind in {"organisation", "document"}:
        weight -= 0.0 if candidate.subject else 0.6  # « à l'hôpital », « dans son livre »
    if scene.topic is not None and referent.key == scene.topic.key:
        weight += TOPIC
    here, there = article.segment_at(place[0]), article.segment_at(candidate.start)
    if here.segment_id != there.segment_id:
        weight -= OTHER_PARAGRAPH
        if there.kind in {"title", "heading"}:
            weight -= 0.5
    if candidate.subject and not near:
        weight += 1.2
        why = f"subject before ({referent.kind})"
    if candidate.complement and not near:
        weight -= 0.5
    if near:
        weight -= (place[0] - candidate.start) / 400
    return weight, why


_NOBODY = Option(
    Candidate(0, 0, Referent("", "", "unknown", None, None, None, False), False, False),
    LEAST,
    "",
)


def speaker_of(referent: Referent, rule: str) -> Speaker:
    return Speaker(name=referent.name, kind=referent.kind, entity_id=referent.entity_id, rule=rule)
