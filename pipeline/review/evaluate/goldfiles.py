"""Read a folder of annotated articles: NAME.txt, and NAME.json that says what is marked in it.

The annotations name strings and lines (« the second *Moscou* of line 5 »), so that people can write
them; here they become character offsets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pipeline.records import LABELS
from pipeline.review.evaluate.annotations import (
    Annotations,
    Claim,
    GoldDocument,
    Mention,
    Quote,
    Segment,
    Span,
)
from pipeline.review.evaluate.places import GoldError, Lines, choice, find, lines_of, text_or_null
from pipeline.tables.schema import TABLES

Entry = Mapping[str, Any]
Row = TypeVar("Row")


def read_gold_folder(folder: Path) -> dict[str, GoldDocument]:
    """The annotated articles of a folder, by the name of their files.

    Raises:
        GoldError: the folder is not there or holds none, or something in a file is wrong: the
            message names the file and the line.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        what = "holds no NAME.json with a NAME.txt beside it" if folder.is_dir() else "is no folder"
        raise GoldError(f"{folder} {what}")
    return {path.stem: read_gold_file(path) for path in paths}


def read_gold_file(path: Path) -> GoldDocument:
    """One annotated article.

    Args:
        path: NAME.json; the text is in NAME.txt beside it.

    Raises:
        GoldError: a file can't be read, or an annotation does not fit the text or the guidelines.
    """
    source = _read(path)
    lines = lines_of(_read(path.with_suffix(".txt")))
    data = _object(source, path)

    def read(section: str, build: Callable[[Entry, Lines], Row]) -> tuple[Row, ...]:
        entries = data.get(section, [])
        if not isinstance(entries, list):
            raise GoldError(f"{path}: {section} is no list")
        return tuple(_build(build, entries, section, lines, (path, source)))

    marked = Annotations(
        segments=read("segments", _segment),
        mentions=read("mentions", _mention),
        quotes=read("quotes", _quote),
        claims=read("claims", _claim),
    )
    return GoldDocument(doc_id=path.stem, text=lines.text, marked=marked)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise GoldError(f"{path}: there is no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: it can't be read as UTF-8 text ({error})") from error


def _object(source: str, path: Path) -> Entry:
    try:
        data = json.loads(source)
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}, line {error.lineno}: malformed JSON ({error.msg})") from error
    if not isinstance(data, dict):
        raise GoldError(f'{path}: an object was expected: {{"mentions": […], …}}')
    return data


def _build(
    build: Callable[[Entry, Lines], Row],
    entries: Iterable[Entry],
    section: str,
    lines: Lines,
    file: tuple[Path, str],
) -> Iterable[Row]:
    path, source = file
    for number, entry in enumerate(entries):
        try:
            yield build(entry, lines)
        except GoldError as error:
            raise GoldError(f"{_place(path, source, section, number)}: {error}") from error
        except KeyError as error:
            place = _place(path, source, section, number)
            raise GoldError(f"{place}: {error.args[0]} is missing") from error
        except (TypeError, AttributeError, ValueError) as error:
            place = _place(path, source, section, number)
            raise GoldError(f"{place}: not written as the format wants it ({error})") from error


def _place(path: Path, source: str, section: str, number: int) -> str:
    """« v01.json, line 12 (mentions, entry 3) »: the line on which an entry of a section begins."""
    decoder = json.JSONDecoder()
    at = source.index("[", source.index(f'"{section}"')) + 1
    for _ in range(number):
        at = decoder.raw_decode(source, _blanks_end(source, at))[1]
    line = source.count("\n", 0, _blanks_end(source, at)) + 1
    return f"{path}, line {line} ({section}, entry {number + 1})"


def _blanks_end(source: str, at: int) -> int:
    """Where an entry begins, behind white space and the comma."""
    return at + len(source[at:]) - len(source[at:].lstrip(" \t\r\n,"))


def _choices(table: str, column: str) -> tuple[str, ...]:
    return next(found.choices for found in TABLES[table].columns if found.name == column)


def _segment(entry: Entry, lines: Lines) -> Segment:
    kind = choice(entry, "kind", _choices("segments", "kind"))
    return Segment(span=lines.span(entry["line"]), kind=kind)


def _mention(entry: Entry, lines: Lines) -> Mention:
    label = choice(entry, "label", LABELS)
    if label == "COUNTRY":
        choice(entry, "form", _choices("mentions", "form"))
        if not (isinstance(entry["country"], str) and len(entry["country"]) == 3):
            raise GoldError(f"the country {entry['country']!r} is no code of three letters")
    if label == "WEAPON":
        choice(entry, "subtype", _choices("mentions", "subtype"))
    return Mention(
        span=find(entry, entry.get("line"), lines),
        label=label,
        form=entry.get("form"),
        country=entry.get("country"),
        subtype=entry.get("subtype"),
    )


def _quote(entry: Entry, lines: Lines) -> Quote:
    if not entry["parts"]:
        raise GoldError("parts is empty: name at least one piece of the text")
    _part(entry.get("cue"), entry, lines)
    return Quote(
        parts=tuple(_placed(part, entry, lines) for part in entry["parts"]),
        kind=choice(entry, "kind", _choices("quotes", "kind")),
        speaker=_part(entry.get("speaker"), entry, lines),
        speaker_name=text_or_null(entry, "speaker_name"),
        speaker_kind=choice(entry, "speaker_kind", _choices("quotes", "speaker_kind")),
    )


def _part(part: Entry | None, entry: Entry, lines: Lines) -> Span | None:
    return _placed(part, entry, lines) if part else None


def _placed(part: Entry, entry: Entry, lines: Lines) -> Span:
    """Where a part of an entry is: in its own line, else in that of the entry."""
    return find(part, part.get("line", entry.get("line")), lines)


def _claim(entry: Entry, lines: Lines) -> Claim:
    entry["source"]  # null says that the text leaves it out; no source at all says nothing
    return Claim(
        span=find(entry["predicate"], entry.get("line"), lines),
        source=text_or_null(entry, "source"),
        modality=choice(entry, "modality", _choices("claims", "modality")),
        polarity=choice(entry, "polarity", _choices("claims", "polarity")),
    )
