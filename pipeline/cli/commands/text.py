"""`quidit text`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.app import USAGE, LexiconOption, app, fail


@app.command(epilog='Example: quidit text "Selon Kiev, un missile aurait visé Odessa."')
def text(
    content: Annotated[
        str, typer.Argument(metavar="TEXT", help="The text, or - for the standard input.")
    ],
    lexicon: LexiconOption = None,
) -> None:
    """Show what is found in one text: a coloured table on a terminal, JSON in a pipe."""
    from pipeline.cli.show import run_text  # noqa: PLC0415
    from pipeline.lexicons.files import LexiconError  # noqa: PLC0415
    from pipeline.sources.problems import UnreadableError  # noqa: PLC0415

    try:
        run_text(content, lexicon or ())
    except LexiconError as error:
        fail(str(error), USAGE)
    except UnreadableError as error:
        fail(f"The text can't be read: {error}", 1)
