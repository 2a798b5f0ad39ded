"""The layout: what each non-empty line of a document is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from pipeline.records import Document, Segment, SegmentKind

# Everything that Unicode and old systems take for the end of a line.
LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
BULLET = re.compile(r"(?:[•‣▪▫●○◦■□►▶➤✓✔*·]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))\s*")
DASH = re.compile(r"[-–—―]\s*(?=\S)")
FINAL = re.compile(r"[.!?…:;,][\s»”\"’')\]]*$")
SENTENCE_END = re.compile(r"[.!?…][\s»”\"’')\]]*$")
# A sentence that ends inside the line: « Entretien. Propos… », but not « M. Dupont » or « 4.5 ».
INNER_END = re.compile(r"\w{3,}[\s»”\"]*[.…][\s»”\"]+[«“\"A-ZÀ-ÖØ-Þ]")
# « Q : », « R. – »: the turns of an interview, told by a letter.
TURN = re.compile(r"(?:Q|R|Question|Réponse)\s*[.:–-]\s*")
# « Étienne Leclerc-Maunoury », « Jean de La Fontaine »: a byline, capitals throughout.
BYLINE = re.compile(r"(?:(?:Par|de|du|des|la|le|et|van|von|[A-ZÀ-ÖØ-Þ][\w.’'-]*)\s*){2,6}$")
# « …mais pas déchirée. —Sonia Dridi, journaliste »: the source on the quotation's own line.
TRAILING_SOURCE = re.compile(r"(?<=[.!?…»”\")\]])\s[–—―-]{1,2}\s?[A-ZÀ-ÖØ-Þ][^.!?:;«»“”]{2,80}$")
# « Propos recueillis par … », « Recueilli par … »: an interviewer's signature, not a heading.
SIGNATURE = re.compile(r"(?:propos\s+)?recueillis?\s+par\b", re.IGNORECASE)
MARKS = re.compile(r"[«»“”\"]")
TITLE_WORDS = 25
HEADING_WORDS = 16
SOURCE_WORDS = 22
QUOTED_WORDS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty line: character offsets without the white space around it, and its text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def find_segments(document: Document) -> tuple[Segment, ...]:
    """One segment for each non-empty line of the document."""
    lines = _lines(document.text)
    return tuple(
        Segment(
            doc_id=document.doc_id,
            segment_id=f"{document.doc_id}-p{number}",
            start=line.start,
            end=line.end,
            kind=kind,
            text=line.text,
        )
        for number, (line, kind) in enumerate(zip(lines, _kinds(lines), strict=True), start=1)
    )


def _lines(text: str) -> list[Line]:
    lines = []
    for match in LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            lines.append(Line(start, start + len(stripped), stripped))
    return lines


def _kinds(lines: list[Line]) -> list[SegmentKind]:
    """Kinds are decided from the surest to the least sure; the rest are paragraphs."""
    kinds: list[SegmentKind | None] = [None] * len(lines)
    turns = _turns(lines)
    for i, line in enumerate(lines):
        if _is_attribution(lines, i):
            kinds[i] = "attribution"
            kinds[i - 1] = "quote"
        elif i not in turns and _is_list_item(lines, i):
            kinds[i] = "list_item"
        elif _carries_its_source(line):
            kinds[i] = "quote"
    for i, line in enumerate(lines):
        if kinds[i] is None and i + 1 < len(lines):
            if i == 0 and _is_title(line):
                kinds[i] = "title"
            elif i > 0 and kinds[i + 1] != "attribution" and _is_heading(line):
                kinds[i] = "heading"
    return [kind or "paragraph" for kind in kinds]


def _is_attribution(lines: list[Line], i: int) -> bool:
    """« – Bruno Kahl, chef du renseignement allemand » under the words it is the source of.

    A dash also opens a list item (its neighbours have one too), an interview's question or a
    line of dialogue (a sentence, with its final punctuation).
    """
    line = lines[i]
    dash = DASH.match(line.text)
    if i == 0 or not dash or line.words > SOURCE_WORDS or FINAL.search(line.text):
        return False
    neighbours = lines[i - 1 : i] + lines[i + 1 : i + 2]
    if any(DASH.match(other.text) for other in neighbours):
        return False
    source = line.text[dash.end() :]
    above = lines[i - 1]
    return (
        source[0].isupper()
        and _can_be_quoted(above)
        and (bool(SENTENCE_END.search(above.text)) or line.text[0] != "-")
    )


def _can_be_quoted(line: Line) -> bool:
    """Whether a line may be a block quotation: held by marks, or short and with none inside.

    Above a stray signature stands a paragraph of the article, long or with quotations of its own.
    """
    if BULLET.match(line.text) or line.words <= 3 or line.text[-1] in ":;,":
        return False
    return line.text[0] in '«“"' or (line.words <= QUOTED_WORDS and not MARKS.search(line.text))


def _is_list_item(lines: list[Line], i: int) -> bool:
    """A bullet, a dash or a number, in a line that is no turn of speech."""
    line = lines[i]
    if not BULLET.match(line.text):
        return False
    if line.text[0] in "—―":
        return False
    return not re.match(r"\d", line.text) or _has_sibling(lines, i)


def _turns(lines: list[Line]) -> set[int]:
    """Dialogue: dash lines in a row of which one is a question (« – Et demain ? »)."""
    turns: set[int] = set()
    numbered = groupby(enumerate(lines), key=lambda item: bool(DASH.match(item[1].text)))
    for dashed, group in numbered:
        row = dict(group)
        if dashed and len(row) > 1 and any(line.text.endswith("?") for line in row.values()):
            turns.update(row)
    return turns


def _has_sibling(lines: list[Line], i: int) -> bool:
    """« 2. Les sanctions » is an item beside « 1. … » or « 3. … », not « 24. » alone."""
    around = lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]
    return any(BULLET.match(other.text) and other.text[0].isdigit() for other in around)


def _carries_its_source(line: Line) -> bool:
    """A quotation set off as a line, its source at the end of the same line."""
    source = TRAILING_SOURCE.search(line.text)
    if not source or line.words < 12:
        return False
    return "," in source.group() and not DASH.match(line.text)


def _is_title(line: Line) -> bool:
    """A headline: no final full stop, not too long, not a dateline or a standfirst."""
    if line.words >= TITLE_WORDS or (
        FINAL.search(line.text) and line.text.rstrip(' »”"')[-1] not in "?!…"
    ):
        return False
    return not DASH.match(line.text)


def _is_heading(line: Line) -> bool:
    """An intertitle: short, no full stop at its end nor inside, begins like a sentence."""
    text = line.text
    if line.words > HEADING_WORDS or DASH.match(text) or TURN.match(text):
        return False
    if SIGNATURE.match(text) or (BYLINE.match(text) and not text.isupper()):
        return False
    if FINAL.search(text) and text.rstrip(' »”"\u00a0\u202f')[-1] not in "?!…":
        return False
    first = next((c for c in text if c.isalnum()), "")
    return bool(first) and (first.isupper() or first.isdigit()) and not INNER_END.search(text)
