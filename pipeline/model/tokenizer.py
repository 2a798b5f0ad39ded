"""The tokenizer: chunks between white space cut once and remembered."""

from __future__ import annotations

import copy
from collections.abc import Callable

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

CHUNK_LIMIT = 100_000  # chunks remembered, about 35 MB


def fast_tokenizer(stock: Tokenizer) -> Callable[[str], Doc]:
    """What `stock` does, with each new chunk of text between white space cut alone first.

    spaCy's tokenizer remembers how it cut a chunk, but not in the rest of a text that holds a
    special case such as « M. » or « etc. »: there it cuts words anew every time they come.
    """
    tokenizer = _empty(stock)
    seen: set[str] = set()

    def tokenize(text: str) -> Doc:
        nonlocal tokenizer
        new = set(text.split()) - seen
        if len(seen) + len(new) > CHUNK_LIMIT and seen:
            tokenizer = _empty(tokenizer)
            seen.clear()
            new = set(text.split())
        for chunk in new:
            tokenizer(chunk)
        seen.update(new)
        doc: Doc = tokenizer(text)
        return doc

    return tokenize


def _empty(tokenizer: Tokenizer) -> Tokenizer:
    """The same tokenizer, nothing remembered. (Flushing one gives back only part of its memory.)"""
    fresh = copy.copy(tokenizer)
    fresh.max_cache_size = CHUNK_LIMIT
    return fresh
