"""Write the report: a folder of pages, or one page."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.report.article import ArticleView, Heading, heading_of, view_article
from pipeline.report.facets import facets_of, overview_of
from pipeline.report.names import FILE_NAME
from pipeline.report.pages import IndexView, article_page, index_page, single_page
from pipeline.report.rows import ArticleRows
from pipeline.report.search import pack, search_data
from pipeline.report.strings import Strings

ARTICLES = "articles"
GENERATOR = b'<meta name="generator" content="quidit'
HEAD = 1500  # bytes that hold a page's generator


def write_folder(articles: Sequence[ArticleRows], folder: Path, strings: Strings) -> None:
    """Write `index.html` and a page for each article into a folder, made if need be.

    Pages of a former report that are not made again are removed; any other file is left alone.
    The pages are written apart first: if that fails, the folder keeps what it had.

    Raises:
        OSError: the folder can't be written to, or its folder of articles is a link elsewhere.
    """
    pages = folder / ARTICLES
    if pages.is_symlink():
        raise OSError(f"{pages} is a link: nothing is written outside of the report's folder")
    ordered = _by_date(articles)
    headings = [heading_of(rows) for rows in ordered]
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        for number, rows in enumerate(ordered):
            previous = headings[number - 1] if number else None
            following = headings[number + 1] if number + 1 < len(headings) else None
            page = article_page(view_article(rows, strings), strings, previous, following)
            _write(staging / _file_name(headings[number]), page)
        _write(staging / "index.html", index_page(index_view(ordered, f"{ARTICLES}/"), strings))
        pages.mkdir(exist_ok=True)
        _remove_former(pages)
        for heading in headings:
            (staging / _file_name(heading)).replace(pages / _file_name(heading))
        (staging / "index.html").replace(folder / "index.html")
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_single(articles: Sequence[ArticleRows], path: Path, strings: Strings) -> None:
    """Write the whole report as one page.

    Raises:
        OSError: the file can't be written.
    """
    ordered = _by_date(articles)
    views: list[ArticleView] = [
        view_article(rows, strings, prefix=f"a{number}-")
        for number, rows in enumerate(ordered, start=1)
    ]
    page = single_page(index_view(ordered, "#"), views, strings)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=path.parent) as staging:
        _write(Path(staging) / "page.html", page)
        (Path(staging) / "page.html").replace(path)


def _by_date(articles: Sequence[ArticleRows]) -> list[ArticleRows]:
    """The latest first; those without a date last; of one day, by their ids."""
    named = sorted(articles, key=lambda rows: rows.document.doc_id)
    dated = [rows for rows in named if rows.document.published is not None]
    undated = [rows for rows in named if rows.document.published is None]
    dated.sort(key=lambda rows: str(rows.document.published), reverse=True)
    return dated + undated


def index_view(articles: Sequence[ArticleRows], folder: str) -> IndexView:
    """The index of articles, in their order.

    Args:
        articles: what the tables say of each.
        folder: where their pages are, with its slash; `#` if they are in the same page.
    """
    facets = [facets_of(rows) for rows in articles]
    days = sorted(rows.document.published for rows in articles if rows.document.published)
    return IndexView(
        headings=[heading_of(rows) for rows in articles],
        overview=overview_of(facets),
        search_data=pack(search_data([rows.document.text for rows in articles], facets)),
        folder=folder,
        days=(days[0], days[-1]) if days else None,
    )


def _file_name(heading: Heading) -> str:
    return f"{heading.slug}.html"


def _remove_former(pages: Path) -> None:
    """Remove the pages of a former report, known by their names and their generator."""
    for path in pages.iterdir():
        if FILE_NAME.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if GENERATOR in file.read(HEAD):
                    path.unlink()


def _write(path: Path, page: str) -> None:
    # Half a surrogate pair, which UTF-8 can't hold, becomes « ? ».
    path.write_text(page, encoding="utf-8", errors="replace", newline="\n")
