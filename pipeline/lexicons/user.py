"""Lexicons of users: names, and labels of their own, added by `--lexicon my.csv`.

The first line names the columns: `name` and `label`, and if need be `variants` (other names,
separated by "|"), `subtype` (of a WEAPON), `country` (alpha-3) and `source` (for the user's notes).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline.lexicons.countries import CountryLexicon
from pipeline.lexicons.files import SEPARATOR, LexiconError
from pipeline.lexicons.forms import Forms, table_of
from pipeline.records import LABELS, WeaponSubtype
from pipeline.sources.decoding import decode
from pipeline.sources.problems import UnreadableError, Warn
from pipeline.words import WORD, fold, words_of

COLUMNS = ("name", "label", "variants", "subtype", "country", "source")
REQUIRED = ("name", "label")
DELIMITERS = ",;\t"
LABEL = re.compile(r"[A-Z][A-Z0-9_]*")
SUBTYPES: Mapping[str, WeaponSubtype] = {subtype: subtype for subtype in get_args(WeaponSubtype)}
TOLD = 10  # problems told at once


@dataclass(frozen=True, slots=True, kw_only=True)
class UserEntry:
    """One line of a user's lexicon. `place` is « my.csv, line 3 »."""

    name: str
    label: str
    variants: tuple[str, ...]
    subtype: WeaponSubtype | None
    country: str | None
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class UserForm:
    """One way to write an entry's name. `gaps` is what stands before its first word, between its
    words and after its last one: « Yahoo! » ends in a mark, « AT&T » has one between its words."""

    text: str
    gaps: tuple[str, ...]
    entry: UserEntry


NO_USER_NAMES: Forms[UserForm] = table_of(())


def load_user_names(
    paths: Iterable[Path], countries: CountryLexicon, warn: Warn
) -> Forms[UserForm]:
    """The names of users' lexicons, in one table whatever the number of files.

    Args:
        paths: CSV files; cells are separated by commas, semicolons or tabs.
        countries: the lexicon whose codes the column `country` may hold.
        warn: called if the encoding of a file had to be guessed.

    Raises:
        LexiconError: a file cannot be read, or lines of one are wrong; every line is named with
            what to do, up to ten.
    """
    problems: list[str] = []
    entries = [entry for path in paths for entry in _read_entries(path, countries, problems, warn)]
    forms = list(_forms(entries, problems))
    if problems:
        more = [f"… and {len(problems) - TOLD} more"] if len(problems) > TOLD else []
        raise LexiconError("\n".join([*problems[:TOLD], *more]))
    return table_of((form.text, form) for form in forms)


def _read_entries(
    path: Path, countries: CountryLexicon, problems: list[str], warn: Warn
) -> Iterator[UserEntry]:
    """The entries of one file; what is wrong with a line is added to `problems`."""
    try:
        text = decode(path.read_bytes(), str(path), warn)
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: there is no such file") from error
    except (OSError, UnreadableError) as error:
        raise LexiconError(f"{path}: the lexicon can't be read ({error})") from error
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise LexiconError(f"{path}, line {reader.line_num}: malformed CSV ({error})") from error
    if not rows:
        raise LexiconError(f"{path}: empty; its first line names the columns: {','.join(COLUMNS)}")
    header = _header(path, rows[0][1])
    if len(rows) == 1:
        raise LexiconError(f"{path}: no names; write one a line under the columns")
    for line, row in rows[1:]:
        place = f"{path}, line {line}"
        if len(row) > len(header):
            problems.append(
                f"{place}: {len(row)} cells for {len(header)} columns; put a name that holds "
                f'a "{delimiter}" between quotation marks'
            )
            continue
        cells = dict.fromkeys(COLUMNS, "") | {
            column: " ".join(cell.split()) for column, cell in zip(header, row, strict=False)
        }
        wrong = list(_wrong(cells, countries))
        problems.extend(f"{place}: {problem}" for problem in wrong)
        if not wrong:
            yield _entry(cells, path.name, place)


def _header(path: Path, row: list[str]) -> list[str]:
    header = [cell.strip().lower() for cell in row]
    missing = [column for column in REQUIRED if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    if missing or unknown or len(set(header)) < len(header):
        what = (
            f"there is no column {missing[0]}"
            if missing
            else f"unknown column {unknown[0]!r}"
            if unknown
            else "a column is there twice"
        )
        raise LexiconError(
            f"{path}, line 1: {what}; the columns are name and label, and if need be "
            f"{', '.join(COLUMNS[2:-1])} and {COLUMNS[-1]}"
        )
    return header


def _wrong(cells: Mapping[str, str], countries: CountryLexicon) -> Iterator[str]:
    """What is wrong with a line, and what to do about it."""
    label, subtype, country = cells["label"], cells["subtype"], cells["country"]
    if not cells["name"]:
        yield "there is no name"
    for name in _names(cells):
        if not WORD.search(name):
            yield f"the name {name!r} has no letter and no digit; it could not be found"
    if not LABEL.fullmatch(label):
        yield (
            f"the label {label!r} is not written in capitals, digits and _; write one of "
            f"{', '.join(LABELS)}, or a label of your own such as VESSEL"
        )
    if subtype and label != "WEAPON":
        yield f"only a WEAPON has a subtype; leave {subtype!r} out"
    elif subtype and subtype not in SUBTYPES:
        yield f"unknown subtype {subtype!r}; write one of {', '.join(SUBTYPES)}"
    if country and country not in countries.countries:
        yield f"unknown country {country!r}; {_advice(country, countries)}"
    if label == "COUNTRY" and not country:
        yield "a COUNTRY needs its code in the column country, such as FRA"


def _advice(country: str, countries: CountryLexicon) -> str:
    """The code of a country that is given by its name, else what a code is."""
    for code, entry in countries.countries.items():
        if fold(country) in {fold(name) for name in (code, *entry.names)}:
            return f"write {code}"
    return "write a state's ISO 3166-1 alpha-3 code, such as FRA"


def _names(cells: Mapping[str, str]) -> tuple[str, ...]:
    variants = (" ".join(part.split()) for part in cells["variants"].split(SEPARATOR))
    return tuple(name for name in (cells["name"], *variants) if name)


def _entry(cells: Mapping[str, str], file: str, place: str) -> UserEntry:
    return UserEntry(
        name=cells["name"],
        label=cells["label"],
        variants=_names(cells)[1:],
        subtype=SUBTYPES.get(cells["subtype"]),
        country=cells["country"] or None,
        file=file,
        place=place,
    )


def _forms(entries: Iterable[UserEntry], problems: list[str]) -> Iterator[UserForm]:
    """Every way to write every entry; a way that two entries share is a problem."""
    owners: dict[tuple[str, ...], UserEntry] = {}
    for entry in entries:
        for name in dict.fromkeys((entry.name, *entry.variants)):
            words = words_of(name)
            owner = owners.setdefault(tuple(word.folded for word in words), entry)
            if owner is not entry:
                problems.append(
                    f"{entry.place}: the name {name!r} is already in {owner.place}; "
                    "take it out of one of them (accents, capitals and hyphens make no other name)"
                )
            ends = [0, *(word.end for word in words)]
            starts = [*(word.start for word in words), len(name)]
            gaps = tuple(name[end:start] for end, start in zip(ends, starts, strict=True))
            yield UserForm(name, gaps, entry)
