"""`quidit schema`: its options."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.app import app


class DictionaryFormat(StrEnum):
    """How the data dictionary is printed."""

    MARKDOWN = "markdown"
    JSON = "json"


@app.command(epilog="Example: quidit schema > TABLES.md")
def schema(
    kind: Annotated[
        DictionaryFormat,
        typer.Option("--format", help="A page for people, or a Frictionless data package."),
    ] = DictionaryFormat.MARKDOWN,
) -> None:
    """Print the data dictionary: every table, every column, its type and what it means."""
    import json  # noqa: PLC0415

    from pipeline.tables.dictionary import data_package, markdown  # noqa: PLC0415
    from pipeline.tables.schema import TABLES  # noqa: PLC0415

    if kind is DictionaryFormat.JSON:
        typer.echo(json.dumps(data_package(TABLES.values()), ensure_ascii=False, indent=2))
    else:
        typer.echo(markdown(TABLES.values()), nl=False)
