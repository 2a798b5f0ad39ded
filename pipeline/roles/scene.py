"""An article as the roles are read from it: its words, its names, and where a phrase ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.article import Article
from pipeline.lexicons.roles import Roles
from pipeline.quotes.wording import RoleUse, Wording
from pipeline.records import Mention

LONGEST = 18  # words of a phrase
BIRTH = 30  # characters of a nationality
DAYS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
# What may link a function to its complement: « procureur *près* la cour *d'*appel *de* Lyon ».
LINKS = {
    "de", "d'", "du", "des", "à", "au", "aux", "en", "pour", "auprès", "près", "chez", "par", "sur",
    "contre",
}  # fmt: skip
ARTICLES = {"le", "la", "l'", "les"}
POSSESSIVES = {"son", "sa", "ses", "leur", "leurs", "mon", "ma", "notre", "votre"}
DETERMINERS = ARTICLES | POSSESSIVES | {"un", "une", "ce", "cet", "cette", "ces"}
RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle"}
BEFORE_NOUN = {"ex", "ancien", "ancienne", "nouveau", "nouvelle", "nouvel", "futur", "future"}
# Participles that belong to a function; any other tells what happened to the person.
OF_FUNCTIONS = {
    "chargé", "chargée", "délégué", "déléguée", "adjoint", "adjointe", "associé", "associée",
    "désigné", "désignée", "élu", "élue", "émérite", "retraité", "retraitée",
}  # fmt: skip
NOT_OF_FUNCTIONS = {"âgé", "âgée", "né", "née"}
# Nouns that say no more than that somebody is a person.
NO_ROLE = {"homme", "femme", "dame", "garçon", "fille", "individu", "voix", "source", "rumeur",
           "jeune homme", "jeune fille", "vieil homme", "vieille dame", "témoignage",
           "indiscrétion", "entourage"}  # fmt: skip
LINKED = LINKS | DETERMINERS  # after one of them, a word belongs to the phrase
DANGLING = LINKED | {"et"}  # no phrase ends with one of them
OUTSIDE = RELATIVES | NOT_OF_FUNCTIONS | {"ou"}  # no phrase goes on with one of them
OPENING = frozenset(".!?«:;–—•")
CLOSING = frozenset(",.;:!?»)–—")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found beside a name, by its characters, without its article."""

    start: int
    end: int
    rule: str


class Person(NamedTuple):
    """Somebody where the article names them: the words `first`..`last`, half-open, in the line that
    has the words `floor`..`ceiling`."""

    mention: Mention
    first: int
    last: int
    floor: int
    ceiling: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article, its words, and its mentions: `people` are those in no longer name, with their
    first words (`person_starts`) and the words after them (`person_ends`); `name_end` is the word
    after a name by the name's first word, `inside` the words of all names; `names` are the
    organisations and countries."""

    article: Article
    wording: Wording
    people: tuple[Person, ...]
    nouns: Roles
    person_starts: frozenset[int]
    person_ends: frozenset[int]
    name_end: Mapping[int, int]
    inside: frozenset[int]
    names: tuple[Mention, ...]
    name_starts: tuple[int, ...]

    def role_at(self, at: int) -> RoleUse | None:
        """The function of one person that begins at a word, outside names."""
        use = self.wording.roles.get(at)
        if use is None and at > 0 and self.wording.words.texts[at - 1] in BEFORE_NOUN:
            # After « ancien » it is a noun, whatever the model says: « ancien interprète ».
            form = self.nouns.get(self.wording.words.texts[at])
            use = RoleUse(form, at, at + 1) if form else None
        if use is None or use.first != at or at in self.inside or not use.form.individual:
            return None
        return None if use.form.entry.noun in NO_ROLE else use

    def names_within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The organisations and countries that begin in characters `start`..`end`."""
        first = bisect_left(self.name_starts, start)
        return self.names[first : bisect_left(self.name_starts, end, first)]

    def birth(self, person: Mention) -> Mention | None:
        """The nationality right before a name: « l'*Espagnol* Rafael Nadal »."""
        before = self.names_within(person.start - BIRTH, person.start)
        return next(
            (
                mention
                for mention in before
                if mention.end + 1 == person.start
                and mention.form == "demonym"
                and mention.text[0].isupper()
            ),
            None,
        )

    def opens(self, at: int, first: int) -> bool:
        """Whether word `at` is the first of a sentence, a quotation or the line."""
        return at <= first or not OPENING.isdisjoint(self.wording.words.before[at])

    def phrase(self, first: int, last: int, rule: str) -> Phrase:
        """The phrase of words `first`..`last`."""
        words = self.wording.words
        return Phrase(words.starts[first], words.ends[last - 1], rule)


