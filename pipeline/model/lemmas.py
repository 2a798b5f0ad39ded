"""Lemmas: the stock lemmatizer's answers, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.attrs import LEMMA, ORTH, POS
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from pipeline.model.attributes import rows_as_bytes

KNOWN_LIMIT = 200_000  # words with a part of speech, about 30 MB


class HashedTable(dict[int, Any]):
    """A table of the lemmatizer as it is stored: its keys are the hashes of strings.

    `spacy.lookups.Table` hashes every key again and fills a filter with them, which takes longer
    than all the lemmas of a newspaper article.
    """

    def get(self, key: str | int, default: Any = None) -> Any:
        """What is stored for a string or its hash."""
        return super().get(get_string_id(key), default)


def read_lookups(folder: Path) -> Lookups:
    """The lemmatizer's tables.

    Args:
        folder: the one that `Lookups.to_disk` wrote.

    Raises:
        FileNotFoundError: it is not there.
    """
    lookups = Lookups()
    stored = srsly.msgpack_loads((folder / "lookups.bin").read_bytes())
    for name, rows in stored.items():
        lookups.set_table(name, HashedTable(rows))  # type: ignore[arg-type]
    return lookups


def lemma_finder(lemmatizer: Lemmatizer) -> Callable[[Doc], Doc]:
    """A component that sets the lemmas of `lemmatizer`, each kept by word and part of speech, which
    alone decide in its French rules.

    The lemmatizer itself is changed: it searched lists of up to 66,000 words, which become sets.
    """
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, words in list(index.items()):
        index[part_of_speech] = frozenset(words)
    known: dict[bytes, int] = {}  # by the word and its part of speech
    add = lemmatizer.vocab.strings.add

    def learn(word: bytes, token: Token) -> None:
        lemma = lemmatizer.lemmatize(token)[0]
        known[word] = add(lemma, allow_transient=False)  # type: ignore[call-arg] # in no stub

    def find_lemmas(doc: Doc) -> Doc:
        if len(known) > KNOWN_LIMIT:
            known.clear()
            lemmatizer.cache.clear()
        words = rows_as_bytes(doc.to_array([ORTH, POS]))
        new = {word: at for at, word in enumerate(words) if word not in known}
        for word, at in new.items():
            learn(word, doc[at])
        found = np.array([known[word] for word in words], dtype=np.uint64)
        if not lemmatizer.overwrite:
            given = doc.to_array(LEMMA)
            found = np.where(given, given, found)
        return doc.from_array([LEMMA], found)  # type: ignore[arg-type]

    return find_lemmas
