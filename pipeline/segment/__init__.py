"""Second stage: the layout of a document, its sentences and their parse."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from pipeline.article import Article
from pipeline.records import Document
from pipeline.segment.elisions import join_elisions
from pipeline.segment.layout import find_segments
from pipeline.segment.marks import find_marks
from pipeline.segment.reading import reading_of
from pipeline.segment.sentences import cut_sentences


def read_article(document: Document, nlp: Language) -> Article:
    """Lay out and parse a document (see `read_articles`)."""
    [article] = read_articles([document], nlp)
    return article


def read_articles(documents: Sequence[Document], nlp: Language) -> list[Article]:
    """Lay out documents and parse them together, which takes less time than one by one and gives
    the same.

    Args:
        documents: the documents, whose texts are left as they are.
        nlp: the model, applied once to the whole reading of each text, with every sentence start
            set beforehand so that no parse crosses a line or a quotation.
    """
    articles = [_lay_out(document, nlp) for document in documents]
    for _ in nlp.pipe([article.doc for article in articles], batch_size=len(articles)):
        pass  # the model writes into the docs
    return articles


def _lay_out(document: Document, nlp: Language) -> Article:
    """A document with its sentences, not yet parsed."""
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
        doc=doc,
    )
