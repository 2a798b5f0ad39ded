"""Read a speaker's phrase: its determiner, its head noun, and the description it gives.

« Un rapport confidentiel remis au Conseil de sécurité, dont l'agence a obtenu copie » is
indefinite, its head is *rapport*, it describes a *rapport confidentiel remis au Conseil …*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.article import Article
from pipeline.lexicons.roles import Gender
from pipeline.quotes.found import Place
from pipeline.quotes.wording import VERB_TAGS, RoleUse, Wording, Words

ARTICLES = {"le", "la", "l'", "les"}
DEMONSTRATIVES = {"ce", "cet", "cette", "ces"}
POSSESSIVES = {
    "son": False, "sa": False, "ses": False, "leur": True, "leurs": True,
    "mon": False, "ma": False, "mes": False, "notre": True, "nos": True, "votre": True, "vos": True,
}  # fmt: skip
INDEFINITES = {
    "un", "une", "des", "de", "du", "d'", "certains", "certaines", "certain", "certaine",
    "plusieurs", "quelques", "quelque", "divers", "diverses", "nombreux", "nombreuses", "aucun",
    "aucune", "chaque", "beaucoup", "autre", "autres", "deux", "trois", "quatre", "cinq", "plupart",
    "nombre", "bon", "majorité",
}  # fmt: skip
OTHERS = {"tous", "toutes", "tout", "toute", "même", "seul", "seule", "aussi"}
DETERMINERS = ARTICLES | DEMONSTRATIVES | set(POSSESSIVES) | INDEFINITES | OTHERS
DEFINITE = ARTICLES | DEMONSTRATIVES | set(POSSESSIVES) | OTHERS
MASCULINE = {"le", "un", "ce", "cet", "du", "au", "certain", "aucun"}
FEMININE = {"la", "une", "cette", "sa", "ma", "aucune", "certaine"}
SINGULARS = MASCULINE | FEMININE | {"l'"}
PLURALS = {"les", "des", "ces", "ses", "leurs", "nos", "vos", "mes", "certains", "certaines",
           "plusieurs", "quelques", "divers", "diverses", "nombreux", "nombreuses", "beaucoup",
           "deux", "trois", "quatre", "cinq", "plupart", "aux"}  # fmt: skip
RELATIVES = {
    "qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles",
    "auquel", "auxquels", "duquel", "desquels",
}  # fmt: skip
# What follows a source and says how it was reached, not who it is.
ADJUNCTS = {
    "joint", "jointe", "joints", "jointes", "interrogé", "interrogée", "interrogés", "interrogées",
    "contacté", "contactée", "contactés", "contactées", "cité", "citée", "cités", "citées",
    "interviewé", "interviewée", "rencontré", "rencontrée", "rencontrés", "rencontrées", "sous",
    "selon", "requérant", "souhaitant", "préférant", "présent", "présente",
}  # fmt: skip
PREPOSITIONS = {
    "de", "d'", "du", "des", "à", "au", "aux", "en", "dans", "par", "pour", "avec", "sans", "chez",
    "sur", "sous", "contre", "entre", "selon", "vers", "devant", "depuis", "après", "avant",
    "d'après", "envers", "malgré", "parmi", "dès", "lès",
}  # fmt: skip
BREAKS = frozenset(",;:()[]–—")
CUTTING = RELATIVES | ADJUNCTS
BEFORE_NOUNS = DETERMINERS | PREPOSITIONS


class SpeakerPhrase(NamedTuple):
    """A phrase read. `first`..`last` are its words, `core` the first after the determiners.

    `definite`: it begins with an article, a demonstrative or a possessive. `partitive`: « l'un de
    ses porte-parole ». `head` is the role noun at its head, if it is in the lexicon. `description`
    is cut from the document; word `cut` is the first after it.
    """

    first: int
    last: int
    core: int
    cut: int
    determiner: str | None
    definite: bool
    possessive: bool
    partitive: bool
    head: RoleUse | None
    gender: Gender | None
    plural: bool
    description: str

    @property
    def has_complement(self) -> bool:
        """Whether words follow the head noun before the phrase is cut."""
        return self.head is not None and self.head.last < self.cut


def read_phrase(article: Article, wording: Wording, place: Place) -> SpeakerPhrase:
    """Read the phrase at `place` (character offsets). Any text gives a phrase, if an empty one."""
    return read_words(article, wording, *wording.range_of(*place))


def read_words(article: Article, wording: Wording, first: int, last: int) -> SpeakerPhrase:
    """Read the phrase of the words `first`..`last`."""
    words = wording.words
    core = first
    while core < last and words.texts[core] in DETERMINERS and _is_determiner(wording, core, last):
        core += 1
    leading = words.texts[first:core]
    partitive = _is_partitive(leading)
    cut = _cut(words, core, last)
    head = _head(wording, core, cut)
    return SpeakerPhrase(
        first=first,
        last=last,
        core=core,
        cut=cut,
        determiner=leading[-1] if leading else None,
        definite=_is_definite(leading) and not partitive,
        possessive=bool(leading) and leading[-1] in POSSESSIVES and not partitive,
        partitive=partitive,
        head=head,
        gender=_gender(leading, head),
        plural=_is_plural(leading, head) and not partitive,
        description=_description(article, wording, core, cut),
    )


def _is_determiner(wording: Wording, at: int, last: int) -> bool:
    """« autre », « même », « leur » are determiners before a noun; a last word is none, nor the
    first word of a role noun."""
    return at + 1 < last and at not in wording.roles and not wording.words.before[at + 1].strip("«")


def _is_partitive(leading: Sequence[str]) -> bool:
    """« l'*un de* ses porte-parole »."""
    return any(
        text in {"un", "une"} and after in {"de", "des", "d'"} for text, after in pairwise(leading)
    )


