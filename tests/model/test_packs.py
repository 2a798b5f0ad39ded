"""Documents read together are read as if each were alone, to the last bit: else the tables would
depend on what else was read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.model import load_model
from pipeline.model.arcs import ArcFinder
from pipeline.model.entities import EntityFinder
from pipeline.model.packs import Component, borders, filled_up, wide
from pipeline.records import Document
from pipeline.segment import read_articles

TEXTS = (
    "Kiev affirme avoir abattu quarante-sept drones au-dessus de la mer Noire.",
    "",
    "Oui.",
    "« Nous n'avons pas tiré », a dit Marie Lenoir.\n\nSelon Moscou, le pont est fermé.",
    "Le pont " * 60 + "est fermé.",
)


@pytest.fixture(scope="module", params=[False, True], ids=["numpy", "compiled"])
def fast(request: pytest.FixtureRequest) -> Language:
    if request.param:
        pytest.importorskip("numba")
    return load_model(compiled=request.param)


def read(texts: Sequence[str], nlp: Language) -> list[Doc]:
    documents = [
        Document(doc_id="t", source="test", title=None, published=None, text=text) for text in texts
    ]
    return [article.doc for article in read_articles(documents, nlp)]


def annotated(nlp: Language, name: str) -> ArcFinder | EntityFinder:
    [component] = [pipe for pipe_name, pipe in nlp.pipeline if pipe_name == name]
    assert isinstance(component, Component)
    assert isinstance(component.annotate, ArcFinder | EntityFinder)
    return component.annotate


def test_documents_together_are_read_as_alone(fast: Language) -> None:
    together = read(TEXTS, fast)
    alone = [doc for text in TEXTS for doc in read([text], fast)]
    assert [doc.tensor.tobytes() for doc in together] == [doc.tensor.tobytes() for doc in alone]
    assert [doc.to_json() for doc in together] == [doc.to_json() for doc in alone]


def test_names_are_seen_in_each_document(fast: Language) -> None:
    names = [[str(name) for name in doc.ents] for doc in read(TEXTS, fast)]
    assert "Marie Lenoir" in names[3]
    assert "Kiev" in names[0]
    assert names[1] == []


def test_documents_that_are_not_cut_into_sentences_among_others(fast: Language) -> None:
    cut, uncut = fast.make_doc(TEXTS[0]), fast.make_doc("Le pont est fermé. Moscou se tait.")
    for token in cut:
        token.is_sent_start = token.i == 0
    list(fast.pipe([cut, uncut], batch_size=2))
    assert [len(list(doc.sents)) for doc in (cut, uncut)] == [1, 2]


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_scores_do_not_depend_on_the_states_beside_them(fast: Language, name: str) -> None:
    scores = annotated(fast, name).scores
    rng = np.random.default_rng(7)
    vectors = rng.standard_normal((48, scores.reduce.shape[0]), dtype=np.float32)
    features = scores.features(vectors)
    tokens = rng.integers(-1, 48, (scores.roles, 40))
    expected = scores.scores(features, tokens)
    for count in range(1, 40):
        assert scores.scores(features, tokens[:, :count]).tobytes() == expected[:count].tobytes()


def test_few_states_are_scored_as_all(fast: Language) -> None:
    scores = annotated(fast, "ner").scores
    rng = np.random.default_rng(7)
    vectors = rng.standard_normal((48, scores.reduce.shape[0]), dtype=np.float32)
    tokens = rng.integers(0, 48, (scores.roles, 40))
    few = scores.scores_of_few(scores.reduced(vectors), tokens)
    np.testing.assert_allclose(few, scores.scores(scores.features(vectors), tokens), atol=1e-4)
    for count in range(1, 40):
        part = scores.scores_of_few(scores.reduced(vectors), tokens[:, :count])
        assert part.tobytes() == few[:count].tobytes()


def test_features_do_not_depend_on_the_tokens_beside_them(fast: Language) -> None:
    scores = annotated(fast, "parser").scores
    vectors = np.random.default_rng(7).standard_normal((640, 96), dtype=np.float32)
    expected = scores.features(vectors)
    for count in range(16, 640, 16):
        features = scores.features(vectors[:count])[: -scores.roles]
        assert features.tobytes() == expected[: len(features)].tobytes()


def test_rows_are_filled_up_to_a_multiple_of_sixteen() -> None:
    rows = np.ones((3, 2), dtype=np.float32)
    assert filled_up(rows).shape == (16, 2)
    assert filled_up(rows).sum() == 6
    assert wide(rows).shape == (3, 16)


def test_borders_of_documents(slow: Language) -> None:
    docs = [slow.make_doc(text) for text in ("Oui, oui.", "", "Non.")]
    assert borders(docs) == [(0, 4), (4, 4), (4, 6)]
