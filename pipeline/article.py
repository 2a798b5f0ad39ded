"""What the stages pass on: a document, laid out and parsed.

The spaCy `Doc` of an article is made from a *reading* of its text: every character that French typography
writes in several ways (’ and ', “ and «, the non-breaking spaces) is replaced one for one by the
form the model knows best. One for one means that every offset in the `Doc` is an offset in
`document.text`, which is never rewritten; rows are cut from `document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.records import Document, Segment, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """A pair of quotation marks: `start` and `end` with the marks, `inner_*` without them or the
    spaces beside them. Character offsets. `depth` is 0 for an outermost pair. An unbalanced mark
    is closed at the end of its segment, and `closed` is false."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document with its layout and its parse. `doc` has the document's own character offsets."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    marks: tuple[Marks, ...]
    doc: Doc

    @property
    def text(self) -> str:
        return self.document.text

    def sentence_at(self, start: int) -> Sentence:
        """The sentence that holds the character `start` (or the nearest before it)."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].start <= start:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def segment_at(self, start: int) -> Segment:
        """The segment that holds the character `start` (or the nearest before it)."""
        low, high = 0, len(self.segments) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.segments[middle].start <= start:
                low = middle
            else:
                high = middle - 1
        return self.segments[low]

    def span(self, start: int, end: int) -> Span:
        """The tokens that the characters `start`..`end` touch. Raises if there are none."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        if found is None:
            raise ValueError(f"{self.document.doc_id}: no token in characters {start}..{end}")
        return found
