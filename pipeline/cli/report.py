"""`quidit report`: the tables as pages to read."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipeline.report.rows import article_rows
from pipeline.report.strings import Language, load_strings
from pipeline.report.writing import write_folder, write_single
from pipeline.sources.problems import UsageError
from pipeline.tables.loading import load_tables


def run_report(tables: Path, output: Path | None, language: Language, *, single: bool) -> None:
    """Write the report of a folder of tables and say where it is.

    Args:
        tables: the folder that `quidit extract` wrote.
        output: the folder of the report, or its file if it is single; else `report`, `report.html`.
        language: of the page's own words.
        single: whether all goes into one file.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        UsageError: the output is a file where a folder is wanted, or the other way round.
        OSError: the report can't be written.
    """
    place = output or Path("report.html" if single else "report")
    if single and place.is_dir():
        raise UsageError(f"{place}: a folder; with --single name a file, as {place}.html")
    if not single and place.exists() and not place.is_dir():
        raise UsageError(f"{place}: a file, not a folder; name another with --output")
    articles = article_rows(load_tables(tables))
    write = write_single if single else write_folder
    write(articles, place, load_strings(language))
    page = place if single else place / "index.html"
    console = Console(stderr=True, highlight=False)
    console.print(f"{page}: {len(articles):,} articles", markup=False, soft_wrap=True)
