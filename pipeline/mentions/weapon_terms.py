"""Generic weapon terms with their complements: « missiles balistiques de courte portée »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicons.weapon_words import RUN, gap_fits, key_of
from pipeline.lexicons.weapons import ComplementForm, WeaponLexicon, WeaponTerm
from pipeline.mentions.weapon_scene import Scene
from pipeline.records import WeaponSubtype
from pipeline.words import LIGATURES

# « obus de 155 », « canon de 100 mm », « mitrailleuse de calibre 12,7 », « pistolet 9 mm ».
CALIBRE = re.compile(
    r" (?:de )?(?:calibre )?\d{1,3}(?:[.,]\d{1,2})? ?(?:mm|millimètres)(?!\w)"
    r"| de (?:calibre )?(?:105|120|122|130|152|155|203|75|81|82|90|100)(?![\w.,]\w|\w| (?!mm)\w)"
    r"| de (?:calibre )?(?:105|120|122|130|152|155|203|81|82)(?!\w|[.,]\d)"
    r"| de calibre \d{1,3}(?:[.,]\d{1,2})?(?!\w)"
)
CALIBRED = {"munition", "artillery", "small_arms", "other"}
LONGEST_COMPLEMENT = 6
LINE_STARTS = frozenset(["", "\n", "«", ".", "!", "?", ":", "-", "–", "—", "•", "…"])


@dataclass(frozen=True, slots=True, kw_only=True)
class TermHit:
    """A generic term at `start`..`end`, complements included; `last` is its last word's index."""

    start: int
    end: int
    first: int
    last: int
    entry: WeaponTerm
    name: str
    subtype: WeaponSubtype
    bare: bool


def term_at(scene: Scene, at: int, lexicon: WeaponLexicon) -> TermHit | None:
    """The longest term that starts at word `at`, with the complements that follow it."""
    words = scene.words
    before = scene.text[words.starts[at] - 1 : words.starts[at]]
    if before.isalnum() or before == "-":
        return None
    for size in range(lexicon.term_heads.longest.get(words.folded[at], 0), 0, -1):
        key = tuple(words.folded[at : at + size])
        form = lexicon.terms.get(key)
        if form is None or len(key) < size or not _gaps_fit(scene, at, form.gaps):
            continue
        end = words.end(at + size - 1)
        if scene.text[end : end + 1].isalnum() or not _case_fits(scene, at, end, form.text):
            continue
        return _with_complements(scene, at, at + size - 1, form.entry, lexicon)
    return None


def _gaps_fit(scene: Scene, at: int, gaps: tuple[str, ...]) -> bool:
    return all(
        gap_fits(gap, scene.text[scene.words.end(i) : scene.words.starts[i + 1]], letters=True)
        for i, gap in enumerate(gaps, start=at)
    )


def _case_fits(scene: Scene, at: int, end: int, form: str) -> bool:
    """A term has a small letter, unless it starts a sentence, a line or a quotation, or is an
    acronym: « Grenade », « Bombardier » and « Blindé » are names elsewhere."""
    start = scene.words.starts[at]
    text = scene.text[start:end]
    if not all(_same_word(a, b) for a, b in zip(RUN.findall(text), RUN.findall(form), strict=True)):
        return False
    if form.isupper() or not text[0].isupper() or (text.isupper() and len(text) > 4):
        return True
    before = scene.text[:start].rstrip(" ")[-1:]
    return before in LINE_STARTS


def _same_word(text: str, form: str) -> bool:
    """Whether a word is written with the form's accents and capitals: « armés » is not « armes »,
    « bombe à » not « bombe A »; capitals may go without their accents (« ÉPÉE », « Epée »)."""
    if form.isupper():
        return text == form
    small = text.lower().translate(LIGATURES)
    wanted = form.lower().translate(LIGATURES)
    return small == wanted or (text[0].isupper() and small[1:] == wanted[1:]) or text.isupper()


def _with_complements(
    scene: Scene, first: int, last: int, entry: WeaponTerm, lexicon: WeaponLexicon
) -> TermHit:
    """Lengthen a term by all complements that it takes, a calibre among them."""
    name, subtype, end = entry.term, entry.subtype, scene.words.end(last)
    while True:
        if found := _complement(scene, last, name, entry, lexicon):
            last, form = found
            name = f"{name} {form.singular}"
            subtype = form.subtype or subtype
            end = scene.words.end(last)
        elif subtype in CALIBRED and (calibre := CALIBRE.match(scene.text, end)):
            end = calibre.end()
            name += calibre.group()
            while last + 1 < len(scene.words) and scene.words.starts[last + 1] < end:
                last += 1
        else:
            break
    alone = " " not in entry.term and "-" not in entry.term
    return TermHit(
        start=scene.words.starts[first],
        end=end,
        first=first,
        last=last,
        entry=entry,
        name=name,
        subtype=subtype,
        bare=alone and name == entry.term,
    )


def _complement(
    scene: Scene, last: int, name: str, entry: WeaponTerm, lexicon: WeaponLexicon
) -> tuple[int, ComplementForm] | None:
    """The longest complement that follows word `last`: its last word and form.

    What a term takes, its longer forms take too: « avion de combat furtif ».
    """
    words = scene.words
    heads = {tuple(key) for key in _heads(name, entry.term)}
    for size in range(LONGEST_COMPLEMENT, 0, -1):
        key = tuple(words.folded[last + 1 : last + 1 + size])
        if len(key) < size or scene.text[words.end(last) : words.starts[last + 1]] != " ":
            continue
        for head in heads:
            form = lexicon.complements.get(head, {}).get(key)
            if form and _gaps_fit(scene, last + 1, form.gaps):
                end = words.end(last + size)
                if not scene.text[end : end + 1].isalnum():
                    return last + size, form
    return None


def _heads(name: str, term: str) -> list[tuple[str, ...]]:
    """Everything the complements may be listed under: the name so far and its beginnings."""
    whole = key_of(name)
    return [whole[:size] for size in range(len(whole), 0, -1)] + [key_of(term)]
