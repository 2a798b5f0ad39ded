"""Whether a weapon's word or name is meant as one: homonyms, verbs and figures are refused."""

from __future__ import annotations

from collections.abc import Set

from pipeline.lexicons.weapon_words import key_of
from pipeline.lexicons.weapons import Domain, Key, WeaponLexicon
from pipeline.mentions.weapon_names import NameHit
from pipeline.mentions.weapon_scene import ARMS, Scene
from pipeline.mentions.weapon_terms import TermHit
from pipeline.words import fold

LONGEST_PHRASE = 5
PREPOSITIONS = frozenset({"a", "d", "de", "en", "par", "sans"})


def is_term(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> bool:
    """Whether a generic term is meant as a weapon where it stands."""
    if is_refused_term(scene, hit, lexicon) or _is_verb(scene, hit, lexicon):
        return False
    return _context_fits(scene, hit) and (not hit.bare or _is_literal(scene, hit, lexicon))


# What a term's context asks of the words of its sentence.
NEEDED: dict[str, Domain] = {
    "sentence": "military",
    "violence": "violence",
    "shot": "shot",
    "naval": "naval",
}


def is_refused_term(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> bool:
    """Whether the words beside a term make it a homonym or a figure: « bombe à retardement »."""
    return is_refused(scene, hit.first, hit.last, _keys(hit), lexicon)


def _is_verb(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> bool:
    """« Le doute mine l'équipe », « nous avions » are verbs, « une mine », « d'avions » are not;
    « Téhéran arme » is one whatever the model says: a weapon has a determiner before it."""
    if not hit.bare or _is_determined(scene, hit.first, lexicon):
        return False
    return scene.is_verb(hit.start) or (hit.name.endswith("e") and _follows_name(scene, hit))


def _follows_name(scene: Scene, hit: TermHit) -> bool:
    """Whether a name stands right before a term, with a space alone between."""
    before = scene.words[hit.first - 1] if hit.first else None
    return before is not None and scene.pos(before.start) == "PROPN" and before.end == hit.start - 1


def _is_literal(scene: Scene, hit: TermHit, lexicon: WeaponLexicon) -> bool:
    """Whether nothing speaks of sport, of show or, for a drone, of civil flights; if something
    does, other words of arms or violence must stand in the sentence."""
    sure = int(hit.start in scene.sure)
    for domain in ARMS:
        itself = sure + int(_is_in(fold(hit.entry.plural), domain, lexicon))
        if scene.count(hit.start, domain) > itself:
            return True
    if hit.subtype == "drone" and scene.total("civil") > scene.total("military"):
        return False
    return not (scene.count(hit.start, "sport") or scene.count(hit.start, "figurative"))


def _context_fits(scene: Scene, hit: TermHit) -> bool:
    """Whether the words around are those that the term needs; with a complement it needs none."""
    needed = hit.entry.context
    if needed in {"", "name"} or (not hit.bare and hit.name != hit.entry.term):
        return needed != "name"
    if needed == "military":
        return _is_in_military_scene(scene, hit)
    here = scene.count(hit.start, NEEDED[needed])
    figures = scene.count(hit.start, "sport") + scene.count(hit.start, "figurative")
    if needed == "sentence" and not figures and scene.is_about_arms():
        return True
    if needed in {"shot", "sentence"} or here:
        return here > figures
    near = needed == "violence" and scene.count(hit.start, "violence", around=1)
    return not figures and (near > 0 or (needed == "naval" and scene.is_about_arms()))


def _is_in_military_scene(scene: Scene, hit: TermHit) -> bool:
    """« avion » wants more words of arms in its sentence than of air travel, where the text has
    those; « char », « blindé » are content with the document's."""
    if hit.subtype == "aircraft" and scene.total("civil") > 1:
        return scene.count(hit.start, "military") > scene.count(hit.start, "civil")
    return scene.is_military(hit.start)


def _keys(hit: TermHit) -> set[Key]:
    return {key_of(hit.entry.term)} | ({key_of(hit.entry.term)[:1]} if hit.bare else set())


def is_refused(scene: Scene, first: int, last: int, keys: Set[Key], lexicon: WeaponLexicon) -> bool:
    """Whether the words before or after are listed as those of a homonym: « think tank »,
    « char à voile », « le maréchal Leclerc »."""
    words = scene.words
    for key in keys:
        if key not in lexicon.homonyms:
            continue
        before, after = lexicon.homonyms[key]
        for size in range(1, LONGEST_PHRASE + 1):
            left = tuple(words.folded[max(0, first - size) : first])
            right = tuple(words.folded[last + 1 : last + 1 + size])
            if left in before and _same_line(scene, first - size, first):
                return True
            if right in after and _same_line(scene, last, last + size):
                return True
    return False


def _same_line(scene: Scene, first: int, last: int) -> bool:
    """Whether no line or sentence ends between two words: only spaces, hyphens, apostrophes."""
    words = scene.words
    return all(
        not set(scene.text[words.end(i) : words.starts[i + 1]]) - set(" -'")
        for i in range(max(0, first), min(last, len(words) - 1))
    )


def is_name(scene: Scene, hit: NameHit, at: int, known: Set[str], lexicon: WeaponLexicon) -> bool:
    """Whether a name is a weapon's where it stands without a weapon noun, at word `at`.

    Args:
        known: the names that a weapon noun introduces somewhere in the document.
    """
    spelling = key_of(scene.text[hit.start : hit.end].removesuffix("s"))
    if is_refused(scene, at, hit.last, {spelling, spelling[:1], key_of(hit.name)}, lexicon):
        return False
    if hit.context == "":
        return True
    confirmed = hit.name in known
    if hit.context == "head" and not confirmed:
        return False
    if hit.context == "violence":
        return scene.count(hit.start, "violence") + scene.count(hit.start, "military") > 0
    if not (confirmed or hit.context == "determiner" or scene.is_military(hit.start)):
        return False
    return hit.context == "military" or is_counted(scene, at, lexicon)


def _is_determined(scene: Scene, at: int, lexicon: WeaponLexicon) -> bool:
    """Whether a determiner or a preposition stands before word `at`: what follows is a noun.

    « l' » says nothing: « l'arme » is « the weapon » and « arms him ».
    """
    before = scene.words.folded[at - 1] if at else ""
    return before != "l" and (
        before in PREPOSITIONS or before.isdigit() or _is_in(before, "determiner", lexicon)
    )


def is_counted(scene: Scene, at: int, lexicon: WeaponLexicon) -> bool:
    """Whether a determiner or a number stands before, an adjective between or not: a person or a
    town has none (« trois nouveaux Rafale », « Leclerc a dit », « à Milan »). At the start of a
    line (« Rafale : Paris insiste ») the document decides."""
    words = scene.words
    if at == 0 or "\n" in scene.text[words.end(at - 1) : words.starts[at]]:
        return scene.is_about_arms()
    before = words[at - 1]
    if before.folded.isdigit() or _is_in(before.folded, "determiner", lexicon):
        return True
    second = words.folded[at - 2] if at > 1 else ""
    if before.folded in {"de", "d"}:
        return _is_in(second, "quantity", lexicon)
    return scene.pos(before.start) == "ADJ" and (
        second.isdigit() or _is_in(second, "determiner", lexicon)
    )


def _is_in(word: str, domain: Domain, lexicon: WeaponLexicon) -> bool:
    return domain in lexicon.context.get((word,), frozenset())
