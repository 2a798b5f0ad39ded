"""`quidit precision`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, CsvOption, app, fail


@app.command(epilog="Example: quidit precision sample.csv --csv precision.csv")
def precision(
    sheet: Annotated[
        Path, typer.Argument(metavar="TICKED", help="A sheet of `quidit sample`, ticked.")
    ],
    csv: CsvOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say how often rows are right, with 95 % intervals, by table, label, kind and rule.

    Tables on a terminal, CSV in a pipe. Rows count by the size of the stratum that they were drawn
    from; those that are not ticked are left out.
    """
    from pipeline.cli.precision import run_precision  # noqa: PLC0415
    from pipeline.review.precision.ticked import TickedError  # noqa: PLC0415

    try:
        run_precision(sheet, csv, as_json=as_json)
    except TickedError as error:
        fail(str(error), USAGE)
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"{csv}: the precision can't be written there ({error})", 1)
