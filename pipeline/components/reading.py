"""From a spaCy `Doc` to what the stages read, and back to the rows of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.article import Article
from pipeline.components.extensions import DOCUMENT, plain, read_rows, typed, write_rows
from pipeline.flow import titled
from pipeline.records import (
    Claim,
    Date,
    Document,
    Extraction,
    Mention,
    Quantity,
    Quote,
    Role,
    Segment,
    Sentence,
)
from pipeline.segment.elisions import join_elisions
from pipeline.segment.layout import find_segments
from pipeline.segment.marks import find_marks
from pipeline.segment.reading import reading_of
from pipeline.segment.sentences import cut_sentences

ANONYMOUS = "doc"  # the doc_id of a text that was given none


@dataclass(frozen=True, slots=True)
class Reader:
    """The component that comes first, with the tokenizer of its pipeline."""

    tokenizer: Callable[[str], Doc]

    def __call__(self, doc: Doc) -> Doc:
        return read_doc(doc, self.tokenizer)


def read_doc(doc: Doc, tokenizer: Callable[[str], Doc]) -> Doc:
    """A new `Doc` of the reading of `doc`, with every sentence start set and its layout noted.

    Args:
        doc: of the text as it is, only tokenised; `doc._.quidit_document` may hold a `doc_id`, a
            `title` and a `published` (« 2024-05-06 »).
        tokenizer: the pipeline's own.

    Raises:
        ValueError: `doc` has been parsed already.
    """
    if len(doc) and (doc.has_annotation("DEP") or doc.has_annotation("TAG")):
        raise ValueError(
            "quidit_segments sets sentence starts before the parser runs: add it with "
            'nlp.add_pipe("quidit_segments", first=True), and give it documents that no '
            "component has read"
        )
    document = _document_of(doc)
    segments = find_segments(document)
    marks = find_marks(document.text, segments)
    reading = reading_of(document.text, marks)
    read = tokenizer(reading)
    join_elisions(read)
    sentences = cut_sentences(read, reading, document, segments, marks)
    read.user_data.update(doc.user_data)
    read._context = doc._context  # what nlp.pipe(…, as_tuples=True) gives back
    known = plain(titled(document, segments))
    setattr(read._, DOCUMENT, {name: known[name] for name in known if name != "extra"})
    write_rows(read, Segment, segments)
    write_rows(read, Sentence, sentences)
    return read


def article_of(doc: Doc) -> Article:
    """The article of a `Doc` that `read_doc` has made and the model has parsed.

    Raises:
        ValueError: it was not made by `read_doc`.
    """
    segments, sentences = read_rows(doc, Segment), read_rows(doc, Sentence)
    document = Document(**typed(getattr(doc._, DOCUMENT)))
    marks = find_marks(document.text, segments)
    return Article(
        document=document,
        segments=segments,
        sentences=sentences,
        marks=marks,
        reading=reading_of(document.text, marks),
        doc=doc,
    )


def extraction_of(doc: Doc) -> Extraction:
    """All rows that the components left on `doc`, as `pipeline.extract` returns them.

    Raises:
        ValueError: a component has not run.
    """
    return Extraction(
        document=Document(**typed(getattr(doc._, DOCUMENT) or {})),
        segments=read_rows(doc, Segment),
        sentences=read_rows(doc, Sentence),
        mentions=read_rows(doc, Mention),
        roles=read_rows(doc, Role),
        dates=read_rows(doc, Date),
        quantities=read_rows(doc, Quantity),
        quotes=read_rows(doc, Quote),
        claims=read_rows(doc, Claim),
    )


def _document_of(doc: Doc) -> Document:
    given = getattr(doc._, DOCUMENT) or {}
    unknown = given.keys() - {"doc_id", "title", "published"}
    if unknown:
        raise ValueError(
            f"doc._.{DOCUMENT} holds {', '.join(sorted(unknown))}: it may hold doc_id, title and "
            "published"
        )
    return Document(
        **typed(
            {"doc_id": ANONYMOUS, "title": None, "published": None}
            | given
            | {"source": "spacy", "text": doc.text}
        )
    )
