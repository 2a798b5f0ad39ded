"""The attribute ruler that remembers: tags, parts of speech and morphology as spaCy sets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from pipeline.model.attributes import attribute_setter

PARTS = (
    " ADJ ADP ADV AUX CONJ CCONJ DET EOL INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X"
).split(" ")
TOKENS = st.tuples(
    st.sampled_from(["mot", "\n", " ", ","]),
    st.sampled_from(PARTS),
    st.sampled_from(["", "dep", "nsubj"]),
)
SetAttributes = Callable[[Doc], Doc]


@pytest.fixture(scope="module")
def set_attributes(slow: Language) -> SetAttributes:
    return attribute_setter(slow.get_pipe("attribute_ruler"))  # type: ignore[arg-type]


def analysed(nlp: Language, tokens: list[tuple[str, str, str]], tags: list[str]) -> Doc:
    return Doc(
        nlp.vocab,
        words=[word for word, _, _ in tokens],
        pos=[part for _, part, _ in tokens],
        deps=[dependency for _, _, dependency in tokens],
        heads=list(range(len(tokens))),
        morphs=["Number=Sing"] * len(tokens),
        tags=tags,
    )


def attributes(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(token.tag_, token.pos_, str(token.morph), token.dep_) for token in doc]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(tokens=st.lists(TOKENS, max_size=12), tag=st.sampled_from(["", "ZZ"]))
def test_tokens_are_given_what_spacy_gives(
    slow: Language, set_attributes: SetAttributes, tokens: list[tuple[str, str, str]], tag: str
) -> None:
    tags = [tag] * len(tokens)
    expected = slow.get_pipe("attribute_ruler")(analysed(slow, tokens, tags))
    assert attributes(set_attributes(analysed(slow, tokens, tags))) == attributes(expected)


def test_white_space_is_no_word(slow: Language, set_attributes: SetAttributes) -> None:
    doc = analysed(slow, [("\n", "PUNCT", "punct"), ("mot", "SPACE", "dep")], ["", ""])
    assert attributes(set_attributes(doc)) == [("SPACE", "SPACE", "", "dep"), ("X", "X", "", "dep")]


def test_a_pattern_of_two_tokens_is_refused(slow: Language) -> None:
    ruler = AttributeRuler(slow.vocab)
    ruler.add([[{"POS": "DET"}, {"POS": "NOUN"}]], {"TAG": "X"})
    with pytest.raises(ValueError, match="several tokens"):
        attribute_setter(ruler)
