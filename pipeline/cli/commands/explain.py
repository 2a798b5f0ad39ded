"""`quidit explain`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, app, fail


@app.command(epilog="Example: quidit explain outputs port-q1")
def explain(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
    row_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of a quote, mention, claim, role, date or quantity."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON on a terminal too.")] = False,
) -> None:
    """Explain a row: its rule in plain words, the lexicon line behind it, its speaker.

    For a quote also the candidates for its speaker, and what its confidence is the product of. For
    eyes on a terminal, JSON in a pipe.
    """
    from pipeline.cli.explain import run_explain  # noqa: PLC0415
    from pipeline.lexicons.files import LexiconError  # noqa: PLC0415
    from pipeline.review.explain import UnknownIdError  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_explain(outputs, row_id, as_json=as_json)
    except (TablesNotFoundError, UnknownIdError, LexiconError) as error:
        fail(str(error), USAGE)
