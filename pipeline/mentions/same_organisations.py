"""Organisations joined in a document: « FSR » is « les Forces de soutien rapide »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.organisations import INSTITUTIONS, spells

SHORT = re.compile(rf"(?:{INSTITUTIONS})")
OPENING = re.compile(r"\s\(\s?$")


def join_organisations(
    found: Sequence[tuple[Found, str]], text: str, names: Names
) -> dict[str, tuple[str, str]]:
    """For each way an organisation is written, the fullest name in the document and its key.

    Args:
        found: the organisations in the order of the text, each with the words it is compared by.
        text: the text of the document.
        names: the lexicons of names.
    """
    forms = _listed(names)
    bracketed = _bracketed(found, text)
    unique = sorted(
        {words for _, words in found},
        key=lambda words: (bool(SHORT.fullmatch(words)), -len(words), words),
    )
    key: dict[str, str] = {}
    for words in unique:
        key[words] = forms.get(words) or _same_as(words, bracketed.get(words), key, forms) or words
    # A listed short form gives its key to the unlisted long form of the document.
    for words in unique:
        if words in forms and key[words] == forms[words]:
            for other in unique:
                if other not in forms and (
                    _shortens(words, other) or bracketed.get(words) == other
                ):
                    key = {w: forms[words] if k == key[other] else k for w, k in key.items()}
    fullest: dict[str, str] = {}
    for words in unique:
        fullest.setdefault(key[words], words)
    return {words: (fullest[key[words]], key[words]) for words in unique}


def _bracketed(found: Sequence[tuple[Found, str]], text: str) -> dict[str, str]:
    """Acronyms with the long form that stands before or in their brackets."""
    pairs: dict[str, str] = {}
    ending: dict[int, str] = {}
    for item, words in found:  # of those that end in one place the widest comes first
        ending.setdefault(item.end, words)
    for item, other in found:
        bracket = OPENING.search(text, max(0, item.start - 3), item.start)
        one = ending.get(bracket.start()) if bracket else None
        if one and one.isupper() != other.isupper():
            short, long = (one, other) if one.isupper() else (other, one)
            pairs[short] = max(long, pairs.get(short, ""), key=len)
    return pairs


def _same_as(
    words: str, bracketed: str | None, key: dict[str, str], forms: Mapping[str, str]
) -> str | None:
    """The key of the one longer name that `words` shortens: the long form in brackets beside it, a
    name it is the acronym or the first words of."""
    if words == "Alliance" and "OTAN" in {forms.get(other) for other in key}:
        return "OTAN"
    if bracketed in key:
        return key[bracketed]
    same = {
        key[other] for other in key if other.lower() == words.lower() or _shortens(words, other)
    }
    return same.pop() if len(same) == 1 else None


def _shortens(words: str, other: str) -> bool:
    """An acronym of the other name, or the institution's noun that the other completes."""
    if words.isupper():
        return spells(words, other)
    return bool(SHORT.match(words) and re.match(rf"{re.escape(words)}\s", other, re.IGNORECASE))


@lru_cache(maxsize=4)
def _listed(names: Names) -> Mapping[str, str]:
    """The name of each listed organisation by the ways to write it."""
    return {
        variant.replace("’", "'"): entry.name
        for entry in names.organisations
        for variant in (entry.name, *entry.variants)
    }
