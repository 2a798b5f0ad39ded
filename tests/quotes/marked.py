"""Marked texts, for the tests of who speaks: <…> is a quote's content and […] its speaker's phrase;
the first content goes with the first phrase, and so on."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.article import Article
from pipeline.lexicons.roles import Roles
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.speakers import resolve_speakers
from pipeline.quotes.wording import Wording
from pipeline.records import Form, Label, Mention

Names = dict[str, tuple[Label, str]]
Resolve = Callable[[str, Names], tuple[Speaker, ...]]

MARTIN: Names = {"Jean Martin": ("PERSON", "Jean Martin"), "Martin": ("PERSON", "Jean Martin")}
DURAND: Names = {
    "Claire Durand": ("PERSON", "Claire Durand"),
    "Durand": ("PERSON", "Claire Durand"),
}
PETIT: Names = {"Paul Petit": ("PERSON", "Paul Petit")}
ONU: Names = {"ONU": ("ORG", "Organisation des Nations unies")}
LITTORAL: Names = {"Médecins du littoral": ("ORG", "Médecins du littoral")}
SOGEPECHE: Names = {"Sogépêche": ("ORG", "Sogépêche")}
MOSCOU: Names = {"Moscou": ("COUNTRY", "Russie")}
TEHERAN: Names = {"Téhéran": ("COUNTRY", "Iran")}


def unmark(marked: str) -> tuple[str, list[Place], list[Place]]:
    """The text without its marks, the places of <contents> and of [speakers]."""
    text = ""
    opened: dict[str, int] = {}
    places: dict[str, list[Place]] = {"<": [], "[": []}
    for character in marked:
        if character in "<[":
            opened[character] = len(text)
        elif character in ">]":
            mark = "<" if character == ">" else "["
            places[mark].append((opened[mark], len(text)))
        else:
            text += character
    return text, places["<"], places["["]


def mentions_of(text: str, names: Names) -> tuple[Mention, ...]:
    """Every occurrence of each name, the longest first where two overlap."""
    taken: list[Place] = []
    found = []
    for written, (label, name) in sorted(names.items(), key=lambda item: -len(item[0])):
        for match in re.finditer(rf"\b{re.escape(written)}\b", text):
            start, end = match.span()
            if any(start < other[1] and other[0] < end for other in taken):
                continue
            taken.append((start, end))
            form: Form | None = None
            if label == "COUNTRY":
                form = "metonym" if written != name else "name"
            found.append(
                Mention(
                    doc_id="t", mention_id=f"t-m{start}", sentence_id="t-s1", start=start, end=end,
                    text=written, label=label, form=form, country=None, subtype=None,
                    entity_id=f"{label}:{name}", name=name, rule="test",
                )
            )  # fmt: skip
    return tuple(found)


def speakers(
    read: Callable[[str], Article], roles: Roles, marked: str, names: Names
) -> tuple[Speaker, ...]:
    """The speakers of a marked text; a content right after « is direct."""
    text, contents, phrases = unmark(marked)
    quotes = tuple(
        FoundQuote(
            start=content[0], end=content[1], cue=None, speaker=phrase, rule="test",
            kind="direct" if text[: content[0]].rstrip().endswith("«") else "indirect",
        )
        for content, phrase in zip(contents, phrases, strict=True)
    )  # fmt: skip
    article = read(text)
    wording = Wording(article, roles)
    return resolve_speakers(article, mentions_of(text, names), quotes, wording)
