"""The measured quality that is shipped with the program: `quality.csv`, which
`python -m training.quality --csv` writes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from pipeline.lexicons.files import parse_entries


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure (F1, or a share of right ones) reached on the annotated articles of a folder."""

    figure: str
    folder: str
    documents: str
    value: str


def measured() -> dict[str, dict[str, float]]:
    """Each figure by its name and the folder it was measured on."""
    found: dict[str, dict[str, float]] = {}
    for figure in _figures():
        found.setdefault(figure.figure, {})[figure.folder] = float(figure.value)
    return found


def articles() -> dict[str, int]:
    """How many articles each folder has."""
    return {figure.folder: int(figure.documents) for figure in _figures()}


def _figures() -> tuple[Figure, ...]:
    text = files("pipeline.review.methods").joinpath("quality.csv").read_text(encoding="utf-8")
    return tuple(parse_entries("quality.csv", text, Figure))
