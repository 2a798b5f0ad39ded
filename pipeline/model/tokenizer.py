"""The tokenizer: chunks between white space cut once and remembered."""

from __future__ import annotations

import copy
from collections.abc import Callable

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

CHUNK_LIMIT = 100_000  # chunks remembered, about 35 MB


def fast_tokenizer(tokenizer: Tokenizer) -> Callable[[str], Doc]:
    """What `tokenizer` does, with each new chunk of text between white space cut alone first.

    spaCy's tokenizer remembers how it cut a chunk, but not in the rest of a text that holds a
    special case such as « M. » or « etc. »: there it cuts words anew every time they come.
    """
    tokenizer.max_cache_size = CHUNK_LIMIT
    seen: set[str] = set()

    def tokenize(text: str) -> Doc:
        nonlocal tokenizer
        chunks = set(text.split())
        if len(seen) > CHUNK_LIMIT:
            tokenizer = copy.copy(tokenizer)  # flushing one gives back only part of its memory
            tokenizer.max_cache_size = CHUNK_LIMIT
            seen.clear()
        for chunk in chunks - seen:
            tokenizer(chunk)
        seen.update(chunks)
        doc: Doc = tokenizer(text)
        return doc

    return tokenize
