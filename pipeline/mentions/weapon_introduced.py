"""Names that a weapon noun introduces: « drones Sting », « missile russe « Orechnik » »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicons.weapons import WeaponLexicon
from pipeline.mentions.weapon_names import NameHit, name_at, shape_at
from pipeline.mentions.weapon_scene import Scene
from pipeline.mentions.weapon_terms import TermHit
from pipeline.records import WeaponSubtype

# « missile russe « Orechnik » », « rançongiciel, baptisé « Kraken » », « drone surnommé Sting »
QUOTED = re.compile(
    r"(?: [a-zà-ÿœ][a-zà-ÿœ'-]*){0,4},? «\s?(?P<name>[A-ZÀ-ÖØ-Þ0-9][^«».,;:!?\n]{1,28}?)\s?»"
)
CALLED = re.compile(
    r",?(?: [a-zà-ÿœ'-]+){0,4},? (?:baptisé|surnommé|dénommé|nommé|appelé)e?s? "
    r"(?:«\s?)?(?P<name>[A-ZÀ-ÖØ-Þ0-9][\w-]+(?: [A-ZÀ-ÖØ-Þ0-9][\w-]*){0,2})"
)
# « un nouveau porte-avions, le Fujian. », « un missile ukrainien, le Flamingo, »
APPOSED = re.compile(
    r"(?: [a-zà-ÿœ-]+){0,3}, (?:le |la |l')(?:«\s?)?"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w-]+(?: [A-ZÀ-ÖØ-Þ0-9][\w-]*){0,2})(?=\s?[»,.;)])"
)
# « Le Sting, un drone », « le Fujian, troisième porte-avions »
BEFORE = re.compile(
    r"(?:^|[\s(«'])(?:[Ll]e |[Ll]a |[Ll]')(?:«\s?)?"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w-]+(?: [A-ZÀ-ÖØ-Þ0-9][\w-]*){0,2})"
    r"(?:\s?»)?, (?:(?:un|une) (?:nouveau |nouvelle |petit |petite |ancien |ancienne )?"
    r"|(?:premier|première|deuxième|troisième|quatrième|dernier|nouveau|nouvelle) )$"
)
LOOK_BACK = 60  # characters in which an apposition before the noun must fit
NAMING = re.compile(r"(?:baptise|surnomme|denomme|nomme|appele)e?s?|dite?s?")
DEFENCE = re.compile(r" (?:de défense|de missiles|sol-air|anti-?aérien|anti-?missile)")
MISSILES = {"missile", "air_defence"}
HANDLERS = frozenset(
    "pilote telepilote operateur operatrice tireur instructeur instructrice specialiste expert "
    "experte ingenieur ingenieure commandant commandante chef fabricant constructeur conducteur "
    "vendeur marchand trafiquant collectionneur".split()
)
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


def introduced_by(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> Introduced | None:
    """The name that a term introduces, if any."""
    after = hit.last + 1
    if after < len(scene.words) and scene.text[hit.end : scene.words.starts[after]] == " ":
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
    if scene.text[hit.start : hit.end].isupper() and not hit.entry.term.isupper():
        return None  # a line in capitals shows no names
    if scene.pos(scene.words.starts[after]) == "ADJ" and after + 1 < len(scene.words):
        gap = scene.text[scene.words.end(after) : scene.words.starts[after + 1]]
        if gap == " " and scene.text[scene.words.starts[after]].islower():
            direct, after = False, after + 1
    shape = shape_at(scene, after)
    if shape is None or len(shape[1]) < 2:
        return None
    end, text = shape
    if _is_of_a_person(scene, hit) and " " in text and text.replace(" ", "").isalpha():
        return (
            None  # « le pilote de drones Oleh Kovalenko », « le fabricant d'obus Nexter Munitions »
        )
    subtype = hit.subtype
    if hit.entry.context == "name":
        if not direct or not DEFENCE.match(scene.text, end):
            return None
        subtype = "air_defence"
    elif hit.entry.names != "any" or (not direct and hit.subtype != "naval" and " " in text):
        return None
    return Introduced(
        start=scene.words.starts[after],
        end=end,
        direct=direct,
        name=text,
        subtype=subtype,
        country=None,
        rule="weapons.unknown-after-noun" if direct else "weapon_terms.name-after-adjective",
    )


def _is_of_a_person(scene: Scene, hit: TermHit) -> bool:
    """Whether the term completes the noun of a person or a maker, whose name may follow it."""
    if hit.first < 2 or scene.words.folded[hit.first - 1] not in {"de", "d", "en"}:
        return False
    return scene.words.folded[hit.first - 2] in HANDLERS


def _unknown_in_marks(scene: Scene, hit: TermHit) -> Introduced | None:
    """« missile russe « Orechnik » », « rançongiciel, baptisé « Kraken » »."""
    if hit.entry.names == "none":
        return None
    before = BEFORE.search(scene.text, max(0, hit.start - LOOK_BACK), hit.start)
    behind = (pattern.match(scene.text, hit.end) for pattern in (CALLED, QUOTED, APPOSED))
    for match in (*behind, before):
        if match is None or "\n" in match.group():
            continue
        between = range(hit.last + 1, len(scene.words))
        verbs = False
        for i in between:
            if scene.words.starts[i] >= match.start("name"):
                break
            word = scene.words[i]
            verbs |= scene.is_verb(word.start) and not NAMING.fullmatch(word.folded)
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
