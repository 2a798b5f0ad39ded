"""The command `quidit`: its commands, options and help. spaCy, pandas and pyarrow are imported when
a command runs, so that help is immediate."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pipeline import __version__
from pipeline.sources.problems import UsageError

FINISHED_WITH_SKIPPED = 3
USAGE = 2

app = typer.Typer(
    name="quidit",
    help="Who says what, about whom and about which weapons, in French news.",
    epilog="Example: quidit extract articles/ --output outputs",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FormatOption(StrEnum):
    """Which files are written."""

    BOTH = "both"
    CSV = "csv"
    PARQUET = "parquet"


class Engine(StrEnum):
    """Who extracts."""

    PROCESSES = "processes"
    DASK = "dask"


class DictionaryFormat(StrEnum):
    """How the data dictionary is printed."""

    MARKDOWN = "markdown"
    JSON = "json"


class LanguageOption(StrEnum):
    """The language of what is written for people."""

    FRENCH = "fr"
    ENGLISH = "en"


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

    from pipeline.cli.run import Request, run_extract  # noqa: PLC0415
    from pipeline.lexicons.files import LexiconError  # noqa: PLC0415
    from pipeline.runs.corpus import StrictError  # noqa: PLC0415
    from pipeline.runs.lock import BusyError  # noqa: PLC0415
    from pipeline.runs.workers import WorkerError  # noqa: PLC0415
    from pipeline.sources.fields import Columns  # noqa: PLC0415

    columns = Columns(text=text_column, id=id_column, title=title_column, date=date_column)
    request = Request(
        paths=tuple(paths),
        output=Path(output),
        kind=kind.value,
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
    except (BusyError, WorkerError) as error:
        fail(str(error), 1)
    except OSError as error:
        fail(f"{output}: the tables can't be written there ({error})", 1)
    except KeyboardInterrupt:
        fail(
            f"Interrupted: the tables in {output} are as they were. What was extracted is kept: "
            "the same command goes on from there.",
            130,
        )
    if skipped:
        raise typer.Exit(FINISHED_WITH_SKIPPED)


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


CsvOption = Annotated[
    Path | None,
    typer.Option("--csv", metavar="FILE", help="A CSV file that every row is written to."),
]


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


@app.command(epilog="Example: quidit compare outputs_before outputs_after --csv differences.csv")
def compare(
    before: Annotated[
        Path, typer.Argument(metavar="OUTPUTS_A", help="The folder of the first run.")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="OUTPUTS_B", help="The folder of the second run.")
    ],
    csv: CsvOption = None,
) -> None:
    """Show the rows that a second run gained, lost or changed, by table and by rule.

    A table on a terminal, CSV in a pipe. Rows are matched by their document and place.
    """
    from pipeline.cli.compare import run_compare  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_compare(before, after, csv)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except BrokenPipeError:
        raise  # who read the pipe has left: typer stops without a word
    except OSError as error:
        fail(f"{csv}: the differences can't be written there ({error})", 1)


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


@app.command(epilog="Example: quidit views outputs -o views/")
def views(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder that the views are written to.")
    ] = Path("views"),
) -> None:
    """Write ready-made views, as CSV and as Parquet.

    speakers, quoted_on, claims_in_context, country_focus, co_mentions and timeline: what a pivot
    table, a map or a network is made from. `docs/views.md` says what each row and column is.
    """
    from pipeline.cli.views import run_views  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_views(outputs, output)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{output}: the views can't be written there ({error})", 1)


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


@app.command(epilog="Example: quidit precision sample.csv --csv precision.csv")
def precision(
    sheet: Annotated[
        Path, typer.Argument(metavar="TICKED", help="A sheet of `quidit sample`, ticked.")
    ],
    csv: CsvOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say how often rows are right, with 95 % intervals, by table, label, kind and rule.

    Tables on a terminal, CSV in a pipe. Rows count by the size of the stratum that they were drawn
    from; those that are not ticked are left out.
    """
    from pipeline.cli.precision import run_precision  # noqa: PLC0415
    from pipeline.review.precision.ticked import TickedError  # noqa: PLC0415

    try:
        run_precision(sheet, csv, as_json=as_json)
    except TickedError as error:
        fail(str(error), USAGE)
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"{csv}: the precision can't be written there ({error})", 1)


@app.command(epilog="Example: quidit evaluate gold outputs --errors 10")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of annotated articles: NAME.txt and NAME.json."
        ),
    ],
    outputs: Annotated[
        Path,
        typer.Argument(
            metavar="OUTPUTS",
            help="The folder that `quidit extract` wrote from these texts; or a second person's "
            "annotations of them, which gives the agreement of the two.",
        ),
    ],
    errors: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="List the first N disagreements of each sort."),
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score the tables against articles that somebody annotated: precision, recall, F1.

    `docs/checking.md` says how annotations are written and what counts as right.
    """
    from pipeline.cli.evaluate import run_evaluate  # noqa: PLC0415
    from pipeline.review.evaluate.places import GoldError  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_evaluate(gold, outputs, errors, as_json=as_json)
    except (GoldError, TablesNotFoundError) as error:
        fail(str(error), USAGE)


@app.command(epilog="Example: quidit methods outputs")
def methods(
    outputs: Annotated[
        Path, typer.Argument(metavar="OUTPUTS", help="The folder that `quidit extract` wrote.")
    ],
) -> None:
    """Write OUTPUTS/METHODS.md: a card on the run to paste into a paper or a mail.

    In French and in English: the corpus, versions, measured quality, known blind spots, licences,
    how to cite. `quidit extract` writes it too.
    """
    from pipeline.cli.methods import run_methods  # noqa: PLC0415
    from pipeline.tables.loading import TablesNotFoundError  # noqa: PLC0415

    try:
        run_methods(outputs)
    except TablesNotFoundError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{outputs}: the card can't be written there ({error})", 1)


def fail(message: str, status: int) -> NoReturn:
    """Say what is wrong on the standard error and stop."""
    typer.echo(f"quidit: {message}", err=True)
    raise typer.Exit(status)


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
