"""Functions before and after a name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.quotes.named import TITLES
from pipeline.quotes.wording import RoleUse
from pipeline.roles.scene import (
    ARTICLES,
    BEFORE_NOUN,
    CLOSING,
    DETERMINERS,
    LONGEST,
    RELATIVES,
    Person,
    Phrase,
    Scene,
    end_of_phrase,
)

WITH_DETERMINER = DETERMINERS | {"du", "au"}
OBJECTS = DETERMINERS | {"que", "qu'"}  # what a verb's object begins with
AFTER_NAME = CLOSING | {"("}
BRACKET = 8  # words that brackets after a name may hold
CHAIN = 3  # functions in a row


def find_before(scene: Scene, person: Person) -> Iterator[Phrase]:
    """« le président Obama »; « le ministre russe de la Défense, Andreï Belooussov ».

    Both may stand before one name: « le porte-parole adjoint de la Finul, le commandant Aodha »,
    « son adjoint, le Belge Jan Peeters ».
    """
    words, floor = scene.wording.words, person.floor
    name = _first_word(scene, person)
    if name <= floor:
        return
    if not words.before[name]:
        birth = scene.birth(person.mention)
        use = None if birth else _nearest(scene, name, floor)
        if use is not None:
            first = _start(scene, use.first, floor)
            yield scene.phrase(first, name, "title")
        elif birth is not None:
            first, _ = scene.wording.range_of(birth.start, birth.end)
        else:
            return
        name = first - 1 if first > floor and words.texts[first - 1] in DETERMINERS else first
    if name > floor and words.before[name] == ",":
        opening = _in_apposition(scene, person, name)
        if opening is not None:
            yield scene.phrase(opening, name, "apposition before")


def _first_word(scene: Scene, person: Person) -> int:
    """The first word of a name, « M. » and its like counted in."""
    words, first = scene.wording.words, person.first
    while first > 0 and words.texts[first - 1] in TITLES and words.before[first] in {"", "."}:
        first -= 1
    return first


def _nearest(scene: Scene, name: int, floor: int) -> RoleUse | None:
    """The nearest function whose phrase ends right before word `name`."""
    words = scene.wording.words
    at = name - 1
    while at >= floor and name - at <= LONGEST:
        use = scene.role_at(at)
        if use is not None:
            return use if end_of_phrase(scene, use.last, name) == name else None
        if words.before[at] or words.texts[at] in RELATIVES:
            return None
        at -= 1
    return None


def _in_apposition(scene: Scene, person: Person, name: int) -> int | None:
    """The first word of the phrase that a name after a comma stands in apposition to.

    It is the whole phrase: « *la veuve* de l'ancien président …, Souha Arafat ». It has a
    determiner, or opens the sentence (« Président de la CGT, Philippe Martinez … »).
    """
    words, floor = scene.wording.words, person.floor
    found: RoleUse | None = None
    at = name - 1
    while at >= floor and name - at <= LONGEST:
        use = scene.role_at(at)
        if use is not None and end_of_phrase(scene, use.last, name) == name:
            found = use
        if words.before[at] or words.is_verb(at) or words.texts[at] in RELATIVES:
            break
        at -= 1
    if found is None:
        return None
    first = _start(scene, found.first, floor)
    opener = first
    if first > floor and not words.before[first]:
        if words.texts[first - 1] not in WITH_DETERMINER:
            return None
        opener = first - 1
    elif not scene.opens(first, floor):
        return None
    if opener in scene.person_ends and words.before[opener] == ",":
        return None  # « Vladimir Poutine, le président russe, Donald Trump »
    closed = _is_closed(scene, person)
    return first if closed or scene.opens(opener, floor) else None


def _is_closed(scene: Scene, person: Person) -> bool:
    """Whether a mark follows the name, as it follows an apposition."""
    last = person.last
    return last >= person.ceiling or scene.wording.words.before[last][:1] in AFTER_NAME


def _start(scene: Scene, first: int, floor: int) -> int:
    """The first word of a phrase whose noun is word `first`: « *ancien* ministre »."""
    words = scene.wording.words
    start = first
    while (
        start > floor
        and first - start < 2
        and not words.before[start]
        and start - 1 not in scene.name_end
        and _precedes(scene, start - 1)
    ):
        start -= 1
    return start


def _precedes(scene: Scene, at: int) -> bool:
    """« *ancien* ministre », « *porte-parole* adjointe »."""
    words = scene.wording.words
    text = words.texts[at]
    return text in BEFORE_NOUN or words.pos[at] == "ADJ" or text in scene.nouns


def find_after(scene: Scene, person: Person) -> Iterator[Phrase]:
    """« Bruno Kahl, chef du renseignement allemand »; « Jean Martin, 45 ans, maire de Metz et
    président du conseil », « Jean Martin (maire de Metz) »."""
    words, at, ceiling = scene.wording.words, person.last, person.ceiling
    if at < ceiling and words.before[at] == "(":
        yield from _functions(scene, at, ceiling, "brackets")
        at = _after_bracket(scene, at, ceiling)
    if at >= ceiling or words.before[at].lstrip(")") != ",":
        return
    if at + 2 < ceiling and words.texts[at].isdigit() and words.texts[at + 1] == "ans":
        at += 2
    yield from _functions(scene, at, ceiling, "apposition after")


def _after_bracket(scene: Scene, at: int, ceiling: int) -> int:
    for after in range(at + 1, min(at + BRACKET, ceiling)):
        if ")" in scene.wording.words.before[after]:
            return after
    return ceiling


def _functions(scene: Scene, at: int, ceiling: int, rule: str) -> Iterator[Phrase]:
    """The functions that begin at word `at`, joined by commas and « et »."""
    words = scene.wording.words
    for number in range(CHAIN):
        determiner = at < ceiling and words.texts[at] in DETERMINERS
        if determiner and number > 0:
            return  # « …, le ministre »: another person
        noun = _noun(scene, at + determiner, ceiling)
        if noun is None:
            return
        last = end_of_phrase(scene, noun.last, ceiling)
        alone = words.texts[at] in ARTICLES and last == noun.last
        if determiner and (alone or not _closes(scene, last, ceiling)):
            return  # « avec Jean Martin, le ministre a annoncé »
        if last == noun.last and _is_verb(scene, last, ceiling):
            return
        yield scene.phrase(at + determiner, last, rule)
        if last >= ceiling or (words.before[last] != "," and words.texts[last] != "et"):
            return
        at = last + (words.texts[last] == "et")


def _is_verb(scene: Scene, after: int, ceiling: int) -> bool:
    """« La ministre, Anne Martin, *juge* l'attaque indigne »: a verb that looks like a function has
    its object behind it."""
    if after >= ceiling or scene.wording.words.before[after]:
        return False
    return scene.wording.words.texts[after] in OBJECTS


def _noun(scene: Scene, at: int, ceiling: int) -> RoleUse | None:
    """The function that begins at word `at`, after two adjectives at most."""
    words = scene.wording.words
    for noun in range(at, min(at + 3, ceiling)):
        if noun > at and words.before[noun]:
            return None
        use = scene.role_at(noun)
        if use is not None:
            return use
        if not _precedes(scene, noun):
            return None
    return None


def _closes(scene: Scene, last: int, ceiling: int) -> bool:
    return last >= ceiling or scene.wording.words.before[last][:1] in CLOSING
