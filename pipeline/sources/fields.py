"""From the fields of a record to a document: which is the text, the id, the title, the date."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any

from pipeline.records import Document
from pipeline.sources.problems import UnreadableError, Warn

MAX_CHARACTERS = 300_000  # a hundred articles; parsing longer texts at once takes gigabytes
MAX_COLUMNS = 1_000
LISTED = 20  # columns that a message names
DEFAULTS = {
    "text": ("text", "content", "body", "texte", "contenu"),
    "id": ("doc_id", "id"),
    "title": ("title", "titre", "headline"),
    "date": ("published", "date", "publication_date", "published_at", "date_publication"),
}
OWN_COLUMNS = ("doc_id", "source", "title", "published", "text")
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WRITTEN_DATE = re.compile(r"(\d{1,2})(?:er)?\s+([a-zéû]+)\s+(\d{4})")
NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns of a tabular input hold what; null: the usual names are tried."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None

    def named(self) -> dict[str, str]:
        """The columns that were named, by what they hold."""
        given = {"text": self.text, "id": self.id, "title": self.title, "date": self.date}
        return {role: column for role, column in given.items() if column is not None}


def choose_columns(names: Iterable[str], columns: Columns) -> dict[str, str]:
    """What each column holds: "text" → its name, and "id", "title", "date" where there are any.

    Args:
        names: the columns of the input; upper and lower case don't matter for the usual names.
        columns: the columns that the user named.
    """
    lowered = {name.lower(): name for name in reversed(list(names))}
    chosen = {}
    for role, usual in DEFAULTS.items():
        name = next((lowered[name] for name in usual if name in lowered), None)
        if name is not None:
            chosen[role] = name
    return {**chosen, **columns.named()}


def listed(names: Sequence[str]) -> str:
    """Names of columns as a message gives them: a few, each a line at most."""
    shown = ", ".join(_plain(name[:80]) or "''" for name in names[:LISTED])
    more = len(names) - LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown or "none"


def require_columns(names: Sequence[str], columns: Columns) -> None:
    """Raise `UnreadableError` if a column that was named, or any text column, is missing, or if
    there are too many."""
    check_count(names)
    there = listed(names)
    for role, name in columns.named().items():
        if name not in names:
            raise UnreadableError(
                f"there is no column {name!r} (named by --{role}-column); columns: {there}"
            )
    if "text" not in choose_columns(names, columns):
        raise UnreadableError(
            f"no column holds the text (columns: {there}): name it with --text-column"
        )


def document_of(
    record: Mapping[str, Any], source: str, fallback_id: str, columns: Columns, warn: Warn
) -> Document:
    """The document of a record; columns that are none of text, id, title, date go to `extra`.

    Args:
        record: column → value.
        source: where the record was read.
        fallback_id: the id of a record that has none.
        columns: the columns that the user named.
        warn: called where a date is none.

    Raises:
        UnreadableError: the record has no text, or one that can't be read.
    """
    check_count(record)
    chosen = choose_columns(record, columns)
    text = record.get(chosen.get("text", ""))
    if text is None:
        column = columns.text or DEFAULTS["text"][0]
        raise UnreadableError(f"no text: the record has no {column!r}, or it is null")
    if not isinstance(text, str):
        raise UnreadableError(f"the text is no text but {type(text).__name__}: {text!r:.40}")
    check_text(text)
    used = set(chosen.values())
    return Document(
        doc_id=_plain(record.get(chosen.get("id", ""))) or fallback_id,
        source=source,
        title=_plain(record.get(chosen.get("title", ""))),
        published=_date(record.get(chosen.get("date", "")), source, warn),
        text=text,
        extra={
            f"input_{name}" if name in OWN_COLUMNS else writable(name): _carried(value)
            for name, value in record.items()
            if name not in used
        },
    )


def check_count(fields: Sized) -> None:
    """Raise `UnreadableError` if a record has more fields than a table should have columns."""
    if len(fields) > MAX_COLUMNS:
        raise UnreadableError(
            f"{len(fields):,} columns, at most {MAX_COLUMNS:,} are read: leave out those that are "
            "not needed"
        )


def check_not_blank(text: str) -> None:
    """Raise `UnreadableError` if a text is empty or nothing but white space."""
    if not text.strip():
        raise UnreadableError("empty: nothing but white space" if text else "empty")


def check_text(text: str) -> None:
    """Raise `UnreadableError` if a text is empty, too long, or can't be written as UTF-8."""
    check_not_blank(text)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(
            f"too long: {len(text):,} characters, at most {MAX_CHARACTERS:,} are read as one "
            "document; cut it into its articles"
        )
    if "\0" in text:
        raise UnreadableError(f"binary data (a NUL at character {text.index(chr(0))}), not text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"half a character at {error.start} (a lone surrogate, \\u{ord(text[error.start]):04x})"
            ": the text was cut or written wrongly"
        ) from error


def parse_date(value: Any) -> datetime.date | None:
    """A publication date: a date or a time, « 2024-11-20 », « 2024-11-20T08:30Z », « 20/11/2024 »
    (day first), « 20 novembre 2024 »; null if it is none of these or no day of the calendar.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return _day_of(value.strip().lower()) if isinstance(value, str) else None
    except ValueError:
        return None


def _day_of(text: str) -> datetime.date:
    if match := NUMERIC_DATE.fullmatch(text):
        return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    if match := WRITTEN_DATE.search(text):
        return datetime.date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    return datetime.datetime.fromisoformat(text.upper()).date()


def _date(value: Any, source: str, warn: Warn) -> datetime.date | None:
    if value is None or value == "":
        return None
    found = parse_date(value)
    if found is None:
        warn(f"{source}: {value!r:.40} is no date that can be read; published is left empty")
    return found


def _plain(value: Any) -> str | None:
    """A value as one line of text, null if there is none."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id column with gaps, which pandas made decimal
    return " ".join(writable(str(value)).split()) or None


def writable(text: str) -> str:
    """A text that can be written as UTF-8, without NUL."""
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


def _carried(value: Any) -> Any:
    """A value as it can stand in a cell: a scalar; lists and mappings as JSON."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, int) and abs(value) < 2**63:
        return value
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, (list, dict)):
        try:
            value = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
        except (RecursionError, TypeError, ValueError) as error:
            raise UnreadableError(f"a field that can't be written as JSON ({error})") from error
    text = str(value)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(
            f"a field beside the text has {len(text):,} characters, at most {MAX_CHARACTERS:,} are "
            "carried through: leave it out"
        )
    return writable(text)
