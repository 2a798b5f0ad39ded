"""Whom a function means: « le ministre », « l'officier », « l'ONG », « le document ».

A definite noun phrase takes up somebody whose function the article has given; without that, a bare
one (« la chercheuse ») takes up the person who spoke last, if nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.quotes.candidates import Candidate, Referent
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.matching import modifiers, related, takes_up
from pipeline.quotes.scene import Scene, Turn, before, is_recent, visible
from pipeline.quotes.speaker_phrase import PREPOSITIONS, SpeakerPhrase
from pipeline.quotes.wording import RoleUse

GENERIC = {"personne", "intéressé"}


def resolve_function(
    scene: Scene, phrase: SpeakerPhrase, spoken: Sequence[Turn], own: FoundQuote
) -> tuple[Referent, str] | None:
    """Whom a definite phrase headed by a noun of the lexicon takes up again, and how that was
    found; null if it stands for itself."""
    head = phrase.head
    if head is None or phrase.plural or not (phrase.definite or phrase.partitive):
        return None
    place = (scene.wording.words[phrase.first].start, scene.wording.words[phrase.last - 1].end)
    kind = head.form.entry.kind
    seen = [
        candidate
        for candidate in reversed(before(scene, place[0]))
        if visible(scene, candidate, own)
    ]
    if kind in {"role", "anonymous", "bystander"}:
        return _individual(scene, phrase, head, seen, spoken, place)
    if kind == "organisation":
        return _organisation(scene, phrase, head, seen, spoken, place)
    return _described(scene, phrase, head, seen, spoken)


def _individual(
    scene: Scene,
    phrase: SpeakerPhrase,
    head: RoleUse,
    seen: list[Candidate],
    spoken: Sequence[Turn],
    place: Place,
) -> tuple[Referent, str] | None:
    noun = head.form.entry.noun
    for candidate in seen:
        referent = candidate.referent
        if referent.kind == "person" and _gender_fits(referent, phrase):
            roles = scene.profiles[referent.key].roles
            if any(takes_up(scene.wording, head, phrase.cut, use) for use in roles):
                return referent, f"function {noun} said of a person before"
        elif candidate.role is not None and candidate.role.form.individual and not referent.plural:
            if _same_described(scene, head, phrase, candidate):
                return referent, f"function {noun} described before"
    later = _only_holder(scene, phrase, head)
    if later is not None:
        return later, f"function {noun} said of one person only"
    if phrase.possessive or modifiers(scene.wording, head, phrase.cut):
        return None
    return _last_person(scene, head, phrase, seen, spoken, place)


def _last_person(
    scene: Scene,
    head: RoleUse,
    phrase: SpeakerPhrase,
    seen: list[Candidate],
    spoken: Sequence[Turn],
    place: Place,
) -> tuple[Referent, str] | None:
    """« … », a lancé Marie Durand. La romancière ajoute …: the press varies how it names people."""
    noun = head.form.entry.noun
    generic = noun in GENERIC or bool(GENERIC & set(head.form.entry.also))
    turns = [turn for turn in reversed(spoken[-3:]) if is_recent(scene, turn[0], place, 3)]
    people = [referent for _, referent in turns] + [
        candidate.referent
        for candidate in seen
        if candidate.subject and is_recent(scene, (candidate.start, candidate.end), place, 2)
    ]
    for referent in people:
        if referent.kind != "person" or not _gender_fits(referent, phrase):
            continue
        profile = scene.profiles.get(referent.key)
        if generic or profile is None or not profile.roles:
            return referent, f"function {noun} → last person who fits"
    return None


def _organisation(
    scene: Scene,
    phrase: SpeakerPhrase,
    head: RoleUse,
    seen: list[Candidate],
    spoken: Sequence[Turn],
    place: Place,
) -> tuple[Referent, str] | None:
    noun = head.form.entry.noun
    if phrase.possessive or _has_name(scene, head, phrase.cut):
        return None
    named = [
        candidate
        for candidate in seen
        if candidate.referent.kind == "organisation" and candidate.referent.entity_id
    ]
    for candidate in named:
        roles = scene.profiles[candidate.referent.key].roles
        if any(takes_up(scene.wording, head, phrase.cut, use) for use in roles):
            return candidate.referent, f"sort of organisation {noun} said before"
    for candidate in named:
        if noun.lower() in candidate.referent.name.lower().split():
            return candidate.referent, f"{noun} is in the organisation's name"
    if "organisation" not in {noun, *head.form.entry.also}:
        return None
    turns = [turn for turn in reversed(spoken[-3:]) if is_recent(scene, turn[0], place, 3)]
    for _, referent in turns:
        if referent.kind == "organisation" and referent.entity_id:
            return referent, f"sort of organisation {noun} → last that spoke"
    recent = [c for c in named if is_recent(scene, (c.start, c.end), place, 1)]
    for candidate in sorted(recent, key=lambda c: not c.subject):
        return candidate.referent, f"sort of organisation {noun} → nearest organisation"
    return None


def _described(
    scene: Scene,
    phrase: SpeakerPhrase,
    head: RoleUse,
    seen: list[Candidate],
    spoken: Sequence[Turn],
) -> tuple[Referent, str] | None:
    """A bare document or group means the one described in full before: « le document », « le
    gouvernement » after « le gouvernement syrien »."""
    entry = head.form.entry
    if modifiers(scene.wording, head, phrase.cut) or phrase.possessive:
        return None
    document = entry.kind == "document"
    for same_noun in (True, False):
        for candidate in seen:
            use = candidate.role
            if use is None or candidate.referent.plural or use.form.entry.kind != entry.kind:
                continue
            if " " not in candidate.referent.name or use.form.plural:
                continue
            same = use.form.entry.noun == entry.noun
            if same_noun and same and (document or _has_name(scene, use, use.last + 3)):
                return _in_full(candidate, spoken), f"{entry.noun} described before"
            if not same_noun and document and related(head, use):
                return _in_full(candidate, spoken), f"{entry.noun} takes up {use.form.entry.noun}"
    return None


def _in_full(candidate: Candidate, spoken: Sequence[Turn]) -> Referent:
    """A speaker's phrase describes more than its noun with its first complements."""
    for at, referent in spoken:
        if at[0] <= candidate.start < at[1]:
            return referent
    return candidate.referent


