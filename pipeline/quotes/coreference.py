"""To whom a pronoun or a function refers: a small resolver whose every choice has a name.

Candidates are what the article has named or described before the phrase. They are filtered by
gender and number, then weighed: nearness, being a subject, having spoken last, being a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.profiles import Profile
from pipeline.quotes.speaker_kinds import kind_of_description
from pipeline.quotes.speaker_phrase import DETERMINERS, PREPOSITIONS, read_phrase
from pipeline.quotes.wording import RoleUse, Wording
from pipeline.records import Mention, SpeakerKind


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that can speak."""

    key: str
    name: str
    kind: SpeakerKind
    entity_id: str | None
    gender: Gender | None
    hint: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place where a referent is named or described."""

    start: int
    end: int
    referent: Referent
    subject: bool
    complement: bool
    role: RoleUse | None


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
FIRST_PERSON = {"je", "j'", "moi", "nous", "on", "me", "m'"}
NEAR = {"celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ce dernier", "cette dernière",
        "ces derniers", "ces dernières"}  # fmt: skip
LOOK_BACK = 80  # candidates
SENTENCES_BACK = 8
LEAST = -2.0  # a candidate under this is no antecedent
KIND_WEIGHT = {"person": 0.6, "role": 0.4, "anonymous": 0.4, "organisation": 0.0, "group": 0.0,
               "country": -0.6, "document": -0.4, "unknown": -1.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What the resolver looks at: the article, its words, its candidates in order, its quotes."""

    article: Article
    wording: Wording
    profiles: dict[str, Profile]
    candidates: tuple[Candidate, ...]
    quotes: tuple[FoundQuote, ...]


def referent_of(mention: Mention, profiles: dict[str, Profile]) -> Referent:
    """A named entity as a speaker."""
    kinds: dict[str, SpeakerKind] = {
        "PERSON": "person",
        "ORG": "organisation",
        "COUNTRY": "country",
    }
    profile = profiles.get(mention.entity_id)
    return Referent(
        key=mention.entity_id,
        name=mention.name,
        kind=kinds.get(mention.label, "unknown"),
        entity_id=mention.entity_id,
        gender=profile.gender if profile else None,
        hint=profile.hint if profile else None,
        plural=profile.plural if profile else False,
    )


def find_candidates(
    article: Article,
    wording: Wording,
    mentions: tuple[Mention, ...],
    profiles: dict[str, Profile],
) -> tuple[Candidate, ...]:
    """Every place where a pronoun may find its antecedent, in the order of the text: named people,
    organisations and countries, and described ones that no name stands beside."""
    found = [
        _named(article, wording, mention, profiles)
        for mention in mentions
        if mention.label in {"PERSON", "ORG"}
        or (mention.label == "COUNTRY" and mention.form != "demonym")
    ]
    taken = {use.first for profile in profiles.values() for use in profile.roles}
    covered = {
        i
        for mention in mentions
        if mention.label in {"PERSON", "ORG"}
        for i in range(*wording.range_of(mention.start, mention.end))
    }
    for at, use in wording.roles.items():
        if use.first == at and at not in taken and at not in covered:
            found.append(_described(article, wording, use))
    return tuple(sorted(found, key=lambda candidate: (candidate.start, -candidate.end)))


def _named(
    article: Article, wording: Wording, mention: Mention, profiles: dict[str, Profile]
) -> Candidate:
    first = wording.range_of(mention.start, mention.end)[0]
    root = article.span(mention.start, mention.end).root
    dep = root.dep_
    if dep in {"appos", "flat:name", "nmod"} and root.head.dep_.startswith("nsubj"):
        dep = "nsubj" if not _after_preposition(wording, first) else dep
    return Candidate(
        start=mention.start,
        end=mention.end,
        referent=referent_of(mention, profiles),
        subject=dep.startswith("nsubj"),
        complement=_after_preposition(wording, first),
        role=None,
    )


def _after_preposition(wording: Wording, first: int) -> bool:
    at = first - 1
    while at >= 0 and at >= first - 3 and wording.words[at].text in DETERMINERS - PREPOSITIONS:
        at -= 1
    return at >= 0 and not wording.words[at + 1].before and wording.words[at].text in PREPOSITIONS


def _described(article: Article, wording: Wording, use: RoleUse) -> Candidate:
    words = wording.words
    first = use.first
    while (
        first > 0
        and not words[first].before
        and (words[first - 1].text in DETERMINERS or words[first - 1].pos == "ADJ")
    ):
        first -= 1
    last = _phrase_last(wording, use)
    place = (words[first].start, words[last - 1].end)
    phrase = read_phrase(article, wording, place)
    token = article.doc[words[use.first].token]
    plural = use.form.plural or phrase.plural
    return Candidate(
        start=place[0],
        end=place[1],
        referent=Referent(
            key=f"{use.form.entry.noun}:{phrase.description.lower()}",
            name=phrase.description or use.form.entry.noun,
            kind=kind_of_description(wording, phrase, unnamed=False),
            entity_id=None,
            gender=phrase.gender or use.form.gender,
            hint=None,
            plural=plural,
        ),
        subject=token.dep_.startswith("nsubj"),
        complement=_after_preposition(wording, first) or words[first].text in {"du", "des", "aux"},
        role=use,
    )


def _phrase_last(wording: Wording, use: RoleUse) -> int:
    """The end of a described phrase: adjectives and complements in *de* after its noun."""
    words, at = wording.words, use.last
    while at < len(words) and not words[at].before:
        word = words[at]
        if word.text in {"de", "du", "des", "d'", "la", "l'", "le", "les"}:
            pass
        elif word.pos not in {"ADJ", "NOUN", "PROPN"}:
            break
        at += 1
    while at > use.last and words[at - 1].text in DETERMINERS | PREPOSITIONS:
        at -= 1
    return at


