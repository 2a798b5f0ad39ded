"""Weapons: named systems, generic terms, and names that only their context shows to be weapons.

A term and the name that directly follows it are one mention (« missile Orechnik »); with other
words or quotation marks between they are two (« missile » russe « Orechnik »). A name that a weapon
noun introduces once is known in the whole document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from pipeline.article import Article
from pipeline.lexicons.weapon_words import key_of
from pipeline.lexicons.weapons import WeaponLexicon
from pipeline.mentions.found import Found
from pipeline.mentions.weapon_homonyms import (
    is_counted,
    is_name,
    is_refused,
    is_refused_term,
    is_term,
)
from pipeline.mentions.weapon_introduced import Introduced, introduced_by
from pipeline.mentions.weapon_names import NameHit, names_in
from pipeline.mentions.weapon_scene import Scene, read_scene, with_domains, with_weapons
from pipeline.mentions.weapon_terms import TermHit, term_at

LINKS = (" et ", ", ", " ou ", "/")
LISTED = ("weapons.name:", "weapons.designation:")


def find_weapons(article: Article, lexicon: WeaponLexicon) -> tuple[Found, ...]:
    """The weapons of an article, in the order of the text; they never overlap."""
    scene = read_scene(article)
    hits, listed = _term_hits(scene, lexicon), names_in(scene, lexicon)
    if not hits and not listed:
        return ()
    scene = with_domains(scene, lexicon)
    pairs = [(hit, introduced_by(scene, hit, lexicon)) for hit in hits]
    scene = with_weapons(scene, _sure_starts(scene, pairs, listed, lexicon))
    kept = [(hit, name) for hit, name in pairs if _is_kept(scene, hit, name, lexicon)]
    kept = _without_echoes(scene, [hit for hit, _ in pairs], kept, lexicon)
    names = {name.name: name for _, name in kept if name is not None}
    found: list[Found] = []
    for hit, name in kept:
        found.extend(_found_term(hit, name))
    found.extend(_found_names(scene, found, listed, names, lexicon))
    return tuple(sorted(found, key=lambda one: one.start))


def _sure_starts(
    scene: Scene,
    pairs: Sequence[tuple[TermHit, Introduced | None]],
    listed: Mapping[int, NameHit],
    lexicon: WeaponLexicon,
) -> list[int]:
    """Where weapons stand that need no context: they are the context of the others."""
    sure = [
        hit.start
        for hit, name in pairs
        if (not hit.entry.context or (name is not None and name.rule.startswith(LISTED)))
        and _is_kept(scene, hit, name, lexicon)
    ]
    doubtful = {
        scene.sentence(hit.start)
        for hit, _ in pairs
        if hit.entry.context in {"military", "sentence"}
        and not is_refused_term(scene, hit, lexicon)
    }
    return sure + _sure_names(scene, listed, doubtful, lexicon)


def _sure_names(
    scene: Scene, listed: Mapping[int, NameHit], doubtful: Set[int], lexicon: WeaponLexicon
) -> list[int]:
    """Where names stand that are weapons': those without homonyms, and those with homonyms where
    two stand in one sentence, each with its determiner (« trois Sukhoï et un Mirage »), or one
    beside a noun that may be a weapon (« le canon du Caesar »; `doubtful` are its sentences)."""
    sure: list[int] = []
    guarded: dict[int, list[int]] = {}
    for at, named in listed.items():
        if not named.context:
            sure.append(named.start)
        elif named.context == "guarded" and is_counted(scene, at, lexicon):
            guarded.setdefault(scene.sentence(named.start), []).append(named.start)
    for sentence, starts in guarded.items():
        if len(starts) + (sentence in doubtful) > 1:
            sure.extend(starts)
    return sure


def _term_hits(scene: Scene, lexicon: WeaponLexicon) -> list[TermHit]:
    hits: list[TermHit] = []
    for at in scene.words.opening(lexicon.term_heads):
        if not hits or at > hits[-1].last:
            hit = term_at(scene, at, lexicon)
            hits.extend([hit] if hit else [])
    return hits


def _is_kept(scene: Scene, hit: TermHit, name: Introduced | None, lexicon: WeaponLexicon) -> bool:
    """A term directly before a weapon's listed name needs no other context (« chars Leclerc »), nor
    one before an unknown designation (« chars Ourso-2 »)."""
    if name is None or not name.direct:
        return is_term(scene, hit, lexicon)
    if name.rule.startswith(LISTED):
        return not (hit.bare and scene.is_verb(hit.start) and scene.text[hit.start - 1] != " ")
    designated = hit.entry.context == "name" or any(c.isdigit() for c in name.name)
    return (designated and not is_refused_term(scene, hit, lexicon)) or is_term(scene, hit, lexicon)


def _without_echoes(
    scene: Scene,
    hits: Sequence[TermHit],
    kept: Sequence[tuple[TermHit, Introduced | None]],
    lexicon: WeaponLexicon,
) -> list[tuple[TermHit, Introduced | None]]:
    """Without the terms that spin out a figure of speech in a sentence without a verb: « Une bombe
    à retardement. Sans mèche ni grenade. »"""
    literal = {scene.sentence(hit.start) for hit, _ in kept}
    figures = {
        scene.sentence(hit.start) for hit in hits if is_refused_term(scene, hit, lexicon)
    } - literal
    return [
        (hit, name)
        for hit, name in kept
        if name is not None
        or not hit.bare
        or scene.sentence(hit.start) - 1 not in figures
        or scene.has_verb(scene.sentence(hit.start))
    ]


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
    listed: Mapping[int, NameHit],
    introduced: Mapping[str, Introduced],
    lexicon: WeaponLexicon,
) -> list[Found]:
    """Names that stand alone: those of the lexicon and those introduced in this document."""
    covered = {i for one in taken for i in range(one.start, one.end)}
    spelled = {key_of(name)[0]: name for name in introduced}
    exact = {name.start: name for name in introduced.values() if not name.direct}
    found: list[Found] = []
    ends = {one.end for one in taken}
    free = 0
    for at in sorted({*listed, *scene.words.places(spelled.keys())}):
        word = scene.words[at]
        if word.start < free or word.start in covered:
            continue
        hit = listed.get(at)
        if hit is not None and (
            _goes_on(scene, ends, hit.start) or is_name(scene, hit, at, set(introduced), lexicon)
        ):
            one = _found_listed(hit, introduced)
        elif word.start in exact:
            one = _found_introduced(exact[word.start], word.start, exact[word.start].end)
        elif word.folded in spelled:
            again = _again(scene, at, introduced[spelled[word.folded]], lexicon)
            if again is None:
                continue
            one = again
        else:
            continue
        found.append(one)
        ends.add(one.end)
        free = one.end
    return found


def _goes_on(scene: Scene, ends: Set[int], start: int) -> bool:
    """Whether an enumeration of weapons goes on: « des chars Leclerc, Griffon et Jaguar »."""
    return any(
        start - len(link) in ends and scene.text.startswith(link, start - len(link))
        for link in LINKS
    )


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
    start = scene.words.starts[at]
    if not scene.text.startswith(name.name, start):
        return None
    end = start + len(name.name)
    after = scene.text[end : end + 1]
    if after.isalnum() or scene.text[start - 1 : start].isalnum():
        return None
    before = scene.text[:start].rstrip(" ")[-1:]
    article = at > 0 and scene.words.folded[at - 1] in {
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
