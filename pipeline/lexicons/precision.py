"""The measured precision of each family of quote rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicons.files import read_entries


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """A line of rule_precision.csv: of `found` rows that a rule made on the annotated texts of
    `source`, `right` were right. `python -m training.precision` writes the file."""

    rule: str
    right: str
    found: str
    source: str

    @property
    def precision(self) -> float:
        """The share of right ones, drawn to a half where few were seen (Laplace's rule)."""
        return (int(self.right) + 1) / (int(self.found) + 2)


def load_precision() -> Mapping[str, float]:
    """The precision of each rule family, by « quote … » or « speaker … » and its name."""
    return {
        entry.rule: entry.precision for entry in read_entries("rule_precision.csv", RulePrecision)
    }
