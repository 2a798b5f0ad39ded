"""What the names of rules mean, in plain words: `rules.csv` beside this module.

A rule's name may hold what it was about (« reported.que:affirmer »), which `*` stands for in the
file, and may be put together from parts (« clause.main+hearsay »), each with a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.lexicons.files import parse_entries

JOINED = {"claims", "dates"}  # the tables whose rules are put together with "+"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line of rules.csv. `table` is a table, or « speakers » for quotes.speaker_rule; `rule` a
    name with * for what varies, or + and a part; {0} in `meaning` is what the first * stands for.

    `lexicon` is the file whose line made the rule fire, `keys` the columns it is found by, `value`
    what is looked for there: `entry` (the first *), a column of the row, `before` (the words before
    the row), `words:COLUMN` (words of a column), `forms:COLUMN` (verbs whose forms are in it).
    """

    table: str
    rule: str
    meaning: str
    lexicon: str | None
    keys: tuple[str, ...]
    value: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one part of a rule's name means; `about` is what each * of its line stands for."""

    text: str
    about: tuple[str, ...]
    line: RuleLine


def meanings(table: str, rule: str) -> tuple[Meaning, ...]:
    """What a rule's name means, part by part; nothing for a part without a line in rules.csv.

    Args:
        table: the table of the row, or « speakers » for the rule of a speaker.
        rule: the name, as the row has it.
    """
    return tuple(found for part in parts_of(table, rule) if (found := _meaning(table, part)))


def parts_of(table: str, rule: str) -> tuple[str, ...]:
    """The parts of a rule's name, as rules.csv has them: « clause.main », « +hearsay »."""
    if table not in JOINED:
        return (rule,)
    first, *rest = rule.split("+")
    return (first, *(f"+{part}" for part in rest))


def _meaning(table: str, part: str) -> Meaning | None:
    for line, pattern in _patterns():
        match = pattern.fullmatch(part) if line.table == table else None
        if match is not None:
            return Meaning(line.meaning.format(*match.groups()), match.groups(), line)
    return None


@cache
def _patterns() -> tuple[tuple[RuleLine, re.Pattern[str]], ...]:
    """The lines with what they match, in the order of the file: the first that matches counts."""
    return tuple((line, re.compile(_pattern(line.rule))) for line in rule_lines())


def rule_lines() -> Iterator[RuleLine]:
    """The lines of rules.csv."""
    text = files("pipeline.review").joinpath("rules.csv").read_text(encoding="utf-8")
    yield from parse_entries("rules.csv", text, RuleLine)


def _pattern(rule: str) -> str:
    return "(.*?)".join(re.escape(piece) for piece in rule.split("*"))
