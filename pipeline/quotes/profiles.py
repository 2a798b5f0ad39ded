"""What an article says of each of its people and organisations: their gender and their functions.

« Andreï Belooussov, ministre de la Défense » makes « le ministre » him; « s'est emportée Hanane
el-Qossayfi, institutrice » makes « elle » her.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.named import TITLE_GENDER, Name
from pipeline.quotes.speaker_phrase import DETERMINERS, FEMININE, MASCULINE, PREPOSITIONS
from pipeline.quotes.wording import RoleUse, Wording
from pipeline.records import Mention

ROLES = 24  # of one person or organisation
RIGHT_WORDS = 5  # how far into an apposition its noun may stand
# How much each sort of evidence for a gender weighs.
BY_TITLE, BY_NOUN, BY_DETERMINER, BY_AGREEMENT = 4.0, 3.0, 2.0, 2.0
BY_MASCULINE, BY_ENDING = 1.0, 0.5
LIKELY = 0.75  # evidence under this is a hint only


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity of the article. `gender` is null where the text does not tell; `hint` is then what
    the first name's ending suggests. `roles` are uses of role nouns that are said of it, one of
    each wording; `places` the words where any such use begins."""

    gender: Gender | None
    hint: Gender | None
    plural: bool
    roles: tuple[RoleUse, ...]
    places: frozenset[int]


def read_profiles(
    article: Article, wording: Wording, names: tuple[Name, ...]
) -> dict[str, Profile]:
    """The profile of everybody who is named, by entity_id."""
    evidence: dict[str, float] = defaultdict(float)  # positive: feminine
    roles: dict[str, dict[int, RoleUse]] = defaultdict(dict)
    plural: dict[str, bool] = {}
    hints: dict[str, Gender | None] = {}
    for name in names:
        mention, first = name.mention, name.first
        key = mention.entity_id
        if key not in hints:
            hints[key] = _ending(mention)
            evidence[key] += {"f": BY_ENDING, "m": -BY_ENDING, None: 0.0}[hints[key]]
        plural[key] = plural.get(key, False) or (
            mention.label != "PERSON"
            and first > 0
            and wording.words.texts[first - 1] in {"les", "des", "aux"}
        )
        evidence[key] += _beside(wording, mention, first)
        if mention.label != "COUNTRY":
            for use in _said_of(article, wording, name):
                if use.form.gender != "m" or not roles[key]:  # once, however often it is repeated
                    evidence[key] += _role_gender(wording, use, mention)
                roles[key][use.first] = use
        if mention.label == "PERSON":
            evidence[key] += _agreement(article, name.root)
    return {
        key: Profile(
            gender=("f" if evidence[key] > 0 else "m") if abs(evidence[key]) > LIKELY else None,
            hint=hint,
            plural=plural[key],
            roles=_distinct(wording, roles[key].values()),
            places=frozenset(roles[key]),
        )
        for key, hint in hints.items()
    }


def _distinct(wording: Wording, uses: Iterable[RoleUse]) -> tuple[RoleUse, ...]:
    """One use of each noun with each complement, ROLES at most: a long text repeats itself."""
    found: dict[tuple[str, ...], RoleUse] = {}
    for use in uses:
        after = wording.words.texts[use.last : use.last + 3]
        found.setdefault((use.form.entry.noun, *after), use)
    return tuple(found.values())[:ROLES]


def _beside(wording: Wording, mention: Mention, first: int) -> float:
    """The title or the determiner right before a name (« Mme Dupont », « la Finul »)."""
    if first == 0:
        return 0.0
    before = wording.words.texts[first - 1]
    if before in TITLE_GENDER and mention.label == "PERSON":
        return BY_TITLE if TITLE_GENDER[before] == "f" else -BY_TITLE
    if mention.label == "PERSON":
        return 0.0
    if before in FEMININE:
        return BY_DETERMINER
    return -BY_DETERMINER if before in MASCULINE else 0.0


