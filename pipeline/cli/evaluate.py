"""`quidit evaluate`: the tables against annotated articles, for eyes or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.cli.grids import print_grid
from pipeline.cli.terminal import harmless
from pipeline.review.evaluate import evaluate_folders
from pipeline.review.evaluate.tally import Disagreement

FIGURES = ("figure", "P", "R", "F1", "right", "found", "gold")
DISAGREEMENTS = ("document", "line", "gold", "found", "where")
MARKED = "bold underline"


def run_evaluate(gold: Path, outputs: Path, errors: int, *, as_json: bool) -> None:
    """Print the figures of an output folder, and where it differs from the annotations.

    Args:
        gold: the folder of annotated articles.
        outputs: the folder of tables, or of a second person's annotations.
        errors: how many disagreements of each sort are listed.
        as_json: whether JSON is printed.

    Raises:
        GoldError: an annotation is wrong.
        TablesNotFoundError: there are no tables.
    """
    evaluation = evaluate_folders(gold, outputs)
    messages = Console(stderr=True, highlight=False)
    for note in evaluation.notes:
        messages.print(harmless(f"note: {note}"), style="yellow", markup=False, soft_wrap=True)
    listed = _first_of_each_sort(evaluation.disagreements, errors)
    console = Console(highlight=False)
    if as_json:
        found = {"disagreements": [asdict(one) for one in listed]} if errors else {}
        text = json.dumps({**evaluation.figures, **found}, ensure_ascii=False, indent=2)
        console.print(text, markup=False, soft_wrap=True)
        return
    _print_figures(evaluation.figures, console)
    for sort, ones in groupby(listed, key=lambda one: one.sort):
        print_grid(console, sort, DISAGREEMENTS, map(_cells, ones))


def _first_of_each_sort(disagreements: Sequence[Disagreement], errors: int) -> list[Disagreement]:
    sorts: dict[str, list[Disagreement]] = {}
    for one in disagreements:
        sorts.setdefault(one.sort, []).append(one)
    return [one for sort in sorted(sorts) for one in sorts[sort][:errors]]


def _print_figures(figures: Mapping[str, Any], console: Console) -> None:
    rows = list(_figures(figures))
    print_grid(console, f"Documents: {figures['documents']}", FIGURES, _f1_rows(rows))
    shares = [(name, _shown(value)) for name, value in rows if not isinstance(value, Mapping | int)]
    print_grid(console, "Shares of those that were found", ("figure", "share"), shares)


def _figures(figures: Mapping[str, Any], section: str = "") -> Iterator[tuple[str, Any]]:
    """Every figure with its name: « quotes.span », « quotes.recall.block.found »."""
    for name, value in figures.items():
        path = f"{section}{name}"
        if isinstance(value, Mapping) and "f1" not in value:
            yield from _figures(value, f"{path}.")
        elif path != "documents":
            yield path, value


def _f1_rows(rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for name, value in rows:
        if isinstance(value, Mapping):
            shares = (_shown(value[key]) for key in ("p", "r", "f1"))
            yield (name, *shares, value["tp"], value["pred"], value["gold"])


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _cells(one: Disagreement) -> tuple[Any, ...]:
    where = Text.assemble(one.before, (f"⟦{one.text}⟧", MARKED), one.behind)
    return one.doc_id, one.line, one.gold, one.found, where
