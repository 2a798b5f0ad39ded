"""Demonyms, told from languages, compounds and proper names."""

from __future__ import annotations

from pipeline.mentions.country_hits import HYPHEN, Hit, Scene
from pipeline.mentions.country_names import in_proper_name

# « pro-iranien »: the demonym is marked without its prefix. Any other first part makes a compound
# that is of no single state (« russo-ukrainien », « nord-américain », « afro-américain »).
PREFIXES = {"pro", "anti", "ex", "neo", "non", "post", "pre", "ultra", "archi", "mi", "demi"}
COMPASS = {"nord", "sud", "est", "ouest", "centre"}
LANGUAGE_NOUNS = {
    "langue",
    "langues",
    "mot",
    "mots",
    "terme",
    "termes",
    "grammaire",
    "dictionnaire",
}
LANGUAGE_VERBS = {
    "parler", "apprendre", "enseigner", "étudier", "comprendre", "maîtriser", "écrire", "lire",
    "traduire", "pratiquer", "baragouiner",
}  # fmt: skip
DETERMINERS = {"le", "l", "du", "au", "d", "un", "en"}
RELIGIOUS = {"frere", "freres", "pere", "peres", "ordre", "couvent", "moine", "moines", "religieux"}


def is_demonym(scene: Scene, hit: Hit) -> bool:
    """Whether a demonym of the lexicon, where it stands, speaks of a state or its people."""
    return not (
        _compound(scene, hit)
        or _language(scene, hit)
        or _surname(scene, hit)
        or _friar(scene, hit)
        or in_proper_name(scene, hit)
    )


def _compound(scene: Scene, hit: Hit) -> bool:
    """« franco-allemand », « latino-américain »; a form with its own hyphen was found whole.
    « le nord-syrien » is in Syria, « nord-américain » and « nord-irlandais » are of no state."""
    if scene.gap(hit.first - 1) not in HYPHEN:
        return False
    prefix = scene.words.folded[hit.first - 1]
    if prefix in COMPASS:
        return bool({"USA", "IRL"} & set(hit.codes))
    return prefix not in PREFIXES


def _language(scene: Scene, hit: Hit) -> bool:
    """« en russe », « traduit de l'anglais », « parle français », « la langue turque ».

    Only a masculine singular in small letters can be the noun of a language; a noun or a capital
    after it makes an adjective or a person of it (« le russe Rosneft », « un anglais nommé »).
    """
    before = scene.before(hit)
    if before is None:
        return False
    if before.folded in LANGUAGE_NOUNS:
        return True
    words, at = scene.words, hit.first
    if words.folded[at] not in scene.lexicon.languages or words.written[at][0].isupper():
        return False
    if before.folded == "en" or scene.token(hit.first - 1).lemma_ in LANGUAGE_VERBS:
        return True
    behind = scene.behind(hit)
    if before.folded not in DETERMINERS or (behind is not None and behind.text[0].isupper()):
        return False
    return scene.token(hit.first).pos_ in {"NOUN", "PROPN"} or behind is None


def _surname(scene: Scene, hit: Hit) -> bool:
    """« Bernard Langlois », « Nicolas Allemand »: a person's name runs over both words."""
    if not scene.words.written[hit.first][0].isupper():
        return False
    before = scene.before(hit)
    if before is None or not before.text[0].isupper():
        return False
    if scene.in_capitals(hit.first) or scene.opens_sentence(hit.first - 1):
        return False
    token, left = scene.token(hit.first), scene.token(hit.first - 1)
    return token.ent_type_ == "PER" and left.ent_type_ == "PER" and token.ent_iob_ == "I"


def _friar(scene: Scene, hit: Hit) -> bool:
    """« un frère dominicain » is of the order of Saint Dominic."""
    if "DOM" not in hit.codes:
        return False
    before = scene.before(hit)
    return before is not None and before.folded in RELIGIOUS
