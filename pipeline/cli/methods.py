"""`quidit methods`: the methods card of a run."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.review.methods.card import write_methods


def run_methods(outputs: Path) -> None:
    """Write the methods card of an output folder and say where it is.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        OSError: the card can't be written.
    """
    console = Console(stderr=True, highlight=False)
    console.print(str(write_methods(outputs)), markup=False, soft_wrap=True)
