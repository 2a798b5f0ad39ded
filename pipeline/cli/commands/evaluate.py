"""`quidit evaluate`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, app, fail


@app.command(epilog="Example: quidit evaluate gold outputs --errors 10")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of annotated articles: NAME.txt and NAME.json."
        ),
    ],
    outputs: Annotated[
        Path,
        typer.Argument(
            metavar="OUTPUTS",
            help="The folder that `quidit extract` wrote from these texts; or a second person's "
            "annotations of them, which gives the agreement of the two.",
        ),
    ],
    errors: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="List the first N disagreements of each sort."),
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score the tables against articles that somebody annotated: precision, recall, F1.

    `docs/checking.md` says how annotations are written and what counts as right.
    """
    from pipeline.cli.evaluate import run_evaluate  # noqa: PLC0415
    from pipeline.review.evaluate.places import GoldError  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_evaluate(gold, outputs, errors, as_json=as_json)
    except (GoldError, TablesNotFoundError) as error:
        fail(str(error), USAGE)
