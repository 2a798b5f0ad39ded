"""Second stage: the layout of a document, its sentences and their parse."""

from __future__ import annotations

from spacy.language import Language

from pipeline.article import Article
from pipeline.records import Document
from pipeline.segment.elisions import join_elisions
from pipeline.segment.layout import find_segments
from pipeline.segment.marks import find_marks
from pipeline.segment.reading import reading_of
from pipeline.segment.sentences import cut_sentences


def read_article(document: Document, nlp: Language) -> Article:
    """Lay out and parse a document.

    Args:
        document: the document, whose text is left as it is.
        nlp: the model, applied once to the whole reading of the text, with every sentence start
            set beforehand so that no parse crosses a line or a quotation.
    """
    segments = find_segments(document)
    marks = find_marks(document.text, segments)
    reading = reading_of(document.text, marks)
    doc = nlp.make_doc(reading)
    join_elisions(doc)
    sentences = cut_sentences(doc, reading, document, segments, marks)
    return Article(
        document=document,
        segments=segments,
        sentences=sentences,
        marks=marks,
        reading=reading,
        doc=nlp(doc),
    )
