"""Strict figures of a head: a name counts when both its ends and its label are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

LABELS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one label."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts by label, MISC apart: it is there to keep what is no name from the others."""

    labels: dict[str, Figure]

    @property
    def all(self) -> Figure:
        rows = self.labels.values()
        return Figure(
            sum(row.right for row in rows),
            sum(row.found for row in rows),
            sum(r.gold for r in rows),
        )

    def __str__(self) -> str:
        rows = {**self.labels, "all": self.all}
        return "  ".join(
            f"{label} {row.precision:.3f}/{row.recall:.3f}/{row.f1:.3f}"
            for label, row in rows.items()
        )


def measure(nlp: Language, references: Sequence[Doc]) -> Figures:
    """Precision, recall and F1 of the `ner` of `nlp` on texts with their right entities."""
    counts = {label: [0, 0, 0] for label in LABELS}
    for reference in references:
        predicted = reference.copy()
        predicted.ents = ()
        ner = nlp.get_pipe("ner")
        found = {(e.start, e.end, e.label_) for e in ner(predicted).ents}
        gold = {(e.start, e.end, e.label_) for e in reference.ents}
        for label in LABELS:
            mine = {span for span in found if span[2] == label}
            right = {span for span in gold if span[2] == label}
            for i, number in enumerate((len(mine & right), len(mine), len(right))):
                counts[label][i] += number
    return Figures({label: Figure(*numbers) for label, numbers in counts.items()})
