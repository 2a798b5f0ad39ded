"""The words of the pages, in French and in English: all of them stand in `strings.toml`."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language."""

    language: Language
    words: dict[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.words[key]

    def term(self, group: str, value: str | None) -> str:
        """The word for a value of a column; a value that the tables' schema does not know, such as
        a label that a user's lexicon adds, stands for itself."""
        return str(self.words[group].get(value, value)) if value is not None else ""

    def date(self, day: datetime.date | None) -> str:
        """« 5 mars 2024 », « 5 March 2024 »; without a date, an empty string."""
        if day is None:
            return ""
        number = self.words["first_day"] if day.day == 1 else str(day.day)
        return f"{number} {self.words['months'][day.month - 1]} {day.year}"

    def percent(self, share: float) -> str:
        """« 81 % », « 81% »."""
        return f"{share:.0%}".replace("%", self.words["percent"])

    def number(self, value: int) -> str:
        """« 1 234 », « 1,234 »."""
        return f"{value:,}".replace(",", self.words["thousands"])


def load_strings(language: Language) -> Strings:
    """The words of a language."""
    return Strings(language, _read()[language])


@cache
def _read() -> dict[str, Any]:
    text = (files("pipeline.report") / "strings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