def read_scene(
    article: Article, mentions: tuple[Mention, ...], wording: Wording, roles: Roles
) -> Scene:
    """Read an article for its roles. Linear in its length."""
    placed = [(m, *wording.range_of(m.start, m.end)) for m in _outermost(mentions)]
    people = tuple(
        [
            Person(mention, first, last, *_line_of(article, wording, mention))
            for mention, first, last in placed
            if mention.label == "PERSON"
        ]
    )
    names = tuple([mention for mention in mentions if mention.label in {"ORG", "COUNTRY"}])
    return Scene(
        article=article,
        wording=wording,
        nouns=roles,
        people=people,
        person_starts=frozenset([person.first for person in people]),
        person_ends=frozenset([person.last for person in people]),
        name_end={first: last for _, first, last in placed},
        inside=frozenset([word for _, first, last in placed for word in range(first, last)]),
        names=names,
        name_starts=tuple([mention.start for mention in names]),
    )


def _line_of(article: Article, wording: Wording, mention: Mention) -> tuple[int, int]:
    """The words of the segment that holds a mention, half-open."""
    segment = article.segment_at(mention.start)
    return wording.first_at(segment.start), wording.first_at(segment.end)


def _outermost(mentions: tuple[Mention, ...]) -> list[Mention]:
    """The mentions that no other holds (they are in the order of the text, the wider first)."""
    outer: list[Mention] = []
    for mention in mentions:
        if not outer or mention.end > outer[-1].end:
            outer.append(mention)
    return outer


def end_of_phrase(scene: Scene, at: int, limit: int) -> int:
    """The word after the complements that begin at word `at`: adjectives, names, and nouns after a
    preposition. `limit` is the first word that is out of reach."""
    words, start = scene.wording.words, at
    while at < limit and at - start < LONGEST and not words.before[at]:
        after = scene.name_end.get(at)
        if after is not None and at not in scene.person_starts:
            at = min(after, limit)
        elif at in scene.person_starts and at > start and _takes_person(scene, at - 1):
            at = min(scene.name_end[at], limit)
        elif _belongs(scene, at, limit):
            at += 1
        else:
            break
    while at > start and words.texts[at - 1] in DANGLING:
        at -= 1
    return at


def _takes_person(scene: Scene, at: int) -> bool:
    """« conseiller *de* Donald Trump », « fils de l'*explorateur* Paul-Émile Victor »."""
    return scene.wording.words.texts[at] in LINKS or at in scene.wording.roles


def _belongs(scene: Scene, at: int, limit: int) -> bool:
    words = scene.wording.words
    text, before = words.texts[at], words.texts[at - 1]
    if at in scene.person_starts or text in OUTSIDE:
        return False
    if text == "et":
        return _joins(scene, at, limit)
    if text in DETERMINERS:
        return before in LINKS or before == "et"
    if text in LINKS or before in LINKED or text in OF_FUNCTIONS or at in scene.wording.roles:
        return True
    return words.pos[at] in {"ADJ", "NUM", "PROPN"} or _is_compound(scene, at)


def _is_compound(scene: Scene, at: int) -> bool:
    """A noun beside a noun: « directeur marketing »; a new phrase has a determiner."""
    words = scene.wording.words
    return words.pos[at] == "NOUN" and not words.is_capital(at) and words.texts[at] not in DAYS


def _joins(scene: Scene, at: int, limit: int) -> bool:
    """« ministre de l'Économie *et* des Finances », « des Affaires étrangères *et* européennes »;
    but « le ministre et le préfet », « maire de Nice et président de la région »."""
    words = scene.wording.words
    if at + 1 >= limit or words.before[at + 1] or at + 1 in scene.person_starts:
        return False
    return words.texts[at + 1] in {"de", "d'", "du", "des", "à", "au", "aux"} or (
        words.pos[at + 1] == "ADJ" and at + 1 not in scene.wording.roles
    )
