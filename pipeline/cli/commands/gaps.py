"""`quidit gaps`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, CsvOption, app, fail


@app.command(epilog="Example: quidit gaps outputs --csv gaps.csv")
def gaps(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
    csv: CsvOption = None,
) -> None:
    """List what the lexicons lack: verbs of speech, names of weapons, speakers.

    Each with how often it was met, an example, and the line to paste into the lexicon that it is
    for. Tables on a terminal, CSV in a pipe.
    """
    from pipeline.cli.gaps import run_gaps  # noqa: PLC0415
    from pipeline.lexicons.files import LexiconError  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_gaps(outputs, csv)
    except (TablesNotFoundError, LexiconError) as error:
        fail(str(error), USAGE)
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"the gaps can't be listed or written ({error})", 1)