def _gender_fits(referent: Referent, phrase: SpeakerPhrase) -> bool:
    return phrase.gender is None or referent.gender is None or referent.gender == phrase.gender


def _same_described(
    scene: Scene, head: RoleUse, phrase: SpeakerPhrase, candidate: Candidate
) -> bool:
    use = candidate.role
    if use is None or not related(head, use):
        return False
    first, last = scene.wording.range_of(candidate.start, candidate.end)
    mine, theirs = modifiers(scene.wording, head, phrase.cut), modifiers(scene.wording, use, last)
    gender = candidate.referent.gender
    if gender and phrase.gender and gender != phrase.gender:
        return False
    return mine <= theirs and first < head.first


def _has_name(scene: Scene, head: RoleUse, cut: int) -> bool:
    """Whether a complement with a capital or a nationality follows: « le parquet de Paris »."""
    words = scene.wording.words
    for at in range(head.last, min(cut, len(words))):
        if words[at].before:
            return False
        if (
            words[at].capital
            or words[at].text in PREPOSITIONS
            or words[at].pos == "ADJ"
            and head.form.entry.kind == "group"
        ):
            return True
    return False


def _only_holder(scene: Scene, phrase: SpeakerPhrase, head: RoleUse) -> Referent | None:
    """The one person of whom this very function is said, later in the text (a headline's « le
    ministre de la Défense »)."""
    holders: dict[str, Referent] = {}
    for candidate in scene.candidates:
        referent = candidate.referent
        if (
            referent.kind == "person"
            and _gender_fits(referent, phrase)
            and referent.key not in holders
        ):
            for use in scene.profiles[referent.key].roles:
                if use.form.entry.noun == head.form.entry.noun and _takes_up(
                    scene, head, phrase, use
                ):
                    holders[referent.key] = referent
    return next(iter(holders.values())) if len(holders) == 1 else None
