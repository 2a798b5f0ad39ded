"""The fast components predict what spaCy's own predict, with and without compiled loops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.model import load_model
from pipeline.records import Document
from pipeline.segment import read_article

ALLOWED = 1e-4  # the share of tokens that rounding may turn


@pytest.fixture(scope="module", params=[False, True], ids=["numpy", "compiled"])
def fast(request: pytest.FixtureRequest) -> Language:
    if request.param:
        pytest.importorskip("numba")
    return load_model(compiled=request.param)


def read(text: str, nlp: Language) -> Doc:
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    return read_article(document, nlp).doc


def predictions(doc: Doc) -> list[tuple[object, ...]]:
    """What the model says of each token."""
    return [
        (
            token.text,
            token.tag_,
            token.pos_,
            str(token.morph),
            token.lemma_,
            token.dep_,
            token.head.i,
            token.is_sent_start,
            token.ent_iob_,
            token.ent_type_,
        )
        for token in doc
    ]


def differences(texts: Iterable[str], fast: Language, slow: Language) -> Counter[str]:
    """How many tokens there are, and of how many the predictions differ."""
    count: Counter[str] = Counter()
    for text in texts:
        ours, stock = predictions(read(text, fast)), predictions(read(text, slow))
        count["tokens"] += len(stock)
        count["different"] += sum(map(tuple.__ne__, ours, stock)) + abs(len(ours) - len(stock))
    return count


def test_press_texts(texts: tuple[str, ...], fast: Language, slow: Language) -> None:
    count = differences(texts[::2], fast, slow)
    assert count["tokens"] > 5_000
    assert count["different"] <= ALLOWED * count["tokens"]


def test_the_corpora(corpus: tuple[str, ...], fast: Language, slow: Language) -> None:
    count = differences(corpus[::25], fast, slow)
    assert count["different"] <= ALLOWED * count["tokens"]


WORDS = st.sampled_from(
    "Moscou Kiev affirme que le la missile a aurait tiré , . « » ( ) - qui Bruno Kahl 47 "
    "selon d' drones \n  Ça l’ ! et".split(" ")
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(words=st.lists(WORDS, max_size=60), starts=st.sets(st.integers(0, 60)))
def test_any_sentences(fast: Language, slow: Language, words: list[str], starts: set[int]) -> None:
    """The searches know every valid step, wherever the sentences start."""
    pair = []
    for nlp in (fast, slow):
        doc = nlp.make_doc(" ".join(words))
        for token in doc:
            token.is_sent_start = token.i in starts
        pair.append(predictions(nlp(doc)))
    assert pair[0] == pair[1]


def test_sentences_that_nobody_has_cut(fast: Language, slow: Language) -> None:
    text = "Le pont est fermé. Moscou affirme avoir abattu 47 drones."
    assert predictions(fast(text)) == predictions(slow(text))


def test_entities_that_are_set_beforehand_bind_the_others(fast: Language, slow: Language) -> None:
    pair = []
    for nlp in (fast, slow):
        doc = nlp.make_doc("Le chef de la diplomatie Bruno Kahl est à Berlin.")
        doc.set_ents([Span(doc, 4, 6, label="ORG")], default="missing")
        pair.append(predictions(nlp(doc)))
    assert pair[0] == pair[1]
    assert pair[0][5][-1] == "ORG"


def test_no_text(fast: Language) -> None:
    assert len(fast("")) == 0


def test_a_document_is_read_alike_in_any_company(texts: tuple[str, ...]) -> None:
    """To the last bit: tables may not depend on what was read before."""
    alone, after = load_model(), load_model()
    for text in texts[:8]:
        read(text, after)
    last = texts[9]
    first, second = read(last, alone).tensor, read(last, after).tensor
    assert first.tobytes() == second.tobytes()
