"""The reading of a text: the same length, one typography."""

from __future__ import annotations

from pipeline.article import Marks

WHITE = {
    character: " "
    for character in map(chr, range(0x3001))
    if character.isspace() and character != " "
}
SAME = WHITE | {
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "\u2060": " ",
    "\u200b": " ",
    "\u00ad": " ",
    "‑": "-",
    "‐": "-",
    "“": "«",
    "„": "«",
    "‹": "«",
    "”": "»",
    "›": "»",
}


def reading_of(text: str, marks: tuple[Marks, ...]) -> str:
    """The text as the model reads it: every mark of a pair is « or », whatever the copy used.

    The result has the length of `text`, so that its offsets are those of the document.
    """
    reading = text
    for character in SAME.keys() & set(text):  # a few; `translate` would look at every character
        reading = reading.replace(character, SAME[character])
    if not marks:
        return reading
    characters = list(reading)
    for pair in marks:
        _write(characters, pair.start, pair.inner_start, "«")
        if pair.closed:
            _write(characters, pair.inner_end, pair.end, "»")
    return "".join(characters)


def _write(characters: list[str], start: int, end: int, mark: str) -> None:
    """Put `mark` where the mark of a pair stands, a space for the rest of a doubled one."""
    wrote = False
    for i in range(start, end):
        if not characters[i].isspace():
            characters[i] = " " if wrote else mark
            wrote = True
