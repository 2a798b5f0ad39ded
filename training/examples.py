"""Examples for the model: a labelled text read as the pipeline reads it, cut into passages."""

from __future__ import annotations

import random
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from pipeline.records import Document
from pipeline.segment import read_article
from training.corpora import Labelled


def read(item: Labelled, nlp: Language) -> Doc:
    """The text's reading with its names as entities; `nlp` is a tokenizer without components."""
    document = Document(
        doc_id=item.name, source=item.name, title=None, published=None, text=item.text
    )
    doc = read_article(document, nlp).doc
    spans = (
        doc.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in item.spans
    )
    doc.ents = filter_spans([span for span in spans if span is not None and _is_learnable(span)])
    return doc


def _is_learnable(span: Span) -> bool:
    """Whether the model could predict the span: it has no way to begin or end one with white space
    or to go on with one across the start of a sentence (« Wendell T. | Abernathy »)."""
    return not (
        span[0].is_space
        or span[-1].is_space
        or any(token.is_sent_start or "\n" in token.text for token in span[1:])
    )


def passages(doc: Doc, chance: random.Random) -> Iterator[Example]:
    """The text in passages of one to five sentences, so that names are learnt with what is around
    them: at work the model reads whole articles, in training a lone sentence has no context."""
    sentences = list(doc.sents)
    at = 0
    while at < len(sentences):
        last = min(at + chance.randint(1, 5), len(sentences)) - 1
        yield whole(doc[sentences[at].start : sentences[last].end].as_doc())
        at = last + 1


def whole(reference: Doc) -> Example:
    """The example whose prediction starts from the same tokens and sentences without entities."""
    predicted = reference.copy()
    predicted.ents = ()
    return Example(predicted, reference)
