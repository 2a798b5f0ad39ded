"""Names of weapons at one place of the text: in the lexicon, by pattern, or by their shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from pipeline.lexicons.weapon_words import gap_fits
from pipeline.lexicons.weapons import NameContext, Spelling, WeaponLexicon
from pipeline.mentions.weapon_scene import Scene
from pipeline.records import WeaponSubtype

# What belongs to a designation though no lexicon lists it: « T-72B3 », « Shahed-136 »,
# « Su-34/35 », « Rafale F4 », « S-300 PMU-2 », « Paveway II », « Patriot PAC-3 ».
STUCK = re.compile(r"[A-Z0-9]{1,4}(?![^\W_])|s(?!\w)")
HYPHEN = re.compile(r"[-/](?:[A-Z0-9][A-Z0-9]{0,4}[a-z]?)(?![^\W_])")
VERSION = re.compile(
    r" (?:(?:Mk|MK|Block|PAC|Mod)[ .-]?\d+[A-Z]?|NG|XLR|I{2,3}|I?V|VI|[A-Z]{1,3}-?\d{1,2}[A-Z]?"
    r"|\d[A-Z]\d?)(?![\w-])"
)
# The first word of a designation, with a number or a capital behind it: « Su-57 », « M777 »,
# « 9M37 », « Type 99 », « Anka-S », but not « Jean-Pierre ».
NUMBERED = re.compile(
    r"[A-Z0-9](?<![^\W_]{2})(?:(?<=\d)\d*+|(?<!\d)[^\W\d_]*+)(?=[A-Z0-9]|-[A-Z0-9](?![a-z])| \d)"
)
# A name that no lexicon has: « Orechnik », « Zastava M93 », « Commandant Birot », « K2 ».
SHAPE = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]\w*|\d+[A-Z]\w*)(?:[-/'][\w]+)*"
    r"(?: (?:[A-ZÀ-ÖØ-Þ][\w.]*|\d+[A-Z]*\d*)(?:[-/][\w]+)*(?![\w']))*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A name at `start`..`end`; `last` is the index of its last word."""

    start: int
    end: int
    last: int
    name: str
    subtype: WeaponSubtype
    country: str | None
    context: NameContext
    rule: str


def name_at(scene: Scene, at: int, lexicon: WeaponLexicon) -> NameHit | None:
    """The name of the lexicon that starts at word `at`, else the designation of a known pattern,
    with the nickname directly behind it: « F/A-18 Super Hornet », « M109 Paladin »."""
    first = _listed(scene, at, lexicon) or _designation(scene, at, lexicon)
    if first is None or first.last + 1 == len(scene.words):
        return first
    behind = scene.words[first.last + 1]
    if scene.text[first.end : behind.start] != " ":
        return first
    second = _listed(scene, first.last + 1, lexicon)
    if second is None or (second.subtype, second.country) != (first.subtype, first.country):
        return first
    return replace(first, end=second.end, last=second.last)


def names_in(scene: Scene, lexicon: WeaponLexicon) -> dict[int, NameHit]:
    """The names of the lexicon and the designations of a text, by their first word."""
    words = scene.words
    numbered = [bisect_left(words.starts, one.start()) for one in NUMBERED.finditer(scene.text)]
    places = {*numbered, *words.opening(lexicon.name_heads)}
    hits = ((at, name_at(scene, at, lexicon)) for at in sorted(places))
    return {at: hit for at, hit in hits if hit is not None}


def _listed(scene: Scene, at: int, lexicon: WeaponLexicon) -> NameHit | None:
    words = scene.words
    if _glued(scene, words.starts[at]):
        return None
    for size in range(lexicon.name_heads.longest.get(words.folded[at], 0), 0, -1):
        key = tuple(words.folded[at : at + size])
        for spelling in lexicon.names.get(key, ()) if len(key) == size else ():
            if _is_written(scene, at, spelling):
                end = _extended(scene.text, words.end(at + size - 1))
                if end is None:
                    continue
                text = scene.text[words.starts[at] : end]
                entry = spelling.entry
                longer = end > words.end(at + size - 1) and not text.endswith("s")
                return NameHit(
                    start=words.starts[at],
                    end=end,
                    last=_last_word(scene, at + size - 1, end),
                    name=text if longer else entry.name,
                    subtype=entry.subtype,
                    country=entry.country,
                    context=entry.context,
                    rule=f"weapons.name:{entry.name}",
                )
    return None


def _designation(scene: Scene, at: int, lexicon: WeaponLexicon) -> NameHit | None:
    start = scene.words.starts[at]
    match = lexicon.designation.match(scene.text, start)
    if match is None or match.lastgroup is None:
        return None
    entry = lexicon.designations[int(match.lastgroup[1:])]
    end = _extended(scene.text, match.end()) or match.end()
    text = scene.text[start:end]
    return NameHit(
        start=start,
        end=end,
        last=_last_word(scene, at, end),
        name=text.removesuffix("s"),
        subtype=entry.subtype,
        country=entry.country,
        context=entry.context,
        rule=f"weapons.designation:{entry.pattern}",
    )


def shape_at(scene: Scene, at: int) -> tuple[int, str] | None:
    """The capitalised words that start at word `at`, as (end, text), whatever they name."""
    match = SHAPE.match(scene.text, scene.words.starts[at])
    return (match.end(), match.group()) if match else None


def _glued(scene: Scene, start: int) -> bool:
    """Whether a word goes on before `start`: « B2F-16 », « Charles-Milan »."""
    before = scene.text[start - 1 : start]
    return before.isalnum() or (before == "-" and scene.text[start - 2 : start - 1].isalnum())


def _is_written(scene: Scene, at: int, spelling: Spelling) -> bool:
    """Whether the words at `at` have the gaps and the case that the spelling wants."""
    words = scene.words.between(at, at + len(spelling.gaps) + 1)
    for wanted, a, b in zip(spelling.gaps, words[:-1], words[1:], strict=True):
        letters = a.folded.isalpha() and b.folded.isalpha()
        if not gap_fits(wanted, scene.text[a.end : b.start], letters=letters):
            return False
    text = scene.text[words[0].start : words[-1].end]
    if spelling.entry.case == "any":
        return text.lower().removesuffix("s") == spelling.text.lower().removesuffix("s")
    if spelling.entry.case == "exact":
        return text == spelling.text
    if spelling.entry.case == "upper":
        around = scene.text[max(0, words[0].start - 20) : words[-1].end + 20]
        return text.isupper() and not around.isupper()  # a line in capitals says nothing
    letters_only = "".join(filter(str.isalpha, text))
    given = "".join(filter(str.isalpha, spelling.text))
    if len(given) <= 3 and given.isupper():
        return letters_only.isupper()
    return text[0].isupper() or text[0].isdigit()


def _extended(text: str, end: int) -> int | None:
    """The end of the designation with its version; None where the word goes on otherwise."""
    stuck = STUCK.match(text, end)
    if stuck:
        end = stuck.end()
    elif text[end : end + 1].isalnum():
        return None
    while hyphen := HYPHEN.match(text, end):
        end = hyphen.end()
    version = VERSION.match(text, end)
    return version.end() if version else end


def _last_word(scene: Scene, at: int, end: int) -> int:
    while at + 1 < len(scene.words) and scene.words.starts[at + 1] < end:
        at += 1
    return at
