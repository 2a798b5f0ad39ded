"""`quidit methods`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, app, fail


@app.command(epilog="Example: quidit methods outputs")
def methods(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
) -> None:
    """Write OUTPUTS/METHODS.md: a card on the run to paste into a paper or a mail.

    In French and in English: the corpus, versions, measured quality, known blind spots, licences,
    how to cite. `quidit extract` writes it too.
    """
    from pipeline.cli.methods import run_methods  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_methods(outputs)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{outputs}: the card can't be written there ({error})", 1)
