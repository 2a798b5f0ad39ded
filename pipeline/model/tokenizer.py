"""The tokenizer: chunks between white space cut once and remembered."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

CHUNK_LIMIT = 100_000  # chunks remembered, about 35 MB
# spaCy reads the rest of a chunk again behind every mark that it cuts off: « (((((… » takes a time
# that grows with the square of its length. No word is as long as this, and few addresses are.
LONGEST = 400
LONG = re.compile(rf"\S{{{LONGEST + 1},}}")

Found = TypeVar("Found")


def sparing(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer, its regular expressions tried only on what holds more than letters: all of
    them look for a mark, a digit or a symbol, and most new chunks are a word."""
    return Tokenizer(
        tokenizer.vocab,
        rules=tokenizer.rules,
        prefix_search=_beyond_letters(tokenizer.prefix_search, None),
        suffix_search=_beyond_letters(tokenizer.suffix_search, None),
        infix_finditer=_beyond_letters(tokenizer.infix_finditer, ()),
        token_match=_beyond_letters(tokenizer.token_match, None),
        url_match=_beyond_letters(tokenizer.url_match, None),
        faster_heuristics=tokenizer.faster_heuristics,
    )


def _beyond_letters(search: Callable[[str], Found], nothing: Found) -> Callable[[str], Found]:
    return lambda text: nothing if text.isalpha() else search(text)


def fast_tokenizer(tokenizer: Tokenizer) -> Callable[[str], Doc]:
    """What `tokenizer` does, with each new chunk of text between white space cut alone first.

    spaCy's tokenizer remembers how it cut a chunk, but not in the rest of a text that holds a
    special case such as « M. » or « etc. »: there it cuts words anew every time they come.
    Chunks of more than `LONGEST` characters are cut into pieces of that length.
    """
    tokenizer = sparing(tokenizer)
    tokenizer.max_cache_size = CHUNK_LIMIT
    seen: set[str] = set()

    def tokenize(text: str) -> Doc:
        pieces = list(_pieces(text))
        if len(pieces) == 1:
            return tokenize_piece(text)
        return Doc.from_docs([tokenize_piece(piece) for piece in pieces], ensure_whitespace=False)

    def tokenize_piece(text: str) -> Doc:
        nonlocal tokenizer
        chunks = set(text.split())
        if len(seen) > CHUNK_LIMIT:
            tokenizer = copy.copy(tokenizer)  # flushing one gives back only part of its memory
            tokenizer.max_cache_size = CHUNK_LIMIT
            seen.clear()
        new = chunks - seen
        words = {chunk for chunk in new if chunk.isalpha() and chunk not in tokenizer.rules}
        tokenizer(" ".join(words))  # none is cut, nor is a special case, so that all are remembered
        for chunk in new - words:
            tokenizer(chunk)
        seen.update(chunks)
        doc: Doc = tokenizer(text)
        return doc

    return tokenize


def _pieces(text: str) -> Iterator[str]:
    """The text, cut inside of the chunks that are too long."""
    at = 0
    for chunk in LONG.finditer(text):
        for end in range(chunk.start() + LONGEST, chunk.end(), LONGEST):
            yield text[at:end]
            at = end
    yield text[at:]
