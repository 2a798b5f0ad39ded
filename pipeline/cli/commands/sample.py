"""`quidit sample`: its options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, LanguageOption, app, fail
from pipeline.sources.problems import UsageError


class CheckedTable(StrEnum):
    """Tables whose rows can be checked by hand."""

    MENTIONS = "mentions"
    QUOTES = "quotes"
    CLAIMS = "claims"
    ROLES = "roles"
    DATES = "dates"
    QUANTITIES = "quantities"


class SeparatorOption(StrEnum):
    """What stands between the cells of a sheet."""

    COMMA = ","
    SEMICOLON = ";"


@app.command(epilog="Example: quidit sample outputs -n 100 --table quotes --label-studio t.json")
def sample(  # noqa: PLR0913, PLR0917 - one argument an option
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="How many rows.")] = 100,
    table: Annotated[
        list[CheckedTable] | None,
        typer.Option(
            help="The table to draw from. May be given several times.",
            show_default="mentions, quotes and claims",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Another number draws other rows.")] = 1,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The sheet to tick; a new file.")
    ] = Path("sample.csv"),
    separator: Annotated[
        SeparatorOption,
        typer.Option(help="What separates the cells: French spreadsheets want « ; »."),
    ] = SeparatorOption.COMMA,
    label_studio: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.json",
            help="Tasks for Label Studio; their labelling configuration is written beside them as "
            "FILE.xml.",
        ),
    ] = None,
    language: Annotated[
        LanguageOption, typer.Option(help="The language of the questions.")
    ] = LanguageOption.FRENCH,
) -> None:
    """Draw rows at random to check by hand: every sort of row and every rule among them.

    Write yes or no (oui or non) into the column `right`, then run `quidit precision`. A larger
    sample of the same tables and seed begins with the rows of the smaller one.
    """
    from pipeline.cli.sample import SampleRequest, run_sample  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    default = (CheckedTable.MENTIONS, CheckedTable.QUOTES, CheckedTable.CLAIMS)
    request = SampleRequest(
        outputs=outputs,
        size=number,
        names=tuple(dict.fromkeys(name.value for name in table or default)),
        seed=seed,
        sheet=output,
        separator=separator.value,
        label_studio=label_studio,
        language=language.value,
    )
    try:
        run_sample(request)
    except (TablesNotFoundError, UsageError) as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"the sample can't be written ({error})", 1)
