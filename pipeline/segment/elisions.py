"""Elisions before a quotation mark: « qu'« il part » » is read with « qu' » as one word."""

from __future__ import annotations

from spacy.attrs import LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

ELIDED = {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
INVERTED = {("-elle", "s"), ("-", "elles"), ("-", "ils"), ("-il", "s")}
SECONDS = frozenset(map(get_string_id, {"'", *(second for _, second in INVERTED)}))


def _are_one(first: Token, second: Token) -> bool:
    """« qu » and « ' », « -elle » and « s » (« ont-elles répété »), no space between them."""
    if first.whitespace_:
        return False
    pair = first.lower_, second.lower_
    return (pair[0] in ELIDED and pair[1] == "'") or pair in INVERTED


def join_elisions(doc: Doc) -> None:
    """Join « qu » and « ' » where a mark follows: the tokenizer cuts them apart there, and the
    model knows neither."""
    pairs = [
        at - 1
        for at, form in enumerate(doc.to_array(LOWER).tolist())
        if form in SECONDS and at > 0 and _are_one(doc[at - 1], doc[at])
    ]
    if not pairs:  # as in most texts
        return
    with doc.retokenize() as retokenizer:
        for first in pairs:
            retokenizer.merge(doc[first : first + 2])
