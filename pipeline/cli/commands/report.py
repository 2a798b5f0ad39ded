"""`quidit report`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, LanguageOption, app, fail
from pipeline.sources.problems import UsageError


@app.command(epilog="Example: quidit report outputs -o report/ --language en")
def report(
    tables: Annotated[
        Path, typer.Argument(metavar="TABLES", help="The folder that `quidit extract` wrote.")
    ] = Path("outputs"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The folder of the report, or with --single its file.",
            show_default="report, or report.html",
        ),
    ] = None,
    single: Annotated[
        bool, typer.Option("--single", help="Write one file that holds everything.")
    ] = False,
    language: Annotated[
        LanguageOption, typer.Option(help="The language of the report's own words.")
    ] = LanguageOption.FRENCH,
) -> None:
    """Write pages to read: each article with what was found in it, and an index to search.

    Open `index.html` in a browser: no server and no network are needed.
    """
    from pipeline.cli.report import run_report  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_report(tables, output, language.value, single=single)
    except (TablesNotFoundError, UsageError) as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"the report can't be written ({error})", 1)
