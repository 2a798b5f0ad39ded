"""Who and what an article has named or described: the antecedents a later phrase may take up."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.matching import modifiers, takes_up
from pipeline.quotes.named import TITLES, Name
from pipeline.quotes.profiles import Profile
from pipeline.quotes.speaker_kinds import kind_of_description
from pipeline.quotes.speaker_phrase import (
    ARTICLES,
    BEFORE_NOUNS,
    DETERMINERS,
    PREPOSITIONS,
    read_words,
)
from pipeline.quotes.wording import RoleUse, Wording
from pipeline.records import Mention, SpeakerKind

BEFORE_NOUN = DETERMINERS | {"au", "aux"}
OPENING_NAMES = TITLES | ARTICLES  # what may stand between a sentence's start and a name
RECENT_PEOPLE = 8  # how many people a function may be one of


class Referent(NamedTuple):
    """Somebody or something that can speak."""

    key: str
    name: str
    kind: SpeakerKind
    entity_id: str | None
    gender: Gender | None
    hint: Gender | None
    plural: bool
    lasting: bool = True  # whether a later phrase may take it up


class Candidate(NamedTuple):
    """One place where a referent is named or described."""

    start: int
    end: int
    referent: Referent
    subject: bool
    complement: bool
    role: RoleUse | None = None
    definite: bool = False


def referent_of(mention: Mention) -> Referent:
    """A named entity as a speaker, without what the article says of it (see `with_profile`)."""
    kinds: dict[str, SpeakerKind] = {
        "PERSON": "person",
        "ORG": "organisation",
        "COUNTRY": "country",
    }
    return Referent(
        key=mention.entity_id,
        name=mention.name,
        kind=kinds.get(mention.label, "unknown"),
        entity_id=mention.entity_id,
        gender=None,
        hint=None,
        plural=False,
    )


def with_profile(referent: Referent, profiles: dict[str, Profile]) -> Referent:
    """A referent with what the article says of it, unless its gender is known: a pronoun tells it
    where names do not (« Dominique Petit part demain. *Elle* a dit … »)."""
    profile = profiles.get(referent.key)
    if profile is None or referent.gender is not None:
        return referent
    return referent._replace(gender=profile.gender, hint=profile.hint, plural=profile.plural)


def find_candidates(
    article: Article,
    wording: Wording,
    names: tuple[Name, ...],
    profiles: dict[str, Profile],
) -> tuple[Candidate, ...]:
    """Every place where a pronoun may find its antecedent, in the order of the text: named people,
    organisations and countries, and described ones that no name stands beside."""
    found = [_named(article, wording, name, profiles) for name in names]
    taken = {at for profile in profiles.values() for at in profile.places}
    taken |= {
        at
        for name in names
        if name.mention.label in {"PERSON", "ORG"}
        for at in range(name.first, name.last)
    }
    for at, use in wording.roles.items():
        if use.first == at and at not in taken and not _is_aside(wording, use):
            found.append(_described(article, wording, use))
    found.sort(key=lambda candidate: (candidate.start, -candidate.end))
    return _joined(wording, found, profiles)


def _is_aside(wording: Wording, use: RoleUse) -> bool:
    """A name of a ship or a work in quotation marks (« Commandant Birot »); a function that is said
    of somebody, not somebody (« considérée comme *complice* », « *Avocate* de métier, elle … »): it
    has no determiner, which only relatives do without (« *papa* »)."""
    words = wording.words
    if words.before[use.first].endswith("«") and words.is_capital(use.first):
        return True
    at = use.first - 1
    while at >= 0 and not words.before[at + 1] and words.pos[at] == "ADJ":
        at -= 1
    bare = at < 0 or bool(words.before[at + 1]) or words.texts[at] not in BEFORE_NOUN
    return bare and use.form.individual and "parent" not in use.form.entry.also


def _joined(
    wording: Wording, found: list[Candidate], profiles: dict[str, Profile]
) -> tuple[Candidate, ...]:
    """« l'officier » after « le colonel Martin » is a place where Martin is meant, « la mère »
    after « la mère de Paul » one where she is."""
    known: list[Candidate] = []  # the people of late, the latest last
    joined = []
    for candidate in found:
        use = candidate.role
        antecedent = None
        if use is not None and candidate.definite and use.form.individual:
            antecedent = next(
                (c for c in reversed(known) if _is_meant(wording, candidate, c, profiles)), None
            )
        if antecedent is not None:
            joined.append(candidate._replace(referent=antecedent.referent))
            continue
        joined.append(candidate)
        if candidate.referent.kind == "person" or (use is not None and use.form.individual):
            known = [other for other in known if other.referent.key != candidate.referent.key]
            known = [*known[1 - RECENT_PEOPLE :], candidate]
    return tuple(joined)


def _is_meant(
    wording: Wording, candidate: Candidate, other: Candidate, profiles: dict[str, Profile]
) -> bool:
    """Whether a definite function takes up `other`, named or described before it."""
    use, mine, theirs = candidate.role, candidate.referent.gender, other.referent.gender
    if use is None or (mine and theirs and mine != theirs):
        return False
    cut = wording.range_of(candidate.start, candidate.end)[1]
    if other.role is None:
        profile = profiles.get(other.referent.key)
        roles = profile.roles if profile else ()
        return any(takes_up(wording, use, cut, role) for role in roles)
    same = other.role.form.entry.noun == use.form.entry.noun
    return same and not modifiers(wording, use, cut) and not other.referent.plural


def _named(
    article: Article, wording: Wording, name: Name, profiles: dict[str, Profile]
) -> Candidate:
    """A name; a subject too where it stands beside one (« Le conseiller, Jean Dupont, a … »)."""
    mention, how = name.mention, name.attachment
    complement = how.how in {"complement", "brackets"}
    subject = article.token_dep[name.root].startswith("nsubj") or _opens_sentence(
        article, wording, name.first
    )
    if not subject and how.role is not None:
        subject = wording.words.dep(how.role.first).startswith("nsubj")
    return Candidate(
        start=mention.start,
        end=mention.end,
        referent=with_profile(referent_of(mention), profiles),
        subject=subject and not complement,
        complement=complement,
    )


def _opens_sentence(article: Article, wording: Wording, first: int) -> bool:
    """Whether a name stands at the start of its sentence, its title and function apart: a subject,
    whatever the parser makes of what follows it."""
    words = wording.words
    start = wording.first_at(article.sentence_at(words.starts[first]).start)
    return all(
        words.texts[at] in OPENING_NAMES or at in wording.roles for at in range(start, first)
    )


def _after_preposition(wording: Wording, first: int) -> bool:
    """Whether a described phrase whose first word is `first` follows a preposition."""
    return (
        first > 0
        and not wording.words.before[first]
        and wording.words.texts[first - 1] in PREPOSITIONS
    )


def _described(article: Article, wording: Wording, use: RoleUse) -> Candidate:
    words = wording.words
    first = use.first
    while (
        first > 0
        and not words.before[first]
        and (words.texts[first - 1] in DETERMINERS or words.pos[first - 1] == "ADJ")
    ):
        first -= 1
    last = _phrase_last(wording, use)
    phrase = read_words(article, wording, first, last)
    plural = use.form.plural or phrase.plural
    return Candidate(
        start=words.starts[first],
        end=words.ends[last - 1],
        referent=Referent(
            key=f"{use.form.entry.noun}:{phrase.description.lower()}",
            name=phrase.description or use.form.entry.noun,
            kind=kind_of_description(wording, phrase, unnamed=False),
            entity_id=None,
            gender=phrase.gender or use.form.gender,
            hint=None,
            plural=plural,
        ),
        subject=words.dep(use.first).startswith("nsubj"),
        complement=_after_preposition(wording, first) or words.texts[first] in {"du", "des", "aux"},
        role=use,
        definite=phrase.definite and not plural,
    )


def _phrase_last(wording: Wording, use: RoleUse) -> int:
    """The end of a described phrase: adjectives and complements in *de* after its noun."""
    words, at = wording.words, use.last
    while at < len(words) and not words.before[at]:
        link = words.texts[at] in {"de", "du", "des", "d'", "la", "l'", "le", "les"}
        if not link and words.pos[at] not in {"ADJ", "NOUN", "PROPN"}:
            break
        at += 1
    while at > use.last and words.texts[at - 1] in BEFORE_NOUNS:
        at -= 1
    return at
