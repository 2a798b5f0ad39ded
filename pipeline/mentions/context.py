"""Labels that the words around a name correct, where the model was wrong about it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.lexicons.cues import CueLexicon
from pipeline.mentions.found import Found
from pipeline.mentions.people import description
from pipeline.mentions.shapes import WORD

LOCATED_BEFORE = re.compile(r"\b(?:à|vers|près\sde|depuis|jusqu'à)\s$")
LOCATED_AFTER = re.compile(r",?\s(?:dans\s(?:le\s|la\s|l'|les\s)|en\s|au\s|aux\s|\()")
FULL = re.compile(rf"{WORD}\s{WORD}(?:\s{WORD})?")
INCISE = re.compile(r"[,»\"]\s(?:(?:a|ont|avait|s'est|se)\s|s'|l'a\s)?(?P<verb>[a-zà-ÿ]+)\s$")
TWO_WORDS = re.compile(r"[^\W\d_]\w+\s[^\W\d_]\w+")


SINGLE = re.compile(r"(?<!\w)(?:le\s|la\s|l'|du\s|au\s)$", re.IGNORECASE)
# « né à Goris », « À Goris, les caves se remplissent », « a dévasté Tacloban ».
AT_A_PLACE = re.compile(
    r"(?<![\w-])(?:(?:née?s?|morte?s?|arrivée?s?|réunie?s?|installée?s?|basée?s?|située?s?|survenue?s?|réfugiée?s?|"
    r"tuée?s?|blessée?s?|hospitalisée?s?|détenue?s?|vi(?:t|vent|vait)|habitent?|réside(?:nt)?)\sà\s|"
    r"(?:dévast|ravag|pilonn|bombard|encercl|évacu)(?:e|ent|é|ait|aient|er)\s|(?:assiège|assiégé|conquis|repris)\s)$"
)
OPENING_AT = re.compile(r"(?:(?:^|[.!?»\n]\s?)A|(?<!\w)À)\s$")
# « Anya vient de Vovtchansk », « à dix kilomètres de Houliaïpole ».
OF_A_PLACE = re.compile(
    r"(?<![\w-])(?:vien(?:t|nent)|venue?s?|originaires?|nati(?:f|ve)s?|près|loin|autour|alentours|"
    r"kilomètres|km|villes?|villages?|banlieue|faubourgs|habitante?s?|maire|périphérie|sortie|"
    r"routes?|bases?|postes?|hôpital|hôpitaux|garnison|entrée|environs|hauteurs|bataille|siège|chute)"
    r"\s(?:de\s|d')$"
)
# « institutrice à Goris », « le soir tombe sur Goris »: where nobody of that name is known, the
# preposition tells a place, unless what stands before it is said or done to people.
TOWARDS = re.compile(r"(?<!\w)(?:à|jusqu'à|vers|sur)\s$")
TO_PEOPLE = re.compile(
    r"(?:(?<!\w)(?:face|grâce|quant|rapport|hommage|soutien|lettre|message|merci|fidèle|favorable|hostile|"
    r"opposée?s?|liée?s?|comparée?s?|appel|interdite?s?|attribuée?s?|enquête|livre|film|article|pression)|"
    r"(?:demand|parl|confi|donn|succéd|propos|reproch|accord|refus|pos|oppos|téléphon|ressembl|mis|compt|"
    r"tir|enquêt|repos|tourn|profit|incomb|manqu|interrog|adress|envoy|laiss|cach)(?:e|ent|é|ée|ait|aient|er|a)|"
    r"(?:dit|répond|répondu|répondre|rend|rendu|remis|remet|écrit|dire|plu|plaît|promis|permis|permet|appris|fait|revient|reviennent|prend|prennent))"
    r"\s(?:à|sur)\s$"
)


def is_acronym(article: Article, item: Found) -> bool:
    """Capitals alone, in a line that is not: « le SPLM-IO », not « ATTENTAT À BAMAKO »."""
    letters = [c for c in item.name if c.isalpha()]
    return (
        len(letters) > 2
        and item.name.replace("-", "").isalpha()
        and item.name.isupper()
        and not article.segment_at(item.start).text.isupper()
    )


def known_people(found: list[Found]) -> frozenset[str]:
    """The words of the names of people who are told beyond the model's guess: those with a full
    name, a title or an age."""
    return frozenset(
        word
        for item in found
        if item.label == "PERSON" and (" " in item.name or not item.rule.startswith("model"))
        for word in (*item.name.split(), item.name)
    )


def told_by_form(article: Article, found: list[Found]) -> list[Found]:
    """Acronyms that the model took for places, and places that it took for people."""
    text = article.reading
    people = known_people(found)
    told = []
    for item in found:
        low = max(0, item.start - 25)
        lone = " " not in item.name
        if (
            item.rule == "model LOC"
            and is_acronym(article, item)
            and SINGLE.search(text, low, item.start)
        ):
            told.append(replace(item, label="ORG", rule="acronym"))
        elif item.rule == "model PER" and lone and _is_place(text, low, item):
            told.append(replace(item, label="PLACE", rule="of a place"))
        elif item.rule == "model PER" and lone and _is_at(text, low, item, people):
            told.append(replace(item, label="PLACE", rule="at a place"))
        else:
            told.append(item)
    return told


def _is_place(text: str, low: int, item: Found) -> bool:
    """Whether the words before a lone name make it a place's."""
    if OPENING_AT.search(text, low, item.start) and text.startswith(",", item.end):
        return True
    return any(told.search(text, low, item.start) for told in (OF_A_PLACE, AT_A_PLACE))


