"""Weapons: named systems, generic terms, and names that only their context shows to be weapons.

A term and the name that directly follows it are one mention (« missile Orechnik »); with other
words or quotation marks between they are two (« missile » russe « Orechnik »). A name that a weapon
noun introduces once is known in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.lexicons.weapon_words import key_of
from pipeline.lexicons.weapons import WeaponLexicon
from pipeline.mentions.found import Found
from pipeline.mentions.weapon_homonyms import is_name, is_refused, is_term
from pipeline.mentions.weapon_names import NameHit, name_at, shape_at
from pipeline.mentions.weapon_scene import Scene, read_scene, with_weapons
from pipeline.mentions.weapon_terms import TermHit, term_at
from pipeline.records import WeaponSubtype

# « missile russe « Orechnik » », « rançongiciel, baptisé « Crna Ruka » », « drone surnommé Sting »
QUOTED = re.compile(
    r"(?: [a-zà-ÿœ][a-zà-ÿœ'-]*){0,4},? «\s?(?P<name>[A-ZÀ-ÖØ-Þ0-9][^«».,;:!?\n]{1,28}?)\s?»"
)
CALLED = re.compile(
    r",?(?: [a-zà-ÿœ'-]+){0,4},? (?:baptisé|surnommé|dénommé|nommé|appelé)e?s? "
    r"(?:«\s?)?(?P<name>[A-ZÀ-ÖØ-Þ0-9][\w-]+(?: [A-ZÀ-ÖØ-Þ0-9][\w-]*){0,2})"
)
NAMING = re.compile(r"(?:baptise|surnomme|denomme|nomme|appele)e?s?|dite?s?")
DEFENCE = re.compile(r" (?:de défense|de missiles|sol-air|anti-?aérien|anti-?missile)")
LISTED = ("weapons.name:", "weapons.designation:")
MISSILES = {"missile", "air_defence"}
SMALL = frozenset({"de", "du", "des", "la", "le", "les", "et", "von", "van", "el", "al"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A name that a weapon noun introduces: directly behind it, or with words between."""

    start: int
    end: int
    direct: bool
    name: str
    subtype: WeaponSubtype
    country: str | None
    rule: str


def find_weapons(article: Article, lexicon: WeaponLexicon) -> tuple[Found, ...]:
    """The weapons of an article, in the order of the text; they never overlap."""
    scene = read_scene(article, lexicon)
    pairs = [(hit, _introduced(scene, hit, lexicon)) for hit in _term_hits(scene, lexicon)]
    scene = with_weapons(scene, _sure_starts(scene, pairs, lexicon))
    kept = [(hit, name) for hit, name in pairs if _is_kept(scene, hit, name, lexicon)]
    names = {name.name: name for _, name in kept if name is not None}
    found: list[Found] = []
    for hit, name in kept:
        found.extend(_found_term(hit, name))
    found.extend(_found_names(scene, found, names, lexicon))
    return tuple(sorted(found, key=lambda one: one.start))


def _sure_starts(
    scene: Scene, pairs: Sequence[tuple[TermHit, Introduced | None]], lexicon: WeaponLexicon
) -> list[int]:
    """Where weapons stand that need no context: they are the context of the others."""
    sure = [
        hit.start
        for hit, name in pairs
        if (not hit.entry.context or (name is not None and name.rule.startswith(LISTED)))
        and _is_kept(scene, hit, name, lexicon)
    ]
    for at in range(len(scene.words)):
        named = name_at(scene, at, lexicon)
        if named is not None and not named.context:
            sure.append(named.start)
    return sure


def _term_hits(scene: Scene, lexicon: WeaponLexicon) -> list[TermHit]:
    hits: list[TermHit] = []
    at = 0
    while at < len(scene.words):
        hit = term_at(scene, at, lexicon)
        if hit is not None:
            hits.append(hit)
        at = at + 1 if hit is None else hit.last + 1
    return hits


def _is_kept(scene: Scene, hit: TermHit, name: Introduced | None, lexicon: WeaponLexicon) -> bool:
    """A term directly before a weapon's listed name needs no other context: « chars Leclerc »."""
    if name is not None and name.direct and name.rule.startswith(LISTED):
        return not (hit.bare and hit.start in scene.verbs and scene.text[hit.start - 1] != " ")
    return hit.entry.context != "name" and is_term(scene, hit, lexicon)


