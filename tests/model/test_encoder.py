"""Embeddings are remembered, up to a limit."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from pipeline.model import encoder
from pipeline.model.encoder import Encoder, add_maxout, encoder_of

TEXT = "Kiev affirme avoir abattu quarante-sept drones au-dessus de la mer Noire."


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, slow: Language) -> Encoder:
    """An encoder that remembers eight forms."""
    monkeypatch.setattr(encoder, "KNOWN_FORMS", 8)
    network = slow.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    return encoder_of(network, slow.vocab.vectors.data, add_maxout)


def test_vectors_are_those_of_the_stock_network(small: Encoder, slow: Language) -> None:
    doc = slow.make_doc(TEXT)
    [expected] = slow.get_pipe("tok2vec").model.predict([doc])  # type: ignore[attr-defined]
    np.testing.assert_allclose(small.encode([doc])[: len(doc)], expected, rtol=1e-3, atol=1e-4)


def test_forgetting_changes_nothing(small: Encoder, slow: Language) -> None:
    """More forms than are kept, in one document and over several."""
    doc = slow.make_doc(TEXT)
    first = small.encode([doc])
    for other in ("Le pont est fermé.", "Londres dément.", "Un drone a été vu au large de Brest."):
        small.encode([slow.make_doc(other)])
    assert small.encode([doc]).tobytes() == first.tobytes()


def test_memory_has_a_limit(small: Encoder, slow: Language) -> None:
    for number in range(30):
        small.encode([slow.make_doc(f"mot{number} autre{number}")])
    assert len(small.known.rows) <= 8


def test_another_architecture_is_refused(slow: Language) -> None:
    with pytest.raises(ValueError, match="MaxoutWindowEncoder"):
        encoder_of(slow.get_pipe("tok2vec").model.layers[0], slow.vocab.vectors.data, add_maxout)  # type: ignore[attr-defined]
