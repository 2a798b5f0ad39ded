"""The command `quidit`."""

from __future__ import annotations

import sys

from pipeline.cli.app import app as app
from pipeline.runs.garbage import collect_seldom

# Each adds itself to the app; their order is that of the help.
# isort: off
from pipeline.cli.commands import (  # noqa: F401
    extract,
    text,
    schema,
    explain,
    compare,
    report,
    gaps,
    views,
    sample,
    precision,
    evaluate,
    methods,
)
# isort: on

INTERRUPTED = 130  # the exit status of what Ctrl-C ended


def main() -> None:
    """The entry point of the command."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KeyboardInterrupt:  # before typer listens for it
        sys.exit(INTERRUPTED)
    except OSError as error:  # of the standard output: commands tell of their own files
        sys.exit(f"quidit: what was found can't be printed ({error})")
