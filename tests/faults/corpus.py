"""A corpus of short sentences made of a few words, in two files."""

from __future__ import annotations

import json
import random
from pathlib import Path

SOURCES = ("Kiev", "Moscou", "le ministère de la Défense", "Emmanuel Macron", "l’OTAN", "Pékin")
CUES = ("affirme", "dément", "a annoncé", "assure", "a reconnu")
CONTENTS = (
    "qu’un drone a visé le port d’Odessa",
    "que trois missiles Scalp ont été livrés vendredi",
    "que « la situation est grave » à Kharkiv",
    "que 12 chars Leclerc seraient en route",
    "que la France n’enverra pas de soldats",
)
FILES = ("former.jsonl", "new.jsonl")
FORMER = 0.75  # of the documents, which an earlier run had too


def write_corpus(folder: Path, documents: int, seed: int) -> None:
    """Write the documents, ids shuffled: what an earlier run had, and what is new."""
    choice = random.Random(seed)
    numbers = list(range(documents))
    choice.shuffle(numbers)
    lines = [
        json.dumps({"id": f"d{number:05}", "text": _text(choice, number), "page": number % 7})
        for number in numbers
    ]
    folder.mkdir(parents=True)
    middle = int(FORMER * documents)
    for name, part in zip(FILES, (lines[:middle], lines[middle:]), strict=True):
        (folder / name).write_text("\n".join(part) + "\n", encoding="utf-8")


def _text(choice: random.Random, number: int) -> str:
    said = " ".join(choice.choice(words) for words in (SOURCES, CUES, CONTENTS))
    return f"Dépêche {number}\n\n{said[0].upper()}{said[1:]}."
