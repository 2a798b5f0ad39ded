"""Documents that go through the model together, as the rows of one matrix.

One product of a thousand rows takes less time than ten of a hundred. No row may depend, to the last
bit, on those beside it, or the tables would depend on what else was read: libraries multiply a
single row otherwise than many, so the rows are always filled up to a multiple of sixteen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import minibatch
from threadpoolctl import LibController

Floats = NDArray[np.float32]
Ids = NDArray[np.uint64]
Integers = NDArray[np.int64]
Bools = NDArray[np.bool_]

STEP = 16  # rows that the kernels of matrix libraries take at a time
BATCH = 8  # documents that go through a component together unless `nlp.pipe` is told otherwise

Annotate = Callable[[Sequence[Doc]], None]


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a spaCy pipeline that annotates several documents at once.

    Matrix products are done on one core. They are small: shared out over several cores they take
    more time, and far more if something else runs there.
    """

    annotate: Annotate
    libraries: Sequence[LibController]

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Annotate documents, `batch_size` of them together."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        before = [library.num_threads for library in self.libraries]
        for library in self.libraries:
            library.set_num_threads(1)
        try:
            self.annotate(docs)
        finally:
            for library, threads in zip(self.libraries, before, strict=True):
                library.set_num_threads(threads)


def one_by_one(annotate: Callable[[Doc], Any]) -> Annotate:
    """What annotates several documents, made of what annotates one."""

    def annotate_all(docs: Sequence[Doc]) -> None:
        for doc in docs:
            annotate(doc)

    return annotate_all


def borders(docs: Iterable[Doc]) -> list[tuple[int, int]]:
    """The first row of each document and the one after its last, one row a token."""
    return list(pairwise(accumulate(map(len, docs), initial=0)))


def attributes(docs: Iterable[Doc], names: Sequence[int]) -> Ids:
    """The ids of some attributes (numbers of `spacy.attrs`) of each token, (tokens, names)."""
    columns: list[Any] = [doc.to_array(list(names)).reshape(-1, len(names)) for doc in docs]
    return np.concatenate(columns).astype(np.uint64, copy=False)


def tensors(docs: Iterable[Doc]) -> Floats:
    """The vectors that the encoder gave the tokens (`doc.tensor`), filled up."""
    return filled_up(np.concatenate([doc.tensor for doc in docs]))


def wide(weights: Floats) -> Floats:
    """The columns with zeros beside them up to a multiple of sixteen, for the same reason."""
    return np.ascontiguousarray(filled_up(weights.T).T)


def filled_up(rows: Floats) -> Floats:
    """The rows with zeros behind them up to a multiple of sixteen."""
    count = up_to_step(len(rows))
    if count == len(rows):
        return rows
    filled = np.zeros((count, rows.shape[1]), dtype=rows.dtype)
    filled[: len(rows)] = rows
    return filled


def up_to_step(count: int) -> int:
    """The next multiple of sixteen."""
    return count + -count % STEP
