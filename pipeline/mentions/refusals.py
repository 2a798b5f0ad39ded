"""What is no person, place or organisation where it stands, though it looks like one."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.mentions.organisations import is_institution

# A ministry inside a role: « le ministre de la Défense », « ministre délégué à la Santé ».
OF_A_MINISTER = re.compile(
    r"(?<![\w-])(?:[\w-]*ministres?|[Ss]ecrétaires?\sd'[ÉE]tat|[Cc]ommissaires?|[Cc]hargée?s?|en\scharge|"
    r"portefeuille|[Gg]arde)(?:\s[a-zà-ÿ-]+){0,2}\s(?:(?:de\sla\s|de\sl'|des\s|du\s|de\s|d'|à\sla\s|à\sl'|au\s|aux\s)"
    r"(?:[\w-]+(?:\s[a-zà-ÿ]+)?(?:,\s|\set\s))?){1,3}$"
)
# A name that hangs on an event's: « les Jeux olympiques de Londres », « le championnat d'Europe ».
OF_AN_EVENT = re.compile(
    r"(?<![\w-])(?:[Jj]eux(?:\s(?:[Oo]lympiques|[Pp]aralympiques))?|JO|[Cc]hampionnats?|[Cc]oupes?|[Tt]our|"
    r"[Gg]rand\s[Pp]rix|[Oo]pen|[Mm]ondiaux|[Ff]estival|[Tt]ournoi|[Tt]raités?|[Aa]ccords?|"
    r"[Pp]rotocole|[Cc]onvention|[Pp]acte|[Gg]uerre)(?:\s[a-zà-ÿ-]+){0,2}\s(?:de\sla\s|de\sl'|des\s|du\s|de\s|d')$"
)
# What bears a name and is nobody: « l'ouragan meurtrier Sandy », « l'exercice « Freedom Edge » ».
VESSEL = (
    "navire|cargo|vraquier|pétrolier|chalutier|voilier|remorqueur|méthanier|porte-conteneurs|ferry|paquebot|"
    "yacht|brise-glace|satellite|sonde|fusée|lanceur|capsule|rover|télescope"
)
OF_A_THING = re.compile(
    rf"(?<![\w-])(?:ouragan|cyclone|tempête|typhon|opération|exercices?|man(?:œu|oeu)vres?|mission|plan|programme|"
    rf"projet|prix|film|livre|roman|chanson|album|logiciel|virus|série|spectacle|{VESSEL}|école(?:\s(?:primaire|maternelle))?|collège|lycée|rue|avenue|boulevard)(?:\s[a-zà-ÿ-]{{4,}})?\s(?:[«\"]\s?)?$"
)
# What stands right before the names of things, and before those of ministries and events: without
# it nothing longer is looked for.
BEHIND_A_WORD = re.compile(
    "|".join(
        rf"(?<={word}\s{mark})"
        for mark in ("", r"[«\"]", r"[«\"]\s")
        for word in (r"[\w-]{4}", "rue")
    )
)
LINKED = re.compile(r"(?<=')|(?<=,\s)|(?<=\b(?:de|du|la|au|et)\s)|(?<=\b(?:des|aux)\s)|(?<=\bà\s)")
OF = ("de ", "du ", "des ", "la ", "l'", "d'")
# « les Peul », « les Fabius »: a people or a family, no place and no one person.
PLURAL = tuple(f"{word} " for word in "les des aux ces Les Ces".split())
PLURAL_END = re.compile(r"[sxz]\b|[A-Z]$")
# What every word that forbids a label ends with, or the mark behind it.
LAST = {" ", "'", "«", '"'}
# « il aurait les Finances », « un sommet sur l'Enseignement supérieur »: a field, no organisation.
PORTFOLIO = re.compile(
    r"Finances|Intérieur|Budget|[ÉE]conomie|Défense|Justice|Santé|[ÉE]ducation|Travail|Emploi|Culture|"
    r"Agriculture|[ÉE]cologie|Industrie|Affaires\s(?:étrangères|sociales|européennes)|"
    r"[ÉE]ducation\snationale|Enseignement\ssupérieur|Recherche|Logement|Transports|Sports"
)
FAR = 60  # characters before a name in which a noun and its complement stand
COMPASS = {"Nord", "Sud", "Est", "Ouest"}
# What a model takes for names, and is none.
NO_NAME = re.compile(
    r"[ÉE]tats?(?:-.*)?|UTC|GMT|CET|TVA|PIB|SMIC|Smic|Internet|Gilets\sjaunes|République|Constitution|"
    r"[Pp]remi(?:er|ère)\s[Mm]inistre|[Pp]résidente?|Dieu|Noël|Pâques|Ramadan|PDG|ADN|ARN|VIH|Sida|SIDA|"
    r"Covid(?:-19)?|CO2|Brent|WTI|Français|Nobel|Casques\sbleus|Pieds-Noirs|DIRECT|EXCLUSIF|URGENT|VIDÉO|VIDEO|"
    r"Cour(?:\sd'(?:assises|appel))?|Bourse|Web|GPS|SMS"
)


@lru_cache(maxsize=2**12)
def is_no_name(words: str) -> bool:
    """Whether the words are never a name (« Internet »)."""
    return NO_NAME.fullmatch(words) is not None


def is_out_of_place(text: str, start: int, words: str, label: str) -> bool:
    """Whether the words before forbid the label.

    « le ministre de [la Santé] » is a role, « la coupe de la [Ligue] » and « les Jeux olympiques de
    [Londres] » are events, « les [Peul] » a people; « la région [Nord] » is a military one.
    """
    if text[start - 1 : start] not in LAST:
        return label == "ORG" and PORTFOLIO.fullmatch(words) is not None
    low = max(0, start - FAR)
    if BEHIND_A_WORD.match(text, start) and OF_A_THING.search(text, low, start):
        return True
    if label == "ORG" and _is_no_organisation(text, low, start, words):
        return True
    if label == "PLACE" and (
        (text.endswith(OF, low, start) and OF_AN_EVENT.search(text, low, start))
        or (words in COMPASS and text.endswith("région ", low, start))
    ):
        return True
    plural = " " not in words and text.endswith(PLURAL, low, start)
    return plural and (label == "PERSON" or not PLURAL_END.search(words))


def _is_no_organisation(text: str, low: int, start: int, words: str) -> bool:
    """Whether the words are a field, a minister's or an event's."""
    if PORTFOLIO.fullmatch(words):
        return True
    if not LINKED.match(text, start):
        return False
    return bool(
        OF_A_MINISTER.search(text, low, start)
        or (is_institution(words) and OF_AN_EVENT.search(text, low, start))
    )
