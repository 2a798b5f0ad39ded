"""Variants of a training text: what the same article looks like in another newspaper's hands."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace

from training.corpora import Labelled

LINE = re.compile(r"[^\n]+")


def variant(item: Labelled, chance: random.Random, names: dict[str, list[str]]) -> Labelled:
    """A text a little changed: other people, capitals without accents, shouting.

    Args:
        item: the text and its spans.
        chance: the source of randomness; the same seed gives the same variants.
        names: names to put in the place of others, by label.
    """
    if chance.random() < 0.5:
        item = rename(item, chance, names)
    if chance.random() < 0.2:
        item = bare_capitals(item)
    if chance.random() < 0.15:
        item = shout(item, chance)
    return item


def rename(item: Labelled, chance: random.Random, names: dict[str, list[str]]) -> Labelled:
    """Some full names replaced by others of the same label, each always by the same one."""
    other: dict[str, str] = {}
    text, spans, at = "", [], 0
    for start, end, label in item.spans:
        words = item.text[start:end]
        if words not in other:
            swap = label in names and " " in words and chance.random() < 0.4
            other[words] = chance.choice(names[label]) if swap else words
        text += item.text[at:start]
        spans.append((len(text), len(text) + len(other[words]), label))
        text += other[words]
        at = end
    return replace(item, text=text + item.text[at:], spans=tuple(spans))


def bare_capitals(item: Labelled) -> Labelled:
    """« État » → « Etat », « Île » → « Ile », as in much of the press; same length."""
    text = "".join(unicodedata.normalize("NFD", c)[0] if c.isupper() else c for c in item.text)
    return replace(item, text=text)


def shout(item: Labelled, chance: random.Random) -> Labelled:
    """Some lines, or the place of a dateline, in capitals: « BEYROUTH – … »; same length."""
    text = item.text
    for line in LINE.finditer(item.text):
        if len(line.group()) < 90 and chance.random() < 0.4:
            text = text[: line.start()] + _upper(line.group()) + text[line.end() :]
    for start, end, label in item.spans:
        if label == "LOC" and chance.random() < 0.1:
            text = text[:start] + _upper(text[start:end]) + text[end:]
    return replace(item, text=text)


def _upper(words: str) -> str:
    """Capitals, but for the letters whose capital is two letters (ß, ligatures)."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in words)
