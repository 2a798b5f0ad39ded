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