def _is_definite(leading: Sequence[str]) -> bool:
    """« le ministre », « ce rapport », « leur direction »; not « l'un des », « tous les deux »."""
    return bool(leading) and DEFINITE.issuperset(leading)


def _is_plural(leading: Sequence[str], head: RoleUse | None) -> bool:
    if not PLURALS.isdisjoint(leading):
        return True
    if not SINGULARS.isdisjoint(leading):
        return False
    return head is not None and head.form.plural


def _gender(leading: Sequence[str], head: RoleUse | None) -> Gender | None:
    """The noun's own gender, else the determiner's (« la ministre »)."""
    if head is not None and head.form.gender:
        return head.form.gender
    for text in reversed(leading):
        if text in MASCULINE and text != "ce":
            return "m"
        if text in FEMININE:
            return "f"
    return "m" if "ce" in leading else None


def _cut(words: Words, core: int, last: int) -> int:
    """Where the description ends: before a relative clause, an apposition, an adjunct."""
    for i in range(core + 1, last):
        if words.texts[i] in CUTTING or not BREAKS.isdisjoint(words.before[i]):
            return i
        if words.texts[i].endswith("ant") and _is_present_participle(words, i, last):
            return i
    return last


def _is_present_participle(words: Words, at: int, last: int) -> bool:
    """« des conclusions ayant été … », « l'organisation militant pour … »: a verb after its noun,
    not a noun after a determiner or a preposition (« le montant »)."""
    if words.texts[at - 1] in BEFORE_NOUNS:
        return False
    follower = words.texts[at + 1] if at + 1 < last else ""
    return words.pos[at] in VERB_TAGS or follower in {"pour", "sur", "avec", "contre", "dans"}


def _head(wording: Wording, core: int, cut: int) -> RoleUse | None:
    """The first role noun before any preposition: « nouveau *ministre* de … »."""
    words = wording.words
    for i in range(core, cut):
        use = wording.roles.get(i)
        if use is not None:
            return use if use.first == i else None
        if words.texts[i] in PREPOSITIONS:
            return None
        if i > core + 1 and words.pos[i] == "NOUN" and not words.is_capital(i):
            return None
    return None


def _description(article: Article, wording: Wording, core: int, cut: int) -> str:
    if core >= cut:
        return ""
    start, end = wording.words.starts[core], wording.words.ends[cut - 1]
    # A name in quotation marks closes with its mark: « le pétrolier grec « Aegean Thalassa » ».
    after = wording.article.reading[end : end + 2]
    if "«" in wording.article.reading[start:end] and after.lstrip().startswith("»"):
        end += after.index("»") + 1
    return article.text[start:end].strip()
