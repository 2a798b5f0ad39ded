"""What all commands share: the app, options that several take, and how a command fails."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pipeline import __version__
from pipeline.cli.terminal import harmless

USAGE = 2  # the exit status of a wrong path or option

app = typer.Typer(
    name="quidit",
    help="Who says what, about whom and about which weapons, in French news.",
    epilog="Example: quidit extract articles/ --output outputs",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class LanguageOption(StrEnum):
    """The language of what is written for people."""

    FRENCH = "fr"
    ENGLISH = "en"


LexiconOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="CSV",
        help="A lexicon of your own, with the columns name and label, and if need be variants "
        "(separated by |), subtype, country and source. Its names win over what else is found; "
        "a label may be new. May be given several times.",
    ),
]
CsvOption = Annotated[
    Path | None,
    typer.Option("--csv", metavar="FILE", help="A CSV file that every row is written to."),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quidit {__version__}")
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Who says what, about whom and about which weapons, in French news."""


def fail(message: str, status: int) -> NoReturn:
    """Say what is wrong on the standard error and stop."""
    typer.echo(f"quidit: {harmless(message)}", err=True)
    raise typer.Exit(status)
