"""Whether the fast model predicts what spaCy's own components predict, token by token."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.speed import ways
from benchmarks.texts import documents
from pipeline.model import load_model
from pipeline.segment import read_article

PREDICTIONS: dict[str, Callable[[Token], object]] = {
    "token": lambda token: (token.idx, token.text, token.norm_),
    "tag": lambda token: (token.tag_, token.pos_, str(token.morph)),
    "lemma": lambda token: token.lemma_,
    "head": lambda token: (token.head.i, token.dep_),
    "sentence": lambda token: token.is_sent_start,
    "entity": lambda token: (token.ent_iob_, token.ent_type_),
}


def agreement(texts: Sequence[str]) -> str:
    """A line for each way through the model: tokens, and how many differ in what."""
    stock = load_model(fast=False)
    lines = [f"| way | tokens | {' | '.join(PREDICTIONS)} |", "|---" * (len(PREDICTIONS) + 2) + "|"]
    for name, options in ways().items():
        count = _differences(texts, load_model(**options), stock)
        cells = (f"{count[what]:,}" for what in ("tokens", *PREDICTIONS))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _differences(texts: Sequence[str], fast: Language, stock: Language) -> Counter[str]:
    count: Counter[str] = Counter()
    for document in documents(texts):
        ours, theirs = read_article(document, fast).doc, read_article(document, stock).doc
        count["tokens"] += len(theirs)
        for what in PREDICTIONS:
            count[what] += _different(ours, theirs, what)
    return count


def _different(ours: Doc, theirs: Doc, what: str) -> int:
    """Tokens of which one prediction differs."""

    said = PREDICTIONS[what]
    pairs = zip(map(said, ours), map(said, theirs), strict=False)
    return sum(mine != other for mine, other in pairs) + abs(len(ours) - len(theirs))
