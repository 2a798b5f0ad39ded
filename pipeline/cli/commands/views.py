"""`quidit views`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, app, fail


@app.command(epilog="Example: quidit views outputs -o views/")
def views(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder that the views are written to.")
    ] = Path("views"),
) -> None:
    """Write ready-made views, as CSV and as Parquet.

    speakers, quoted_on, claims_in_context, country_focus, co_mentions and timeline: what a pivot
    table, a map or a network is made from. `docs/views.md` says what each row and column is.
    """
    from pipeline.cli.views import run_views  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_views(outputs, output)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{output}: the views can't be written there ({error})", 1)
