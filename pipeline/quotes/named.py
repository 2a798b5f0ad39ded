"""Which name inside a phrase is the speaker's, and which only completes a noun.

« le porte-parole adjoint de la Finul, le commandant Eoin Mac Aodha » is Eoin Mac Aodha; « le
conseiller de Donald Trump » is a *conseiller de Donald Trump*.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.speaker_phrase import DETERMINERS, PREPOSITIONS, RELATIVES, SpeakerPhrase
from pipeline.quotes.wording import RoleUse, Wording
from pipeline.records import Mention

How = Literal["head", "apposition", "and", "complement", "relative", "brackets"]
TITLES = frozenset(
    "m mm mme mmes mlle me dr pr mgr maître maîtres monsieur madame mademoiselle sir lord lady "
    "saint sainte don 2s".split()
)
# « connue sous le nom de « Vorona » »: the complement of *nom* is the person's own name.
NAMING = {"nom", "prénom", "pseudonyme", "surnom", "pseudo", "sobriquet", "nommé", "nommée"}
TITLE_GENDER: dict[str, Gender] = {
    "m": "m", "mm": "m", "monsieur": "m", "mgr": "m", "sir": "m", "lord": "m",
    "mme": "f", "mmes": "f", "mlle": "f", "madame": "f", "mademoiselle": "f", "lady": "f",
}  # fmt: skip
BREAKS = frozenset(",»«;:.")
LEFT_WORDS = 16  # how far before a name its function may begin
PHRASE_BREAKS = frozenset(";:!?»()—–")
NAMING_WORDS = 10  # how far before the name the function of its bearer may stand


class Attachment(NamedTuple):
    """How a name hangs on the words before it, and the nearest role noun it completes."""

    how: How
    role: RoleUse | None
    adjacent: bool  # no noun stands between the role and the name


class Name(NamedTuple):
    """A place where the article names somebody who can speak: its words `first`..`last`, half-open,
    its `root` in the parse (a token), and how it hangs on the words before it."""

    mention: Mention
    first: int
    last: int
    root: int
    attachment: Attachment


def read_names(
    article: Article, wording: Wording, mentions: tuple[Mention, ...]
) -> tuple[Name, ...]:
    """The people, organisations and countries that are named, in the order of `mentions`. A demonym
    names nobody."""
    names: list[Name] = []
    for mention in mentions:
        if mention.label not in {"PERSON", "ORG", "COUNTRY"} or mention.form == "demonym":
            continue
        first, last = wording.range_of(mention.start, mention.end)
        root = article.root_of(mention.start, mention.end)
        how = attachment(wording, first, _phrase_start(wording, first))
        names.append(Name(mention, first, last, root, how))
    return tuple(names)


def _phrase_start(wording: Wording, first: int) -> int:
    """How far back the words before a name may belong to it: to a break other than a comma."""
    start = first
    while start > 0 and first - start < LEFT_WORDS and not _breaks(wording, start):
        start -= 1
    return start


def _breaks(wording: Wording, at: int) -> bool:
    """A verb, a full stop that is not the one of « M. », a colon, a bracket, a closing mark."""
    words = wording.words
    if words.is_verb(at - 1):
        return True
    before = words.before[at]
    if not before:
        return False
    if "." in before:
        return words.texts[at - 1] not in TITLE_GENDER
    return not PHRASE_BREAKS.isdisjoint(before)


def attachment(wording: Wording, name: int, start: int) -> Attachment:
    """How the name that begins at word `name` hangs on words `start`..`name`.

    Walking left: adjectives, titles and role nouns belong to the name (« le premier ministre
    Jean-Marc Ayrault »); another noun shows that the name stands beside a longer phrase (« le
    ministre *de l'Intérieur* Gérald Darmanin »); a preposition met before any noun makes the
    name a complement (« l'avocat *de la petite* Léa »).
    """
    words = wording.words
    if name > start and "(" in words.before[name] and ")" not in words.before[name]:
        return Attachment("brackets", None, False)
    if name > start and "," in words.before[name]:
        return Attachment("apposition", _comma_role(wording, name, start), False)
    role: RoleUse | None = None
    adjacent = noun_between = False
    at = name - 1
    while at >= start:
        text, use = words.texts[at], wording.roles.get(at)
        how = None if noun_between else _link(wording, at, start)
        if use is not None and use.first >= start:
            if role is None or (noun_between and use.form.individual):
                role, adjacent = use, not noun_between
            # « le ministre de la *Défense* Jean Martin »: a collective here is a noun like another
            noun_between = not use.form.individual and (noun_between or words.is_capital(use.first))
            at = use.first
        elif text in RELATIVES:
            return Attachment("relative", role, adjacent)
        elif how is not None:
            role = role or (_role_left(wording, at, start) if how == "head" else None)
            return Attachment(how, role, adjacent)
        elif words.pos[at] in {"NOUN", "PROPN"} and not _is_small(text):
            noun_between = True
        if at > start and "," in words.before[at]:
            role = role or _comma_role(wording, at, start)
            return Attachment("apposition", role, adjacent)
        at -= 1
    return Attachment("head", role, adjacent)


def _link(wording: Wording, at: int, start: int) -> How | None:
    """What the word at `at` makes of the name after it, if it is a conjunction or a preposition;
    null where it is part of a determiner (« l'un *des* porte-parole Jean Dupont »)."""
    text = wording.words.texts[at]
    if text in {"et", "ou"}:
        return "and"
    if text not in PREPOSITIONS:
        return None
    if _is_naming(wording, at, start):
        return "head"
    partitive = at > start and wording.words.texts[at - 1] in {"un", "une"}
    return None if partitive else "complement"


def _is_naming(wording: Wording, at: int, start: int) -> bool:
    """« sous le seul *nom de guerre de* « Vorona » »: what follows is the name itself."""
    return not NAMING.isdisjoint(wording.words.texts[max(start, at - 3) : at])


def _role_left(wording: Wording, at: int, start: int) -> RoleUse | None:
    """The nearest function before: « une *opératrice*, connue sous le nom de … »."""
    for i in range(at - 1, max(start, at - NAMING_WORDS) - 1, -1):
        if wording.words.is_verb(i):
            return None
        if i in wording.roles and wording.roles[i].form.individual:
            return wording.roles[i]
    return None


def _is_small(text: str) -> bool:
    return text in TITLES or text in DETERMINERS


def _comma_role(wording: Wording, name: int, start: int) -> RoleUse | None:
    """The head of the phrase that a name in apposition follows: its outermost role noun.

    « la veuve de l'ancien président de l'Autorité palestinienne, Souha Arafat » → *veuve*.
    """
    words = wording.words
    found: RoleUse | None = None
    at = name - 1
    while at >= start:
        use = wording.roles.get(at)
        if use is not None and use.first >= start:
            found, at = use, use.first
        elif words.texts[at] in RELATIVES or words.is_verb(at):
            break
        if not BREAKS.isdisjoint(words.before[at]):
            break
        at -= 1
    return found


def speaking_mentions(
    wording: Wording, phrase: SpeakerPhrase, mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The mentions inside a phrase that are the speaker: several where « et » joins them.

    People come before organisations, and these before countries, because the latter two are
    mostly complements (« Nadine Morano, ex-députée UMP », « l'armée russe »).

    Args:
        mentions: those that overlap the phrase, in the order of the text.
    """
    own = [mention for mention in mentions if not _is_inside_other(mention, mentions)]
    hung = []
    for mention in own:
        at = max(phrase.first, wording.range_of(mention.start, mention.end)[0])
        hung.append((mention, attachment(wording, at, phrase.first), at))
    for label in ("PERSON", "ORG", "COUNTRY"):
        for i, (mention, how, at) in enumerate(hung):
            if mention.label == label and how.how != "and" and _speaks(mention, how, phrase, at):
                others = [
                    other
                    for other, how_other, at_other in hung[i + 1 :]
                    if how_other.how == "and" and _speaks(other, how_other, phrase, at_other)
                ]
                return (mention, *others)
    return ()


def _is_inside_other(mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """A name inside a longer one is not it: « Fondation *Jean-Jaurès* », « *Washington* Post »."""
    return any(
        other.label in {"PERSON", "ORG"}
        and other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
        for other in mentions
    )


def _speaks(mention: Mention, how: Attachment, phrase: SpeakerPhrase, at: int) -> bool:
    if how.how in {"complement", "relative", "brackets"}:
        return False
    role = how.role
    collective = role is not None and not role.form.individual
    if mention.label == "PERSON":
        # « le camp Trump », « l'administration Biden », « le groupe Bolloré »
        return not (collective and how.adjacent)
    if mention.label == "ORG":
        if role is None or how.how == "apposition":
            return how.how != "apposition" or phrase.head is None or not phrase.head.form.individual
        # « le député UMP », « les élus LFI », « la direction SNCF » are not the organisation
        return role.form.entry.kind == "organisation" and not role.form.plural
    heads = at <= phrase.core or how.how == "and"
    return mention.label == "COUNTRY" and mention.form != "demonym" and heads and role is None
