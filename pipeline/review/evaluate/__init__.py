"""Score tables against articles that a person annotated: what is right, missing, too much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.review.evaluate.annotations import Annotations, GoldDocument
from pipeline.review.evaluate.claims import compare_claims
from pipeline.review.evaluate.figures import figures_of
from pipeline.review.evaluate.found import Found, found_in
from pipeline.review.evaluate.goldfiles import read_gold_folder
from pipeline.review.evaluate.mentions import compare_mentions, compare_segments
from pipeline.review.evaluate.quotes import compare_quotes
from pipeline.review.evaluate.tally import Disagreement, Page, together
from pipeline.tables.loading import load_tables

SECTIONS = (compare_segments, compare_mentions, compare_quotes, compare_claims)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures by section (see `figures_of`), where the two sides disagree, and notes on
    documents that could not be compared."""

    figures: dict[str, Any]
    disagreements: tuple[Disagreement, ...]
    notes: tuple[str, ...]


def evaluate_folders(gold: Path, outputs: Path) -> Evaluation:
    """Score an output folder against a folder of annotated articles.

    Args:
        gold: a folder of NAME.txt and NAME.json.
        outputs: a folder of tables, with `doc_id` NAME; or one of a second person's annotations of
            the same texts, which gives the agreement of the two.

    Raises:
        GoldError: an annotation is wrong; the message says where.
        TablesNotFoundError: `outputs` holds neither tables nor annotations.
    """
    golds = read_gold_folder(gold)
    return evaluate(golds, _found(outputs, golds))


def evaluate(golds: Mapping[str, GoldDocument], found: Found) -> Evaluation:
    """Score what was found in the gold documents; one that it lacks has nothing found in it."""
    compared = together(
        compare(Page(name, gold.text), gold.marked, found.by_document.get(name, Annotations()))
        for name, gold in golds.items()
        for compare in SECTIONS
    )
    figures = figures_of(len(golds), compared.tally)
    return Evaluation(figures, compared.disagreements, found.notes)


def _found(outputs: Path, golds: Mapping[str, GoldDocument]) -> Found:
    second = any((outputs / f"{name}.json").is_file() for name in golds)
    if not second or any(outputs.glob("mentions.*")):
        return found_in(load_tables(outputs), golds)
    others = read_gold_folder(outputs)
    missing = [f"{name}: not annotated in {outputs}" for name in golds if name not in others]
    return Found({name: other.marked for name, other in others.items()}, tuple(missing))
