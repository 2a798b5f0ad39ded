"""The columns of an article say what spaCy's tokens say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article

Read = Callable[[str], Article]
TEXT = "Léa Morin, avocate à Vannes, affirme que « l'eau monte ». Le maire l'a nié, dit-elle."


@pytest.fixture(scope="module")
def article(read: Read) -> Article:
    return read(TEXT)


def test_children_are_those_of_the_parse(article: Article) -> None:
    expected = [[child.i for child in token.children] for token in article.doc]
    assert [article.token_children[token.i] for token in article.doc] == expected


def test_the_places_of_a_word_are_its_tokens(article: Article) -> None:
    assert [article.doc[at].text for at in article.token_places["l'"]] == ["l'", "l'"]


def test_the_root_of_any_stretch_is_that_of_its_span(article: Article) -> None:
    tokens = range(len(article.doc))
    stretches = [(first, last) for first in tokens for last in tokens if first <= last]
    for first, last in stretches:
        start, end = article.token_starts[first], article.token_ends[last]
        assert article.root_of(start, end) == article.span(start, end).root.i, (start, end)


def test_the_ends_of_tokens_are_those_of_spacy(article: Article) -> None:
    expected = [(token.idx, token.idx + len(token)) for token in article.doc]
    assert list(zip(article.token_starts, article.token_ends, strict=True)) == expected


def test_units_are_the_sentences_of_the_parse(article: Article) -> None:
    assert list(article.units) == [(sent.start, sent.end) for sent in article.doc.sents]


def test_every_line_end_is_kept_in_its_place(read: Read) -> None:
    article = read("Un titre\r\n\r\nLe maire\rl’a nié.\n")
    assert article.lined_reading == "Un titre\n\n\n\nLe maire\nl'a nié.\n"