def _role_gender(wording: Wording, use: RoleUse, mention: Mention) -> float:
    if use.form.gender:
        # « le Premier ministre Theresa May »: a masculine says less than a feminine
        weight = BY_MASCULINE if mention.label == "PERSON" and use.form.gender == "m" else BY_NOUN
        return weight if use.form.gender == "f" else -weight
    at = use.first - 1
    while at >= 0 and at >= use.first - 3:
        text = wording.words.texts[at]
        if text in {"la", "une", "cette"}:
            return BY_DETERMINER
        if text in {"le", "un", "du", "au"}:
            return -BY_DETERMINER
        at -= 1
    return 0.0


def _agreement(article: Article, root: int) -> float:
    """A participle with *être* agrees with its subject (« s'est emportée Hanane el-Qossayfi »)."""
    if article.token_dep[root] not in {"nsubj", "nsubj:pass"}:
        return 0.0
    verb = article.token_heads[root]
    features = article.token_morph[verb]
    if "VerbForm=Part" not in features:
        return 0.0
    if not any(article.doc[i].lemma_ == "être" for i in article.token_children[verb]):
        return 0.0
    if article.token_lower[verb].endswith(("ée", "ie", "ue", "ise", "ite")):
        return BY_AGREEMENT
    return -BY_AGREEMENT if "Gender=Masc" in features else 0.0


def _ending(mention: Mention) -> Gender | None:
    """What the end of a first name suggests: -a and most -e, -ie, -ine are women's."""
    words = mention.name.split()
    if mention.label == "COUNTRY":
        masculine = ("Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Belize", "Suriname")
        if mention.name.endswith("s"):
            return None
        return "f" if mention.name.endswith("e") and mention.name not in masculine else "m"
    if mention.label != "PERSON" or len(words) < 2:
        return None
    first = words[0].lower()
    if first.endswith(("a", "ine", "elle", "ette", "ie", "anne", "ise", "yne", "ée")):
        return "f"
    return None if first.endswith("e") or len(first) < 3 else "m"


def _said_of(article: Article, wording: Wording, name: Name) -> list[RoleUse]:
    """The role nouns said of a name: before it, in apposition after it, as its attribute."""
    found = (
        # « le ministre du budget, Jérôme Cahuzac »; « l'ONG Human Rights Watch ». A complement has
        # its function too: « au palais du président Abdelaziz Bouteflika ».
        name.attachment.role,
        _after(wording, name.last),
        _attribute(article, wording, name.root),
    )
    collective = name.mention.label == "ORG"
    return [use for use in found if use is not None and _fits(use, collective=collective)]


def _attribute(article: Article, wording: Wording, root: int) -> RoleUse | None:
    """« Jean Martin est le *maire* »."""
    noun = article.token_heads[root]
    if article.token_dep[root] != "nsubj":
        return None
    if not any(article.token_dep[i] == "cop" for i in article.token_children[noun]):
        return None
    start = article.token_starts[noun]
    return wording.roles.get(wording.range_of(start, start + 1)[0])


def _fits(use: RoleUse, *, collective: bool) -> bool:
    if collective:
        return use.form.entry.kind == "organisation" and not use.form.plural
    return use.form.individual


def _after(wording: Wording, last: int) -> RoleUse | None:
    """« Oksana Hryhorouk, négociatrice adjointe »; « X, l'un des responsables du … »."""
    words = wording.words
    if last >= len(words) or words.before[last].lstrip("»)") != ",":
        return None
    for at in range(last, min(last + RIGHT_WORDS, len(words))):
        use = wording.roles.get(at)
        if use is not None:
            return use if use.first == at else None
        text, pos = words.texts[at], words.pos[at]
        if at > last and words.before[at]:
            return None
        if text in DETERMINERS or pos in {"ADJ", "ADV", "NUM"}:
            continue
        if text in PREPOSITIONS or pos in {"VERB", "AUX", "PRON"}:
            return None
    return None
