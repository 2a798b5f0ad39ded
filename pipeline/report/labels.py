"""How a label is drawn: its class, and the letter that tells it without colour."""

from __future__ import annotations

import zlib

from pipeline.records import LABELS
from pipeline.report.strings import Strings

USER_STYLES = 4  # the style sheet has this many for labels that users' lexicons add


def label_class(label: str) -> str:
    """The CSS class of a label. Labels of users' lexicons share some spare ones; never is a label,
    which may be any text, a class itself."""
    if label in LABELS:
        return f"l-{label.lower()}"
    return f"l-user{zlib.crc32(label.encode('utf-8', 'surrogatepass')) % USER_STYLES}"


def label_letter(label: str, strings: Strings) -> str:
    """The letter after a mention; of a user's label, its first two."""
    return strings.term("letters", label) if label in LABELS else label[:2].capitalize()
