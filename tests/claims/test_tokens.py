"""The columns of tokens say what spaCy says of each token."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.claims.tokens import Tokens, is_punct, tokens_of

TEXT = "« Le préfet, dit-on, a fermé l'aéro-club (de 1920) … »\n\nLes élus de la Croix-Rouge vont."


@pytest.fixture(scope="module")
def article(read: Callable[[str], Article]) -> Article:
    return read(TEXT)


@pytest.fixture(scope="module")
def tokens(article: Article) -> Tokens:
    return tokens_of(article)


def test_words(article: Article, tokens: Tokens) -> None:
    for token in article.doc:
        assert tokens.text(token.i) == token.text
        assert tokens.initial(token.i) == token.text[0]
        assert tokens.lower[token.i] == token.lower_
        assert tokens.lemma(token.i) == token.lemma_
        assert is_punct(tokens.lower[token.i]) == token.is_punct


def test_children(article: Article, tokens: Tokens) -> None:
    for token in article.doc:
        assert tokens.children[token.i] == [child.i for child in token.children]
        assert tokens.lefts(token.i) == [child.i for child in token.lefts]


def test_what_hangs_on_a_token(article: Article, tokens: Tokens) -> None:
    for head in article.doc:
        below = {token.i for token in head.subtree}
        every = range(len(article.doc))
        assert {token for token in every if tokens.hangs_on(token, head.i, head.i)} == below


def test_first_tokens_of_sentences(article: Article, tokens: Tokens) -> None:
    assert tokens.opening == {token.i for token in article.doc if token.is_sent_start}


def test_tokens_of_a_word(article: Article, tokens: Tokens) -> None:
    found = {token.i for token in article.doc if token.lower_ in {"de", "la"}}
    assert set(tokens.places({"de", "la"})) == found
