"""`quidit extract`: its options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import USAGE, LexiconOption, app, fail
from pipeline.sources.problems import UsageError

FINISHED_WITH_SKIPPED = 3  # the exit status


class FormatOption(StrEnum):
    """Which files are written."""

    BOTH = "both"
    CSV = "csv"
    PARQUET = "parquet"


class Engine(StrEnum):
    """Who extracts."""

    PROCESSES = "processes"
    DASK = "dask"


@app.command(
    epilog="Example: quidit extract press/ archive.jsonl.gz --text-column corps -o outputs"
)
def extract(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Files, folders, patterns, or - for the standard input: .txt .md .html .jsonl "
            ".json .csv .tsv .parquet, each also as .gz.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="The folder that the tables are written to."
        ),
    ] = "outputs",
    kind: Annotated[
        FormatOption, typer.Option("--format", help="Which files are written.")
    ] = FormatOption.BOTH,
    spreadsheet_safe: Annotated[
        bool,
        typer.Option(
            "--spreadsheet-safe",
            help="Put an apostrophe before what a spreadsheet would run as a formula (= + - @) in "
            "the CSVs: to open them there by a double click. load_tables gives the exact text.",
        ),
    ] = False,
    text_column: Annotated[
        str | None,
        typer.Option(
            help="The column that holds the text of tabular inputs; else text, content, body."
        ),
    ] = None,
    id_column: Annotated[
        str | None, typer.Option(help="The column that holds the id; else doc_id, id.")
    ] = None,
    title_column: Annotated[
        str | None, typer.Option(help="The column that holds the title; else title, titre.")
    ] = None,
    date_column: Annotated[
        str | None, typer.Option(help="The column that holds the date; else published, date.")
    ] = None,
    lexicon: LexiconOption = None,
    workers: Annotated[
        int,
        typer.Option(
            "--workers",
            "-w",
            min=1,
            help="How many processes extract; each takes a core and the memory of one model. The "
            "tables are the same whatever their number.",
        ),
    ] = 1,
    fresh: Annotated[
        bool,
        typer.Option(
            "--fresh",
            help="Extract everything again; else the documents that a former run into the same "
            "folder has extracted are taken from there, if nothing about them has changed.",
        ),
    ] = False,
    engine: Annotated[
        Engine,
        typer.Option(
            help="dask: Parquet files, also of s3://… and the like, each extracted by a worker of "
            "a cluster into a part of every table; see docs/scaling.md."
        ),
    ] = Engine.PROCESSES,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The dask scheduler (tcp://…); else a cluster of --workers is started here.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first input that can't be read.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Extract the tables from articles.

    What can't be read is listed in the table `skipped` with the reason; the exit status is then 3.
    A run that was stopped goes on where it stopped when the same command is given again.
    """
    from pipeline.runs.threads import use_one_thread  # noqa: PLC0415

    use_one_thread()  # before numpy is imported
    if not output:  # a variable of a script that is not set; « . » is the current folder
        fail("--output is empty: name a folder", USAGE)

    from pipeline.cli.run import Request, run_extract  # noqa: PLC0415
    from pipeline.lexicons.files import LexiconError  # noqa: PLC0415
    from pipeline.model.weights import WeightsError  # noqa: PLC0415
    from pipeline.runs.corpus import StrictError  # noqa: PLC0415
    from pipeline.runs.lock import BusyError  # noqa: PLC0415
    from pipeline.runs.workers import WorkerError  # noqa: PLC0415
    from pipeline.sources.fields import Columns  # noqa: PLC0415

    columns = Columns(text=text_column, id=id_column, title=title_column, date=date_column)
    request = Request(
        paths=tuple(paths),
        output=Path(output),
        kind=kind.value,
        spreadsheet_safe=spreadsheet_safe,
        columns=columns,
        lexicons=tuple(lexicon or ()),
        workers=workers,
        fresh=fresh,
        strict=strict,
        quiet=quiet,
    )
    try:
        if engine is Engine.DASK:
            from pipeline.cli.cluster import run_on_cluster  # noqa: PLC0415 - an extra

            skipped = run_on_cluster(request, output, scheduler)
        else:
            skipped = run_extract(request)
    except (UsageError, LexiconError) as error:
        fail(str(error), USAGE)
    except StrictError as error:
        fail(f"{error}\nThe tables are as they were (--strict).", 1)
    except (BusyError, WorkerError, WeightsError) as error:
        fail(str(error), 1)
    except OSError as error:
        fail(f"{output}: the tables can't be written there ({error})", 1)
    except MemoryError:
        fail(f"Too little memory: {_goes_on(output)} Fewer --workers need less.", 1)
    except KeyboardInterrupt:
        fail(f"Interrupted: {_goes_on(output)}", 130)
    if skipped:
        raise typer.Exit(FINISHED_WITH_SKIPPED)


def _goes_on(output: str) -> str:
    return (
        f"the tables in {output} are as they were. What was extracted is kept: the same command "
        "goes on from there."
    )
