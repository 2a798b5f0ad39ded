"""Labels that the words around a name correct, where the model was wrong about it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.people import description

LOCATED_BEFORE = re.compile(r"\b(?:à|vers|près\sde|depuis|jusqu'à)\s$")
LOCATED_AFTER = re.compile(r",?\s(?:dans\s(?:le\s|la\s|l'|les\s)|en\s|au\s|aux\s|\()")
TWO_WORDS = re.compile(r"[^\W\d_]\w+\s[^\W\d_]\w+")


SINGLE = re.compile(r"(?<!\w)(?:le\s|la\s|l'|du\s|au\s)$", re.IGNORECASE)
# « Anya vient de Vovtchansk », « à dix kilomètres de Houliaïpole ».
OF_A_PLACE = re.compile(
    r"(?<![\w-])(?:vien(?:t|nent)|venue?s?|originaires?|nati(?:f|ve)s?|près|loin|autour|alentours|"
    r"kilomètres|km|villes?|villages?|banlieue|faubourgs|habitante?s?|maire|périphérie|sortie)"
    r"\s(?:de\s|d')$"
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


def told_by_form(article: Article, found: list[Found]) -> list[Found]:
    """Acronyms that the model took for places, and places that it took for people."""
    text = article.doc.text
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
        elif item.rule == "model PER" and lone and OF_A_PLACE.search(text, low, item.start):
            told.append(replace(item, label="PLACE", rule="of a place"))
        else:
            told.append(item)
    return told


def located(article: Article, found: list[Found], taken: tuple[Found, ...]) -> list[Found]:
    """« à Des Moines, dans l'Iowa », « à Charlotte (Caroline du Nord) »: a place that the model
    took for something else, told by the larger one that follows."""
    text = article.doc.text
    larger = {
        item.start
        for item in (*found, *taken)
        if item.label == "PLACE" or (item.label == "COUNTRY" and item.form == "name")
    }
    told = []
    for item in found:
        after = LOCATED_AFTER.match(text, item.end)
        if (
            item.rule.startswith("model")
            and after
            and after.end() in larger
            and LOCATED_BEFORE.search(text, max(0, item.start - 12), item.start)
        ):
            told.append(replace(item, label="PLACE", rule="located"))
        else:
            told.append(item)
    return told


def described_as_people(article: Article, found: list[Found], names: Names) -> list[Found]:
    """« Oleh, mécanicien »: a person that the model took for something else."""
    text = article.doc.text
    described = description(names.titles)
    return [
        replace(item, label="PERSON", rule="described")
        if item.rule in {"model ORG", "model LOC"}
        and " " not in item.name
        and not item.name.isupper()
        and described.match(text, item.end)
        else item
        for item in found
    ]


def beside_people(article: Article, found: list[Found]) -> list[Found]:
    """What a person beside it tells of a name: « Alexis Tsipras (Syriza) » has a party in the
    brackets, « Yoweri Museveni et Paul Kagame » are two people."""
    text = article.doc.text
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