def _introduced(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> Introduced | None:
    """The name that a term introduces, if any."""
    after = hit.last + 1
    if after < len(scene.words) and scene.text[hit.end : scene.words[after].start] == " ":
        listed = name_at(scene, after, lexicon)
        if listed is not None:
            return _listed_name(hit, listed)
        if (unknown := _unknown_behind(scene, hit, after)) is not None:
            return unknown
    return _unknown_in_marks(scene, hit)


def _listed_name(hit: TermHit, listed: NameHit) -> Introduced:
    """A name that is also something else takes the type of the noun before it: the Mistral is an
    air-defence missile and, « porte-hélicoptères Mistral », a ship."""
    same = listed.subtype == hit.subtype or hit.entry.context == "name"
    keeps = same or listed.context != "head" or {hit.subtype, listed.subtype} == MISSILES
    return Introduced(
        start=listed.start,
        end=listed.end,
        direct=True,
        name=listed.name,
        subtype=listed.subtype if keeps else hit.subtype,
        country=listed.country if keeps else None,
        rule=listed.rule,
    )


def _unknown_behind(scene: Scene, hit: TermHit, after: int) -> Introduced | None:
    """« drones Sting », « frégate Aquitaine », « missile russe Orechnik »; « le système Khibiny de
    défense antiaérienne »."""
    direct = True
    if scene.words[after].start in scene.adjectives and after + 1 < len(scene.words):
        gap = scene.text[scene.words[after].end : scene.words[after + 1].start]
        if gap == " " and scene.text[scene.words[after].start].islower():
            direct, after = False, after + 1
    shape = shape_at(scene, after)
    if shape is None or len(shape[1]) < 2:
        return None
    end, text = shape
    subtype = hit.subtype
    if hit.entry.context == "name":
        if not direct or not DEFENCE.match(scene.text, end):
            return None
        subtype = "air_defence"
    elif hit.entry.names != "any" or (not direct and hit.subtype != "naval" and " " in text):
        return None
    return Introduced(
        start=scene.words[after].start,
        end=end,
        direct=direct,
        name=text,
        subtype=subtype,
        country=None,
        rule="weapons.unknown-after-noun" if direct else "weapon_terms.name-after-adjective",
    )


def _unknown_in_marks(scene: Scene, hit: TermHit) -> Introduced | None:
    """« missile russe « Orechnik » », « rançongiciel, baptisé « Crna Ruka » »."""
    if hit.entry.names == "none":
        return None
    for pattern in (CALLED, QUOTED):
        match = pattern.match(scene.text, hit.end)
        if match is None or "\n" in match.group():
            continue
        between = range(hit.last + 1, len(scene.words))
        verbs = False
        for i in between:
            if scene.words[i].start >= match.start("name"):
                break
            word = scene.words[i]
            verbs |= word.start in scene.verbs and not NAMING.fullmatch(word.norm)
        words = match.group("name").split()
        if verbs or not all(w[0].isupper() or w[0].isdigit() or w in SMALL for w in words):
            continue
        return Introduced(
            start=match.start("name"),
            end=match.end("name"),
            direct=False,
            name=match.group("name"),
            subtype=hit.subtype,
            country=None,
            rule="weapons.unknown-in-marks",
        )
    return None


def _found_term(hit: TermHit, name: Introduced | None) -> list[Found]:
    """One mention for a term with the name directly behind it, else one for the term alone; a name
    with words between is found with the other occurrences of the name."""
    direct = name is not None and name.direct
    return [
        Found(
            start=hit.start,
            end=name.end if name is not None and direct else hit.end,
            label="WEAPON",
            name=name.name if name is not None and direct else hit.name,
            rule=name.rule if name is not None and direct else f"weapon_terms:{hit.entry.term}",
            country=name.country if name is not None and direct else None,
            subtype=name.subtype if name is not None and direct else hit.subtype,
        )
    ]


def _found_names(
    scene: Scene,
    taken: Sequence[Found],
    introduced: Mapping[str, Introduced],
    lexicon: WeaponLexicon,
) -> list[Found]:
    """Names that stand alone: those of the lexicon and those introduced in this document."""
    covered = {i for one in taken for i in range(one.start, one.end)}
    spelled = {key_of(name)[0]: name for name in introduced}
    exact = {name.start: name for name in introduced.values() if not name.direct}
    found: list[Found] = []
    free = 0
    for at, word in enumerate(scene.words):
        if word.start < free or word.start in covered:
            continue
        hit = name_at(scene, at, lexicon)
        if hit is not None and is_name(scene, hit, at, set(introduced), lexicon):
            one = _found_listed(hit, introduced)
        elif word.start in exact:
            one = _found_introduced(exact[word.start], word.start, exact[word.start].end)
        elif word.norm in spelled:
            again = _again(scene, at, introduced[spelled[word.norm]], lexicon)
            if again is None:
                continue
            one = again
        else:
            continue
        found.append(one)
        free = one.end
    return found


def _found_listed(hit: NameHit, introduced: Mapping[str, Introduced]) -> Found:
    known = introduced.get(hit.name)
    return Found(
        start=hit.start,
        end=hit.end,
        label="WEAPON",
        name=hit.name,
        rule=hit.rule,
        country=known.country if known else hit.country,
        subtype=known.subtype if known else hit.subtype,
    )


def _found_introduced(name: Introduced, start: int, end: int) -> Found:
    return Found(
        start=start,
        end=end,
        label="WEAPON",
        name=name.name,
        rule=name.rule,
        country=name.country,
        subtype=name.subtype,
    )


def _again(scene: Scene, at: int, name: Introduced, lexicon: WeaponLexicon) -> Found | None:
    """Another occurrence of an introduced name, in the same spelling.

    A ship's name is also a person's or a region's (« l'Aquitaine »): it wants an article or
    quotation marks.
    """
    start = scene.words[at].start
    if not scene.text.startswith(name.name, start):
        return None
    end = start + len(name.name)
    after = scene.text[end : end + 1]
    if after.isalnum() or scene.text[start - 1 : start].isalnum():
        return None
    before = scene.text[:start].rstrip(" ")[-1:]
    article = at > 0 and scene.words[at - 1].norm in {
        "le",
        "la",
        "l",
        "du",
        "au",
        "les",
        "des",
        "un",
    }
    if name.subtype == "naval" and not article and before not in {"«", "\n", ""}:
        return None
    if is_refused(scene, at, at + len(key_of(name.name)) - 1, {key_of(name.name)}, lexicon):
        return None
    return _found_introduced(name, start, end)
