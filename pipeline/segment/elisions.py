"""Elisions before a quotation mark: « qu'« il part » » is read with « qu' » as one word."""

from __future__ import annotations

from spacy.tokens import Doc

ELIDED = {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
INVERTED = {("-elle", "s"), ("-", "elles"), ("-", "ils"), ("-il", "s")}


def _belong_together(first: str, second: str) -> bool:
    """« qu » and « ' », « -elle » and « s » (« ont-elles répété »)."""
    return (first in ELIDED and second == "'") or (first, second) in INVERTED


def join_elisions(doc: Doc) -> None:
    """Join « qu » and « ' » where a mark follows: the tokenizer cuts them apart there, and the
    model knows neither."""
    pairs = [
        token.i
        for token in doc[: max(len(doc) - 1, 0)]
        if not token.whitespace_ and _belong_together(token.lower_, token.nbor().lower_)
    ]
    with doc.retokenize() as retokenizer:
        for first in pairs:
            retokenizer.merge(doc[first : first + 2])