def resolve_pronoun(
    scene: Scene, place: Place, spoken: Sequence[tuple[Place, Referent]], own: FoundQuote | None
) -> tuple[Referent, str] | None:
    """Who the pronoun at `place` stands for, and how that was found; null if nobody fits.

    Args:
        spoken: the speakers resolved so far, with the place of their phrase, in order.
        own: the quote whose speaker is sought: nobody in its content is.
    """
    text = pronoun_text(scene.wording, place)
    pronoun = PRONOUNS[text]
    options: dict[str, float] = {}
    referents: dict[str, Referent] = {}
    how: dict[str, str] = {}
    enclosing = _enclosing(scene.quotes, place, own)
    counts: dict[str, int] = {}
    for candidate in before(scene.candidates, place[0]):
        referent = candidate.referent
        counts[referent.key] = counts.get(referent.key, 0) + 1
        if not agrees(referent, pronoun.gender, plural=pronoun.plural):
            continue
        if not visible(scene, candidate, own, enclosing):
            continue
        weight, why = _weight(scene, candidate, place, near=text in NEAR)
        if weight > options.get(referent.key, LEAST):
            options[referent.key], referents[referent.key], how[referent.key] = (
                weight,
                referent,
                why,
            )
    for at, referent in spoken[-6:]:
        if at[0] < place[0] and agrees(referent, pronoun.gender, plural=pronoun.plural):
            bonus = _turn_bonus(scene, at, place, last=at == spoken[-1][0])
            if bonus + options.get(referent.key, 0.0) > options.get(referent.key, LEAST):
                options[referent.key] = options.get(referent.key, 0.0) + bonus
                referents.setdefault(referent.key, referent)
                how[referent.key] = "previous speaker"
    if not options:
        return None
    for key in options:
        options[key] += _agreement_bonus(referents[key], pronoun.gender) + 0.15 * min(
            4, counts.get(key, 0)
        )
    best = max(options, key=lambda key: options[key])
    return referents[best], f"pronoun {text} → {how[best]}"


def pronoun_text(wording: Wording, place: Place) -> str:
    """The words of a phrase joined by spaces, an inverted pronoun without its verb (« a-t-il »)."""
    first, last = wording.range_of(*place)
    words = [word.text for word in wording.words[first:last]]
    if len(words) == 1 and words[0] not in PRONOUNS:
        tail = words[0].rsplit("-", 1)[-1]
        return tail if tail in {"il", "elle", "ils", "elles", "on", "je", "nous"} else words[0]
    return " ".join(words)


def agrees(referent: Referent, gender: Gender | None, *, plural: bool) -> bool:
    """Whether a referent may be meant by a phrase of this gender and number. A plural masculine
    takes up anybody; a country's name may be plural (*les États-Unis*)."""
    if referent.plural != plural and referent.kind != "country":
        return False
    if gender is None or referent.gender is None or plural:
        return True
    return gender == referent.gender


def _agreement_bonus(referent: Referent, gender: Gender | None) -> float:
    if gender is None:
        return 0.0
    if referent.gender == gender:
        return 0.4
    if referent.gender is None and referent.hint:
        return 0.3 if referent.hint == gender else -1.0
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


def _enclosing(
    quotes: tuple[FoundQuote, ...], place: Place, own: FoundQuote | None
) -> FoundQuote | None:
    """The direct quote inside which the pronoun stands, if it is somebody else's words."""
    for quote in quotes:
        if quote.start > place[0]:
            break
        inside = quote.start <= place[0] and place[1] <= quote.end
        if (
            inside
            and quote is not own
            and quote.speaker != place
            and quote.kind in {"direct", "block"}
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
    for quote in scene.quotes:
        if quote.start > candidate.start:
            break
        if quote.kind in {"direct", "block"} and quote.start <= candidate.start < quote.end:
            if quote.speaker and quote.speaker[0] <= candidate.start < quote.speaker[1]:
                continue
            return quote is enclosing
    return True


def _weight(scene: Scene, candidate: Candidate, place: Place, *, near: bool) -> tuple[float, str]:
    """How likely a candidate is, and the chief reason."""
    article = scene.article
    here, there = article.sentence_at(place[0]), article.sentence_at(candidate.start)
    distance = _number(here.sentence_id) - _number(there.sentence_id)
    if distance > SENTENCES_BACK:
        return LEAST, ""
    weight = KIND_WEIGHT[candidate.referent.kind] - 0.6 * distance
    why = "nearest that agrees"
    if here.segment_id != there.segment_id:
        weight -= 0.5
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


def _turn_bonus(scene: Scene, at: Place, place: Place, *, last: bool) -> float:
    """Who spoke last goes on speaking: in the same paragraph above all."""
    same = (
        scene.article.segment_at(at[0]).segment_id == scene.article.segment_at(place[0]).segment_id
    )
    if last:
        return 1.5 if same else 0.3
    return 0.4 if same else 0.0


def is_recent(scene: Scene, at: Place, place: Place, sentences: int) -> bool:
    """Whether `at` stands at most so many sentences before `place`."""
    here, there = scene.article.sentence_at(place[0]), scene.article.sentence_at(at[0])
    return 0 <= _number(here.sentence_id) - _number(there.sentence_id) <= sentences


def _number(sentence_id: str) -> int:
    return int(sentence_id.rsplit("-s", 1)[-1])


def speaker_of(referent: Referent, rule: str) -> Speaker:
    return Speaker(name=referent.name, kind=referent.kind, entity_id=referent.entity_id, rule=rule)
