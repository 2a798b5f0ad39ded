"""The command reference, made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer
import typer.main

from pipeline.cli import app

NOTE = re.compile(r"  \[([^\[\]]*)\]$")  # what click adds: « required », « default: outputs »
TYPE = re.compile(r" <[^>]*>$")
OPTION = re.compile(r"(?<![\w`-])--[a-z-]+")


def commands_page() -> str:
    """Every command as a Markdown section: what it does, its example, its arguments and options."""
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="quidit")
    return "\n".join(
        line
        for name, command in group.commands.items()
        for line in _section(command, typer.Context(command, info_name=name, parent=context))
    )


def _section(command: Any, context: typer.Context) -> Iterator[str]:
    yield f"## quidit {context.info_name}\n"
    yield f"{command.help}\n"
    yield f"```console\n$ {command.epilog.removeprefix('Example: ')}\n```\n"
    yield "| argument or option | meaning |\n|---|---|"
    for parameter in command.get_params(context):
        yield _line(parameter, context)
    yield ""


def _line(parameter: Any, context: typer.Context) -> str:
    """A row of the table: « -o, --output FOLDER », what it means, its default."""
    names, told = parameter.get_help_record(context)
    if parameter.param_type_name == "argument":
        names = TYPE.sub("", names)
    meaning = OPTION.sub(r"`\g<0>`", NOTE.sub(_note, told))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (f"`{names}`", meaning)) + " |"


def _note(found: re.Match[str]) -> str:
    return f" *{found[1][0].upper()}{found[1][1:]}.*"
