"""The tokenizer that remembers: the tokens of spaCy's, in every attribute."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.model import tokenizer as tokenizer_module
from pipeline.model.tokenizer import fast_tokenizer

LEXICAL: list[int | str] = [
    "ORTH", "NORM", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "LENGTH", "LANG", "SPACY", "IDX",
    "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE",
    "IS_STOP", "IS_BRACKET", "IS_QUOTE", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT", "IS_CURRENCY",
    "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL",
]  # fmt: skip
PIECES = (
    "M.", "etc.", "J.-C.", "aujourd'hui", "qu'est-ce", "a-t-il", "S'EST-IL", "l'", "«", "»", "(",
    ")", ":)", "8-)", "...", "…", "!", ",", "12°C.", "50%", "US$", "n°", "saut-de-ski", "-t-on",
    "dit-il", "https://exemple.fr/a?b=c", "mot", "Été", "e\u0301t", "\u00a0", "\n", "\n\n", "\t",
    " ", "😀", "’",
)  # fmt: skip
PRESS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
Tokenize = Callable[[str], Doc]


@pytest.fixture(scope="module")
def quick(slow: Language) -> Tokenize:
    return fast_tokenizer(slow.tokenizer)


def same(one: Doc, other: Doc) -> bool:
    """Whether two documents have the same tokens."""
    return [(token.text_with_ws, token.norm_) for token in one] == [
        (token.text_with_ws, token.norm_) for token in other
    ] and one.to_array(LEXICAL).tolist() == other.to_array(LEXICAL).tolist()


def test_texts_have_the_tokens_that_spacy_gives(
    plain: Language, quick: Tokenize, texts: tuple[str, ...]
) -> None:
    assert [text for text in texts if not same(plain.make_doc(text), quick(text))] == []


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=st.text() | PRESS)
def test_any_text_has_the_tokens_that_spacy_gives(
    plain: Language, quick: Tokenize, text: str
) -> None:
    assert same(plain.make_doc(text), quick(text))


def test_the_corpus_has_the_tokens_that_spacy_gives(
    plain: Language, quick: Tokenize, corpus: tuple[str, ...]
) -> None:
    assert [text for text in corpus[::5] if not same(plain.make_doc(text), quick(text))] == []


class Counting:
    """Stands for a tokenizer and notes what it is given."""

    rules: Mapping[str, object] = {}

    def __init__(self, given: list[str]) -> None:
        self.given = given

    def __call__(self, text: str) -> None:
        self.given.append(text)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    monkeypatch.setattr(tokenizer_module, "sparing", lambda tokenizer: tokenizer)
    return Counting([])


def test_a_chunk_is_cut_before_its_text_when_it_is_new(counting: Counting) -> None:
    tokenize = fast_tokenizer(counting)
    tokenize("M. Martin,  etc.")
    assert sorted(filter(None, counting.given[:-1])) == ["M.", "Martin,", "etc."]


def test_a_chunk_that_is_known_is_not_cut_again(counting: Counting) -> None:
    tokenize = fast_tokenizer(counting)
    tokenize("M. Martin")
    counting.given.clear()
    tokenize("Martin M.")
    assert list(filter(None, counting.given)) == ["Martin M."]


def test_new_words_of_letters_are_cut_together(counting: Counting) -> None:
    fast_tokenizer(counting)("Martin dort (bien)")
    words, chunk, text = counting.given
    assert (set(words.split()), chunk) == ({"Martin", "dort"}, "(bien)")
    assert text == "Martin dort (bien)"


def test_no_expression_finds_anything_in_letters(slow: Language) -> None:
    tokenizer: Any = slow.tokenizer
    letters = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isalpha()]
    words = [word for c in letters for word in (c, f"a{c}b", f"A{c}B", f"l{c}a", f"ab{c}")]
    for search in ("prefix_search", "suffix_search", "token_match", "url_match"):
        assert [word for word in words if getattr(tokenizer, search)(word)] == []
    assert [word for word in words if list(tokenizer.infix_finditer(word))] == []


def test_what_is_remembered_stays_bounded(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokenizer_module, "CHUNK_LIMIT", 2)
    tokenize = fast_tokenizer(counting)
    for text in ("un", "deux", "trois", "un"):
        tokenize(text)
    assert counting.given.count("un") == 4  # twice alone, twice as a text


def test_forgetting_changes_no_token(
    plain: Language, slow: Language, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokenizer_module, "CHUNK_LIMIT", 50)
    tokenize = fast_tokenizer(slow.tokenizer)
    assert [text for text in texts if not same(plain.make_doc(text), tokenize(text))] == []


def test_an_endless_word_is_cut_into_pieces(quick: Tokenize) -> None:
    text = f"Il dit {'(' * 1_000}mot{')' * 1_000} à M. Martel."
    doc = quick(text)
    assert doc.text == text
    assert [token.text for token in doc[-4:]] == ["à", "M.", "Martel", "."]
    assert {token.text for token in doc[2:-4]} == {"(", "mot", ")"}


def test_an_address_of_some_length_is_one_token(quick: Tokenize) -> None:
    address = "https://exemple.fr/" + "article-" * 40
    assert [token.text for token in quick(f"Voir {address} ici")] == ["Voir", address, "ici"]
