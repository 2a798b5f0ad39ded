"""Names of states, told from the same words inside other proper names."""

from __future__ import annotations

from pipeline.lexicons.forms import GAP
from pipeline.mentions.country_hits import HYPHEN, VERBS, Hit, Scene, key_of

# What may be joined to a state's name by a hyphen without making another name of it: « ex-URSS ».
PREFIXES = {"ex", "anti", "pro", "post", "non", "hors", "mini"}
# Words after which a state's name is one, whatever follows: « en France Emmanuel Macron … ».
INTRODUCERS = {"en", "au", "aux", "la", "l", "le", "les", "des"}
# « l'ambassadeur de France Jean Dupont »: a function, not a proper name that goes on.
FUNCTIONS = {
    "ambassadeur", "ambassadrice", "president", "presidente", "ministre", "roi", "reine", "prince",
    "princesse", "consul", "chef", "gouverneur", "international", "champion", "championne",
}  # fmt: skip
TITLES = {
    "Premier", "Ministre", "Président", "Présidente", "État", "Etat", "Roi", "Reine", "Nord", "Sud",
    "Est", "Ouest", "Ambassade", "République", "Royaume", "Prince", "Empire",
}  # fmt: skip
# Words that no name of an event holds: « le championnat remporté par la France ».
BREAKS = {
    "par",
    "contre",
    "en",
    "avec",
    "pour",
    "entre",
    "a",
    "au",
    "aux",
    "dans",
    "sur",
    "que",
    "qui",
}
LINKS = {"de", "d", "du", "des", "la", "l", "le", "les"}
UNNAMED = INTRODUCERS | LINKS
STATES = {
    "republique",
    "royaume",
    "principaute",
    "sultanat",
    "emirat",
    "confederation",
    "federation",
}
STATE_ADJECTIVES = {
    "populaire", "democratique", "islamique", "federale", "federative", "arabe", "bolivarienne",
    "socialiste", "unie", "uni", "hachemite", "cooperative", "sovietique",
}  # fmt: skip


def is_state_name(scene: Scene, hit: Hit) -> bool:
    """Whether a name of the lexicon, where it stands, means the state."""
    return (
        _introduced(scene, hit)
        and not _hyphenated(scene, hit)
        and not _beside_proper_noun(scene, hit)
        and not in_proper_name(scene, hit)
    )


def start_of_name(scene: Scene, hit: Hit) -> int:
    """The index of the first word of the state's long form, if it is written: « République
    islamique d'Iran ». The word itself must have a capital: « la république » is no name."""
    at = hit.first - 1
    while at >= 0 and scene.words.folded[at] in LINKS and GAP.fullmatch(scene.gap(at)):
        at -= 1
    linked = at < hit.first - 1
    while at >= 0 and scene.words.folded[at] in STATE_ADJECTIVES and GAP.fullmatch(scene.gap(at)):
        at -= 1
    if not linked or at < 0 or not GAP.fullmatch(scene.gap(at)):
        return hit.first
    word = scene.words[at]
    return at if word.folded in STATES and word.text[0].isupper() else hit.first


OPENED = 4  # words before a state's name that may open a name which holds it
STATE_AGENCIES = {"Agence", "Administration", "Office", "Bureau"}


def in_proper_name(scene: Scene, hit: Hit) -> bool:
    """Inside the name of an organisation or an event: « Parti communiste chinois », « Fédération
    française de football », « championnat de France ». The noun that opens it stands at most four
    words before, with small words between."""
    if hit.kind == "name" and in_event(scene, hit):
        return True
    heads = scene.lexicon.organisation_heads
    nearest = max(hit.first - OPENED, hit.first - hit.joined)
    if heads.isdisjoint(scene.words.folded[nearest : hit.first]):
        return False
    for back in range(1, hit.first - nearest + 1):
        word = scene.words[hit.first - back]
        if word.text[0].isupper():
            return word.folded in heads and not (
                back == 1 and _is_state_agency(scene, hit, word.text)
            )
        if word.folded in BREAKS or word.folded.isdigit() or _is_verb(scene, hit, back):
            return False
    return False


def _is_state_agency(scene: Scene, hit: Hit, head: str) -> bool:
    """« l'Agence norvégienne de sûreté nucléaire »: the press says whose agency it is; no name."""
    behind = scene.behind(hit)
    return (
        hit.kind == "demonym"
        and head in STATE_AGENCIES
        and behind is not None
        and behind.folded in {"de", "d", "des", "du", "pour"}
    )


