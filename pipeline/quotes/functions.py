"""Whom a function means: « le ministre », « l'officier », « l'ONG », « le document ».

A definite noun phrase takes up somebody whose function the article has given; without that, a bare
one (« la chercheuse ») takes up the person who spoke last, if nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.quotes.candidates import Candidate, Referent, with_profile
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.matching import has_complement, modifiers, related, takes_up
from pipeline.quotes.scene import Scene, Turn, before, is_recent, visible
from pipeline.quotes.speaker_phrase import DEMONSTRATIVES, SpeakerPhrase
from pipeline.quotes.wording import RoleUse

GENERIC = {"personne", "intéressé"}  # nouns that anybody may be: *homme*, *quadragénaire*
Answer = tuple[Referent, str]


@dataclass(frozen=True, slots=True)
class Sought:
    """A phrase whose antecedent is looked for, and what may be one: the candidates `seen` before
    it, the nearest first, and the last speakers."""

    scene: Scene
    phrase: SpeakerPhrase
    head: RoleUse
    place: Place
    seen: tuple[Candidate, ...]
    spoken: Sequence[Turn]

    @property
    def noun(self) -> str:
        return self.head.form.entry.noun

    @property
    def modifiers(self) -> set[str]:
        return modifiers(self.scene.wording, self.head, self.phrase.cut)

    def fits(self, referent: Referent) -> bool:
        """Whether the genders agree, as far as they are known."""
        mine, theirs = self.phrase.gender, referent.gender
        return mine is None or theirs is None or mine == theirs

    def said_of(self, referent: Referent) -> bool:
        """Whether the article has said this function of a person or organisation."""
        profile = self.scene.profiles.get(referent.key)
        return profile is not None and any(
            takes_up(self.scene.wording, self.head, self.phrase.cut, use) for use in profile.roles
        )

    def last_speakers(self) -> list[Referent]:
        return [
            with_profile(referent, self.scene.profiles)
            for at, referent in reversed(self.spoken[-3:])
            if is_recent(self.scene, at, self.place, 3)
        ]


def resolve_function(
    scene: Scene, phrase: SpeakerPhrase, spoken: Sequence[Turn], own: FoundQuote
) -> Answer | None:
    """Whom a definite phrase headed by a noun of the lexicon takes up again, and how that was
    found; null if it stands for itself."""
    head = phrase.head
    if head is None or phrase.plural or not (phrase.definite or phrase.partitive):
        return None
    words = scene.wording.words
    place = (words.starts[phrase.first], words.ends[phrase.last - 1])
    seen = tuple(c for c in reversed(before(scene, place[0])) if visible(scene, c, own))
    sought = Sought(scene, phrase, head, place, seen, spoken)
    if head.form.entry.kind in {"role", "anonymous", "bystander"}:
        return _function_before(sought) or _only_holder(sought) or _last_person(sought)
    if head.form.entry.kind == "organisation":
        return _organisation_before(sought) or _last_organisation(sought)
    return _described(sought)


def _function_before(sought: Sought) -> Answer | None:
    """The last person of whom the function was said, or the last who was described by it."""
    for candidate in sought.seen:
        referent = candidate.referent
        if referent.kind == "person" and sought.fits(referent) and sought.said_of(referent):
            return referent, f"function {sought.noun} said of a person before"
        if candidate.role is not None and _is_same(sought, candidate, candidate.role):
            return referent, f"function {sought.noun} described before"
    return None


def _is_same(sought: Sought, candidate: Candidate, use: RoleUse) -> bool:
    """« le diplomate » after « un diplomate européen »: no new complement."""
    if not use.form.individual or candidate.referent.plural or not related(sought.head, use):
        return False
    wording = sought.scene.wording
    last = wording.range_of(candidate.start, candidate.end)[1]
    return sought.fits(candidate.referent) and sought.modifiers <= modifiers(wording, use, last)


def _only_holder(sought: Sought) -> Answer | None:
    """The one person of whom this very function is said, later in the text (a headline's « le
    ministre de la Défense »)."""
    holders = [
        person
        for person in sought.scene.people
        if sought.fits(person)
        and sought.said_of(person)
        and any(
            use.form.entry.noun == sought.noun for use in sought.scene.profiles[person.key].roles
        )
    ]
    if len(holders) != 1:
        return None
    return holders[0], f"function {sought.noun} said of one person only"


def _last_person(sought: Sought) -> Answer | None:
    """« … », a lancé Marie Durand. La romancière ajoute …: the press varies how it names people.

    Only for a bare noun; somebody who has another function in the article is not meant, unless
    the noun fits anybody (« le quadragénaire »).
    """
    pointed = sought.phrase.determiner in DEMONSTRATIVES  # « cette ancienne juge »
    if sought.phrase.possessive or (sought.modifiers and not pointed):
        return None
    generic = pointed or bool(GENERIC & {sought.noun, *sought.head.form.entry.also})
    subjects = [
        candidate.referent
        for candidate in sought.seen
        if candidate.subject
        and is_recent(sought.scene, (candidate.start, candidate.end), sought.place, 3)
    ]
    for referent in [*sought.last_speakers(), *subjects]:
        profile = sought.scene.profiles.get(referent.key)
        free = generic or profile is None or not profile.roles
        somebody = referent.kind == "person" or (generic and referent.kind == "role")
        if somebody and free and sought.fits(referent) and not referent.plural:
            return referent, f"function {sought.noun} → last person who fits"
    return None


def _named_organisations(sought: Sought) -> list[Candidate]:
    """None where the phrase names its own: « l'association des maires »."""
    complement = has_complement(sought.scene.wording, sought.head, sought.phrase.cut)
    if sought.phrase.possessive or complement:
        return []
    return [
        candidate
        for candidate in sought.seen
        if candidate.referent.kind == "organisation" and candidate.referent.entity_id
    ]


