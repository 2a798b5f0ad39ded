"""The attribute ruler: what its patterns set, decided once for each kind of token."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from spacy.attrs import IDS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Kind = tuple[int, ...]


def attribute_setter(ruler: AttributeRuler) -> Callable[[Doc], Doc]:
    """A component that sets what `ruler` sets, matching once each combination of the attributes
    that its patterns look at: the part of speech, whether it is white space, the dependency.

    Nearly all tokens are given a tag and nothing else: these are set together. For the others,
    which are white space, the stock ruler sets what it found.

    Raises:
        ValueError: a pattern is longer than one token.
    """
    columns: list[int | str] = [TAG, *_looked_at(ruler)]
    tags: dict[Kind, int] = {}  # kinds that are given a tag and nothing else
    others: dict[Kind, list[tuple[int, int]]] = {}  # the rest: which rules apply, with their names

    def learn(kind: Kind, doc: Doc, at: int) -> None:
        matches = ruler.match(doc[at : at + 1])  # type: ignore[arg-type] # a matcher reads spans too
        values = {name: value for rule, *_ in matches for name, value in ruler.attrs[rule].items()}
        if values.keys() == {TAG}:
            tags[kind] = values[TAG]
        else:
            others[kind] = [(rule, name) for rule, name, _, _ in matches]

    def rule(doc: Doc) -> Doc:
        given: list[int] = []
        apart: list[tuple[int, int, int, int]] = []  # rule, name, first token, end
        for at, (tag, *rest) in enumerate(doc.to_array(columns).tolist()):
            kind = tuple(rest)
            if kind not in tags and kind not in others:
                learn(kind, doc, at)
            given.append(tags.get(kind, tag))
            apart.extend((*match, at, at + 1) for match in others.get(kind, ()))
        doc.from_array([TAG], np.array(given, dtype=np.uint64))  # type: ignore[arg-type]
        ruler.set_annotations(doc, apart)  # type: ignore[no-untyped-call]
        return doc

    return rule


def _looked_at(ruler: AttributeRuler) -> list[int]:
    """The attributes that the patterns name."""
    names: set[str] = set()
    for entry in ruler.patterns:
        for pattern in entry["patterns"]:  # type: ignore[union-attr]
            if len(pattern) != 1:
                raise ValueError(f"the attribute ruler has a pattern of several tokens: {pattern}")
            names.update(pattern[0])  # type: ignore[arg-type]
    return [IDS[name] for name in sorted(names)]
