"""The attribute ruler: what its patterns set, decided once for each kind of token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc


def attribute_setter(ruler: AttributeRuler) -> Callable[[Doc], Doc]:
    """A component that sets what `ruler` sets, matching once each combination of the attributes
    that its patterns look at: the part of speech, whether it is white space, the dependency.

    Nearly all tokens are given a tag and nothing else: these are set together. For the others,
    which are white space, the stock ruler sets what it found.

    Raises:
        ValueError: a pattern is longer than one token.
    """
    looked_at = _looked_at(ruler)
    tags: dict[bytes, int] = {}  # by the combination; 0 where the tag is not all, or nothing is set
    matches: dict[bytes, list[tuple[int, int]]] = {}  # of these: the rules that apply, their names

    def learn(kind: bytes, doc: Doc, at: int) -> None:
        found = ruler.match(doc[at : at + 1])  # type: ignore[arg-type] # a matcher reads spans too
        values = {name: value for rule, *_ in found for name, value in ruler.attrs[rule].items()}
        tags[kind] = values[TAG] if values.keys() == {TAG} else 0
        if not tags[kind]:
            matches[kind] = [(rule, name) for rule, name, _, _ in found]

    def set_attributes(doc: Doc) -> Doc:
        kinds = rows_as_bytes(doc.to_array(looked_at))
        new = {kind: at for at, kind in enumerate(kinds) if kind not in tags}
        for kind, at in new.items():
            learn(kind, doc, at)
        given = np.array([tags[kind] for kind in kinds], dtype=np.uint64)
        doc.from_array([TAG], np.where(given, given, doc.to_array(TAG)))  # type: ignore[arg-type]
        if not given.all():
            apart = [
                (rule, name, int(at), int(at) + 1)
                for at in np.flatnonzero(given == 0)
                for rule, name in matches[kinds[at]]
            ]
            ruler.set_annotations(doc, apart)  # type: ignore[no-untyped-call]
        return doc

    return set_attributes


def rows_as_bytes(rows: NDArray[Any]) -> list[bytes]:
    """The rows of a table of integers, each as a key that a dictionary finds fast."""
    keys: list[bytes] = rows.view(f"V{rows.strides[0]}").ravel().tolist()
    return keys


def _looked_at(ruler: AttributeRuler) -> list[int | str]:
    """The attributes that the patterns name."""
    names: set[str] = set()
    for entry in ruler.patterns:
        for pattern in entry["patterns"]:  # type: ignore[union-attr]
            if len(pattern) != 1:
                raise ValueError(f"the attribute ruler has a pattern of several tokens: {pattern}")
            names.update(pattern[0])  # type: ignore[arg-type]
    return [IDS[name] for name in sorted(names)]
