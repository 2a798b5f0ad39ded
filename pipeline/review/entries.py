"""Which line of a lexicon file made a rule fire."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.lexicons.conjugation import conjugate
from pipeline.lexicons.files import SEPARATOR
from pipeline.lexicons.user import DELIMITERS
from pipeline.review.rules import Meaning
from pipeline.words import fold

FOLDER = "pipeline/lexicons"
WORD = re.compile(r"[\w'.-]*\w\.?")
LONGEST = 6  # words of an entry
REACH = 8  # words before a row that may have told what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconLine:
    """A line of a lexicon file: `line` counts from 1, the header, and `cells` has the columns that
    hold something."""

    file: str
    line: int
    cells: Mapping[str, str]


def lines_behind(meaning: Meaning, row: Mapping[str, Any], before: str) -> tuple[LexiconLine, ...]:
    """The lines of a lexicon file that a rule fired for; nothing if it needs none.

    Args:
        meaning: what the rule means, with the file and how its line is found (see rules.csv).
        row: the row that the rule made.
        before: the text before the row, in its line.
    """
    line = meaning.line
    if line.lexicon is None or line.value is None:
        return ()
    how, _, column = line.value.rpartition(":")
    if how == "forms":
        found = _by_form(line.lexicon, line.keys, _words(row.get(column)))
    else:
        found = _by_words(line.lexicon, line.keys, _wanted(line.value, meaning, row, before))
    return tuple(found)


def users_line(name: str, path: Path) -> tuple[LexiconLine, ...]:
    """The line of a user's lexicon that has the name; nothing if the file is gone."""
    if not path.is_file():
        return ()
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    delimiter = max(DELIMITERS, key=text.split("\n", 1)[0].count)
    return tuple(_with(str(path), text, ("name",), name, delimiter))


def _wanted(value: str, meaning: Meaning, row: Mapping[str, Any], before: str) -> Iterator[str]:
    """What is looked for, the likeliest first."""
    if value == "entry":
        yield meaning.about[0]
    elif value == "before":
        yield from _runs(_words(before)[-REACH:], nearest_last=True)
    elif value.startswith("words:"):
        yield from _runs(_words(row.get(value.removeprefix("words:"))))
    elif row.get(value) is not None:
        yield str(row[value])


def _words(text: object) -> list[str]:
    plain = "" if text is None else str(text).replace("’", "'")
    return WORD.findall(plain.replace("'", "' "))


def _runs(words: Sequence[str], *, nearest_last: bool = False) -> Iterator[str]:
    """Every run of the words, the longest first, of those the first first, or else the last."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        starts = range(len(words) - length + 1)
        for start in reversed(starts) if nearest_last else starts:
            yield " ".join(words[start : start + length]).replace("' ", "'")


def _by_words(name: str, keys: tuple[str, ...], wanted: Iterator[str]) -> Iterator[LexiconLine]:
    text = _read(name)
    for words in wanted:
        found = tuple(_with(f"{FOLDER}/{name}", text, keys, words, ","))
        if found:
            yield from found
            return


def _by_form(name: str, keys: tuple[str, ...], words: list[str]) -> Iterator[LexiconLine]:
    """The lines whose verb has a form among the words."""
    written = {word.lower() for word in words}
    for number, cells in _rows(_read(name), ","):
        if any(written & _forms(cells[key]) for key in keys):
            yield _line(f"{FOLDER}/{name}", number, cells)


def _forms(verb: str) -> frozenset[str]:
    try:
        return conjugate(verb)
    except ValueError:  # no verb: « possible », « sans doute »
        return frozenset()


def _with(
    file: str, text: str, keys: tuple[str, ...], words: str, delimiter: str
) -> Iterator[LexiconLine]:
    """The lines that have the words in one of the columns `keys`."""
    folded = fold(words)
    for number, cells in _rows(text, delimiter):
        values = [cells.get(key) or "" for key in keys]
        parts = [part for value in values for part in (value, *value.split(SEPARATOR))]
        if any(part and fold(part) == folded for part in parts):
            yield _line(file, number, cells)


def _line(file: str, number: int, cells: dict[str, str]) -> LexiconLine:
    held = {column: cell for column, cell in cells.items() if column and cell}
    return LexiconLine(file=file, line=number, cells=held)


def _read(name: str) -> str:
    return files("pipeline.lexicons").joinpath(name).read_text(encoding="utf-8")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        yield reader.line_num, cells