def _is_at(text: str, low: int, item: Found, people: frozenset[str]) -> bool:
    """Whether « à », « vers » or « sur » stands before a lone name that is nobody's, and nothing
    that is done to people before that."""
    if item.name in people or not TOWARDS.search(text, low, item.start):
        return False
    return not TO_PEOPLE.search(text, low, item.start)


def located(article: Article, found: list[Found], taken: tuple[Found, ...]) -> list[Found]:
    """« à Des Moines, dans l'Iowa », « à Charlotte (Caroline du Nord) »: a place that the model
    took for something else, told by the larger one that follows."""
    text = article.reading
    larger = {
        item.start
        for item in (*found, *taken)
        if item.label == "PLACE" or (item.label == "COUNTRY" and item.form == "name")
    }
    told = []
    for item in found:
        if (
            item.rule.startswith("model")
            and (after := LOCATED_AFTER.match(text, item.end))
            and after.end() in larger
            and LOCATED_BEFORE.search(text, max(0, item.start - 12), item.start)
        ):
            told.append(replace(item, label="PLACE", rule="located"))
        else:
            told.append(item)
    return told


def described_as_people(article: Article, found: list[Found], lexicons: Lexicons) -> list[Found]:
    """« Oleh, mécanicien », « raconte Anna Ter-Petrosian »: a person that the model took for
    something else."""
    text = article.reading
    described = description(lexicons.names)
    told = []
    for item in found:
        lone, place = " " not in item.name, item.rule == "model LOC"
        if (
            (place or (lone and item.rule == "model ORG"))
            and not item.name.isupper()
            and described.match(text, item.end)
        ):
            told.append(replace(item, label="PERSON", rule="described"))
        elif place and FULL.fullmatch(item.name) and _is_spoken(text, item, lexicons.cues):
            told.append(replace(item, label="PERSON", rule="speaks"))
        else:
            told.append(item)
    return told


def _is_spoken(text: str, item: Found, cues: CueLexicon) -> bool:
    """« …, raconte Anna Ter-Petrosian »: two names behind the verb of an utterance speak, places do
    not, capitals aside."""
    verb = INCISE.search(text, max(0, item.start - 40), item.start)
    return verb is not None and verb.group("verb") in cues.by_form


def beside_people(article: Article, found: list[Found]) -> list[Found]:
    """What a person beside it tells of a name: « Alexis Tsipras (Syriza) » has a party in the
    brackets, « Yoweri Museveni et Paul Kagame » are two people."""
    text = article.reading
    people = {item.start for item in found if item.label == "PERSON"}
    ends = {item.end for item in found if item.label in {"PERSON", "ORG"}}
    told = []
    for item in found:
        before, after = text[item.start - 2 : item.start], text[item.end : item.end + 4]
        bracketed = item.rule == "model PER" and " " not in item.name and before == " ("
        full = item.rule == "model LOC" and TWO_WORDS.fullmatch(item.name) and after == " et "
        if bracketed and item.start - 2 in ends:
            told.append(replace(item, label="ORG", rule="in brackets"))
        elif full and item.end + 4 in people:
            told.append(replace(item, label="PERSON", rule="beside a person"))
        else:
            told.append(item)
    return told