def _organisation_before(sought: Sought) -> Answer | None:
    """« l'ONG » after « l'ONG Human Rights Watch », « le parti » after « le Parti populaire »."""
    named = _named_organisations(sought)
    for candidate in named:
        if sought.said_of(candidate.referent):
            return candidate.referent, f"sort of organisation {sought.noun} said before"
    for candidate in named:
        if sought.noun.lower() in candidate.referent.name.lower().split():
            return candidate.referent, f"{sought.noun} is in the organisation's name"
    return None


def _last_organisation(sought: Sought) -> Answer | None:
    """The organisation that spoke last, else the nearest of this sentence or the one before it."""
    if "organisation" not in {sought.noun, *sought.head.form.entry.also}:
        return None  # « le tribunal » is no way to take up a company
    named = _named_organisations(sought)
    keys = {candidate.referent.key for candidate in named}
    for referent in sought.last_speakers():
        if referent.key in keys:
            return referent, f"sort of organisation {sought.noun} → last that spoke"
    recent = [c for c in named if is_recent(sought.scene, (c.start, c.end), sought.place, 1)]
    if not recent:
        return None
    return recent[0].referent, f"sort of organisation {sought.noun} → nearest organisation"


def _described(sought: Sought) -> Answer | None:
    """A bare document or group means the one described in full before: « le document », « le
    gouvernement » after « le gouvernement syrien »."""
    if sought.modifiers or sought.phrase.possessive:
        return None
    kind = sought.head.form.entry.kind
    related_only: Answer | None = None
    for candidate in sought.seen:
        use = candidate.role
        if use is None or use.form.plural or use.form.entry.kind != kind:
            continue
        if candidate.referent.plural or " " not in candidate.referent.name:
            continue
        named = has_complement(sought.scene.wording, use, use.last + 3)
        if use.form.entry.noun == sought.noun and (kind == "document" or named):
            return _in_full(candidate, sought.spoken), f"{sought.noun} described before"
        if related_only is None and kind == "document" and related(sought.head, use):
            why = f"{sought.noun} takes up {use.form.entry.noun}"
            related_only = _in_full(candidate, sought.spoken), why
    return related_only


def _in_full(candidate: Candidate, spoken: Sequence[Turn]) -> Referent:
    """A speaker's phrase describes more than its noun with its first complements."""
    for at, referent in spoken:
        if at[0] <= candidate.start < at[1]:
            return referent
    return candidate.referent
