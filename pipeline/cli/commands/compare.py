"""`quidit compare`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, CsvOption, app, fail


@app.command(epilog="Example: quidit compare outputs_before outputs_after --csv differences.csv")
def compare(
    before: Annotated[
        Path, typer.Argument(metavar="OUTPUTS_A", help="The folder of the first run.")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="OUTPUTS_B", help="The folder of the second run.")
    ],
    csv: CsvOption = None,
) -> None:
    """Show the rows that a second run gained, lost or changed, by table and by rule.

    A table on a terminal, CSV in a pipe. Rows are matched by their document and place.
    """
    from pipeline.cli.compare import run_compare  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_compare(before, after, csv)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except BrokenPipeError:
        raise  # who read the pipe has left: typer stops without a word
    except OSError as error:
        fail(f"{csv}: the differences can't be written there ({error})", 1)
