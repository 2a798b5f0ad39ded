"""Functions before and after a name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.quotes.named import TITLES
from pipeline.quotes.wording import RoleUse
from pipeline.records import Mention
from pipeline.roles.scene import (
    ARTICLES,
    BEFORE_NOUN,
    CLOSING,
    DETERMINERS,
    LONGEST,
    RELATIVES,
    Phrase,
    Scene,
    end_of_phrase,
)

CONTRACTED = {"du", "au"}
BRACKET = 8  # words that brackets after a name may hold
CHAIN = 3  # functions in a row


def find_before(scene: Scene, person: Mention) -> Iterator[Phrase]:
    """« le président Obama »; « le ministre russe de la Défense, Andreï Belooussov ».

    Both may stand before one name: « le porte-parole adjoint de la Finul, le commandant Aodha »,
    « son adjoint, le Belge Jan Peeters ».
    """
    words = scene.wording.words
    floor, _ = scene.line_of(person)
    name = _first_word(scene, person)
    if name <= floor:
        return
    if not words[name].before:
        birth = scene.birth(person)
        use = None if birth else _nearest(scene, name, floor)
        if use is not None:
            first = _start(scene, use.first, floor)
            yield scene.phrase(first, name, "title")
        elif birth is not None:
            first, _ = scene.words_of(birth)
        else:
            return
        name = first - 1 if first > floor and words[first - 1].text in DETERMINERS else first
    if name > floor and words[name].before == ",":
        opening = _in_apposition(scene, person, name, floor)
        if opening is not None:
            yield scene.phrase(opening, name, "apposition before")


def _first_word(scene: Scene, person: Mention) -> int:
    """The first word of a name, « M. » and its like counted in."""
    words = scene.wording.words
    first, _ = scene.words_of(person)
    while first > 0 and words[first - 1].text in TITLES and words[first].before in {"", "."}:
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
        if words[at].before or words[at].text in RELATIVES:
            return None
        at -= 1
    return None


def _in_apposition(scene: Scene, person: Mention, name: int, floor: int) -> int | None:
    """The first word of the phrase that a name after a comma stands in apposition to.

    It is the whole phrase: « *la veuve* de l'ancien président …, Souha Arafat ». It has a
    determiner, or opens the sentence (« Président de la CGT, Philippe Martinez … »).
    """
    words = scene.wording.words
    found: RoleUse | None = None
    at = name - 1
    while at >= floor and name - at <= LONGEST:
        use = scene.role_at(at)
        if use is not None and end_of_phrase(scene, use.last, name) == name:
            found = use
        if words[at].before or words[at].verb or words[at].text in RELATIVES:
            break
        at -= 1
    if found is None:
        return None
    first = _start(scene, found.first, floor)
    opener = first
    if first > floor and not words[first].before:
        if words[first - 1].text not in DETERMINERS | CONTRACTED:
            return None
        opener = first - 1
    elif not scene.opens(first, floor):
        return None
    if opener in scene.person_until and words[opener].before == ",":
        return None  # « Vladimir Poutine, le président russe, Donald Trump »
    closed = _is_closed(scene, person)
    return first if closed or scene.opens(opener, floor) else None


def _is_closed(scene: Scene, person: Mention) -> bool:
    """Whether a mark follows the name, as it follows an apposition."""
    _, last = scene.words_of(person)
    _, ceiling = scene.line_of(person)
    return last >= ceiling or bool(set(scene.wording.words[last].before[:1]) & (CLOSING | {"("}))


def _start(scene: Scene, first: int, floor: int) -> int:
    """The first word of a phrase whose noun is word `first`: « *ancien* ministre »."""
    words = scene.wording.words
    start = first
    while (
        start > floor
        and first - start < 2
        and not words[start].before
        and start - 1 not in scene.name_end
        and _precedes(scene, start - 1)
    ):
        start -= 1
    return start


def _precedes(scene: Scene, at: int) -> bool:
    """« *ancien* ministre », « *porte-parole* adjointe »."""
    word = scene.wording.words[at]
    return word.text in BEFORE_NOUN or word.pos == "ADJ" or word.text in scene.nouns


def find_after(scene: Scene, person: Mention) -> Iterator[Phrase]:
    """« Bruno Kahl, chef du renseignement allemand »; « Jean Martin, 45 ans, maire de Metz et
    président du conseil », « Jean Martin (maire de Metz) »."""
    words = scene.wording.words
    _, at = scene.words_of(person)
    _, ceiling = scene.line_of(person)
    if at < ceiling and words[at].before == "(":
        yield from _functions(scene, at, ceiling, "brackets")
        at = _after_bracket(scene, at, ceiling)
    if at >= ceiling or words[at].before.lstrip(")") != ",":
        return
    if at + 2 < ceiling and words[at].text.isdigit() and words[at + 1].text == "ans":
        at += 2
    yield from _functions(scene, at, ceiling, "apposition after")


def _after_bracket(scene: Scene, at: int, ceiling: int) -> int:
    for after in range(at + 1, min(at + BRACKET, ceiling)):
        if ")" in scene.wording.words[after].before:
            return after
    return ceiling


def _functions(scene: Scene, at: int, ceiling: int, rule: str) -> Iterator[Phrase]:
    """The functions that begin at word `at`, joined by commas and « et »."""
    words = scene.wording.words
    for number in range(CHAIN):
        determiner = at < ceiling and words[at].text in DETERMINERS
        if determiner and number > 0:
            return  # « …, le ministre »: another person
        noun = _noun(scene, at + determiner, ceiling)
        if noun is None:
            return
        last = end_of_phrase(scene, noun.last, ceiling)
        alone = words[at].text in ARTICLES and last == noun.last
        if determiner and (alone or not _closes(scene, last, ceiling)):
            return  # « avec Jean Martin, le ministre a annoncé »
        if last == noun.last and _is_verb(scene, last, ceiling):
            return
        yield scene.phrase(at + determiner, last, rule)
        if last >= ceiling or (words[last].before != "," and words[last].text != "et"):
            return
        at = last + (words[last].text == "et")


def _is_verb(scene: Scene, after: int, ceiling: int) -> bool:
    """« La ministre, Anne Martin, *juge* l'attaque indigne »: a verb that looks like a function has
    its object behind it."""
    if after >= ceiling or scene.wording.words[after].before:
        return False
    return scene.wording.words[after].text in DETERMINERS | {"que", "qu'"}


def _noun(scene: Scene, at: int, ceiling: int) -> RoleUse | None:
    """The function that begins at word `at`, after two adjectives at most."""
    words = scene.wording.words
    for noun in range(at, min(at + 3, ceiling)):
        if noun > at and words[noun].before:
            return None
        use = scene.role_at(noun)
        if use is not None:
            return use
        if not _precedes(scene, noun):
            return None
    return None


def _closes(scene: Scene, last: int, ceiling: int) -> bool:
    return last >= ceiling or bool(set(scene.wording.words[last].before[:1]) & CLOSING)
