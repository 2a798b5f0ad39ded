"""Rows made by hand, and the text of a page as a browser reads it."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser

from pipeline.records import Claim, Document, Mention, Quote, Segment
from pipeline.report.rows import ArticleRows

TEXT = "Le port est fermé.\n« Nous partons », dit Léa Morel.\nLe drone aurait visé Kiev."
DAY = datetime.date(2024, 3, 5)


def document(text: str = TEXT, **values: object) -> Document:
    made = {"doc_id": "d", "source": "test", "title": None, "published": None, "text": text}
    return Document(**{**made, **values})  # type: ignore[arg-type]


def segment(start: int, end: int, kind: str = "paragraph", text: str = TEXT) -> Segment:
    return Segment(
        doc_id="d",
        segment_id=f"d-p{start}",
        start=start,
        end=end,
        kind=kind,  # type: ignore[arg-type]
        text=text[start:end],
    )


def mention(words: str, label: str = "PERSON", text: str = TEXT, **values: object) -> Mention:
    start = text.index(words)
    made = {
        "doc_id": "d",
        "mention_id": f"d-m{start}",
        "sentence_id": "d-s1",
        "start": start,
        "end": start + len(words),
        "text": words,
        "label": label,
        "form": None,
        "country": None,
        "subtype": None,
        "entity_id": f"{label}:{words}",
        "name": words,
        "rule": "model PER",
    }
    return Mention(**{**made, **values})  # type: ignore[arg-type]


def quote(words: str, speaker: str | None = None, text: str = TEXT, **values: object) -> Quote:
    start = text.index(words)
    told = text.index(speaker) if speaker else None
    made = {
        "doc_id": "d",
        "quote_id": f"d-q{start}",
        "sentence_id": "d-s1",
        "start": start,
        "end": start + len(words),
        "text": words,
        "kind": "direct",
        "cue": None,
        "cue_start": None,
        "cue_end": None,
        "speaker": speaker,
        "speaker_start": told,
        "speaker_end": told + len(speaker) if told is not None and speaker else None,
        "speaker_name": speaker,
        "speaker_kind": "person" if speaker else "unknown",
        "speaker_id": None,
        "speaker_rule": "name in phrase",
        "confidence": 0.87,
        "rule": "direct.after:dire",
    }
    return Quote(**{**made, **values})  # type: ignore[arg-type]


def claim(words: str, text: str = TEXT, **values: object) -> Claim:
    start = text.index(words)
    made = {
        "doc_id": "d",
        "claim_id": f"d-c{start}",
        "sentence_id": "d-s1",
        "quote_id": None,
        "start": start,
        "end": start + len(words),
        "text": words,
        "predicate": words.rsplit(maxsplit=1)[-1],
        "predicate_start": start,
        "predicate_end": start + 1,
        "subject": None,
        "subject_id": None,
        "object": None,
        "object_id": None,
        "source": "author",
        "source_id": None,
        "modality": "factual",
        "polarity": "positive",
        "rule": "clause.main",
    }
    return Claim(**{**made, **values})  # type: ignore[arg-type]


def lines_of(text: str) -> tuple[Segment, ...]:
    """A paragraph for each line of a text."""
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append(segment(start, start + len(line), text=text))
        start += len(line) + 1
    return tuple(found)


def article(text: str = TEXT, **values: object) -> ArticleRows:
    """An article with one quote, one doubtful claim and three mentions, or with others."""
    if text == TEXT:
        kiev = mention("Kiev", "COUNTRY", form="metonym", country="UKR", name="Ukraine")
        values = {
            "mentions": (
                mention("Léa Morel"),
                mention("drone", "WEAPON", subtype="drone", rule="weapon_terms:drone"),
                kiev,
            ),
            "quotes": (quote("Nous partons", "Léa Morel"),),
            "claims": (
                claim("Le port est fermé"),
                claim("Le drone aurait visé Kiev", modality="conditional"),
            ),
            **values,
        }
    made = {
        "document": document(text),
        "segments": lines_of(text),
        "mentions": (),
        "quotes": (),
        "claims": (),
    }
    return ArticleRows(**{**made, **values})  # type: ignore[arg-type]


class TextReader(HTMLParser):
    """Reads the text of the first element of class `text`, and the names of all elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._depth = 0
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag in {"meta", "link", "input"}:
            return
        if self._depth:
            self._depth += 1
        elif ("class", "text") in attrs and not self._done:
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        del tag
        if self._depth:
            self._depth -= 1
            self._done = self._depth == 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data


def read_page(page: str) -> TextReader:
    """The page as a browser reads it: line ends are made one before anything is parsed."""
    reader = TextReader()
    reader.feed(page.replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return reader