def _is_verb(scene: Scene, hit: Hit, back: int) -> bool:
    """« L'Union européenne appelle Tbilissi à céder »: past a verb no name goes on."""
    at = hit.first - back
    if scene.is_finite(at):
        return True
    return hit.kind == "capital" and back == 1 and scene.token(at).lower_ in scene.lexicon.verbs


def in_event(scene: Scene, hit: Hit) -> bool:
    """« le championnat de France », « le Grand Prix du Japon », and the treaties that bear the name
    of a capital: « l'accord de Paris ». The name follows « de » without an article."""
    link = scene.before(hit)
    if link is None or link.folded not in {"de", "d", "du", "des"}:
        return False
    if hit.kind == "name" and _is_war(scene, hit):
        return True
    heads = scene.lexicon.event_heads
    if hit.kind == "capital":
        heads = heads | scene.lexicon.treaty_heads
    for back in range(2, 6):
        word, left = scene.before(hit, back), scene.before(hit, back + 1)
        if word is None:
            return False
        if word.folded in heads or (left and f"{left.folded} {word.folded}" in heads):
            return True
        if word.folded in BREAKS or scene.pos(hit.first - back) in VERBS:
            return False
    return False


def _is_war(scene: Scene, hit: Hit) -> bool:
    """« la guerre d'Afghanistan », « la guerre civile d'Espagne », but « la guerre d'Israël contre
    le Hezbollah »."""
    noun, left, behind = scene.before(hit, 2), scene.before(hit, 3), scene.behind(hit)
    if noun is None or (behind is not None and behind.folded in {"contre", "a", "au", "en"}):
        return False
    heads = scene.lexicon.war_heads
    adjective = scene.pos(hit.first - 2) == "ADJ"
    return noun.folded in heads or (adjective and left is not None and left.folded in heads)


def _introduced(scene: Scene, hit: Hit) -> bool:
    """A form that is also another word needs one of its introducing words (« la Grenade »)."""
    needs = scene.lexicon.homographs.get(key_of(scene.words, hit))
    if needs is None:
        return True
    before = scene.before(hit)
    return before is not None and before.folded in needs


def _hyphenated(scene: Scene, hit: Hit) -> bool:
    """Part of a longer word: « Radio-Canada », « Sud-Liban », but « ex-URSS », « Iran-Irak »."""
    if scene.gap(hit.first - 1) in HYPHEN:
        known = hit.first in scene.hit_until or _is_acronym(scene, hit.first - 1)
        if not known and scene.words.folded[hit.first - 1] not in PREFIXES:
            return True
    if scene.gap(hit.after - 1) not in HYPHEN:
        return False
    return hit.after not in scene.hit_from and not _is_acronym(scene, hit.after)


def _is_acronym(scene: Scene, at: int) -> bool:
    """« Russie-OTAN », « UE-Chine »: two parties, not one name."""
    word = scene.words.written[at]
    return len(word) > 1 and word.isupper()


def _beside_proper_noun(scene: Scene, hit: Hit) -> bool:
    """Stuck to another capital: « Wikimedia France », « Israël Katz », « Air France »."""
    beside = after_proper_noun(scene, hit) or _before_proper_noun(scene, hit)
    return beside and not scene.in_capitals(hit.first)


def after_proper_noun(scene: Scene, hit: Hit) -> bool:
    """« Wikimedia France », « George Washington »: a word with a capital and no title before it."""
    word = scene.before(hit)
    if word is None or not word.text[0].isupper() or hit.first in scene.hit_until:
        return False
    if scene.gap(hit.first - 1) in {"'", "’"} or word.text in TITLES:
        return False
    return (
        not (
            scene.opens_sentence(hit.first - 1)
            and scene.pos(hit.first - 1) not in {"PROPN", "NOUN"}
        )
        and word.folded not in UNNAMED
    )


def _before_proper_noun(scene: Scene, hit: Hit) -> bool:
    word = scene.behind(hit)
    if word is None or not word.text[0].isupper() or hit.after in scene.hit_from:
        return False
    before = scene.before(hit)
    if before is None:
        return True
    if before.folded in INTRODUCERS:
        return False
    if before.folded not in {"de", "d", "du"}:
        return True
    role = scene.before(hit, 2)
    return role is None or role.folded not in FUNCTIONS
