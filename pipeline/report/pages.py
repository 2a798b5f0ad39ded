"""The pages as HTML: templates that escape whatever comes from the text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline import __version__
from pipeline.report.article import ArticleView, Heading
from pipeline.report.cards import is_unconfirmed
from pipeline.report.facets import MODALITIES, Overview
from pipeline.report.labels import label_class
from pipeline.report.policy import content_policy, dense
from pipeline.report.strings import Strings

SHOWN = 10  # lines of each list of the overview, before « show all »
STYLES = {
    "article": ("base.css", "article.css"),
    "index": ("base.css", "index.css"),
    "single": ("base.css", "article.css", "index.css"),
}
SCRIPTS = {
    "article": ("detail.js", "layers.js"),
    "index": ("fold.js", "search.js", "filters.js", "overview.js", "index.js"),
    "single": (
        *("detail.js", "layers.js", "views.js"),
        *("fold.js", "search.js", "filters.js", "overview.js", "index.js"),
    ),
}


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that the index shows: the articles' headings, the counts, the packed search data."""

    headings: Sequence[Heading]
    overview: Overview
    search_data: str
    folder: str  # of the articles' pages, with its slash; in a single page « # »
    days: tuple[datetime.date, datetime.date] | None  # of the first and the last article


def article_page(
    view: ArticleView, strings: Strings, previous: Heading | None, following: Heading | None
) -> str:
    """The page of an article, with links to its neighbours in the index."""
    return _render("article", strings, view=view, previous=previous, following=following)


def index_page(index: IndexView, strings: Strings) -> str:
    """The page that lists, counts and searches the articles."""
    return _render("index", strings, index=index, limit=SHOWN, words=_words(strings))


def single_page(index: IndexView, views: Iterable[ArticleView], strings: Strings) -> str:
    """The index and all articles in one page."""
    return _render("single", strings, index=index, views=views, limit=SHOWN, words=_words(strings))


def _words(strings: Strings) -> dict[str, Any]:
    """The words that the index's script needs."""
    return {
        "labels": strings["labels"],
        "kinds": strings["speaker_kinds"],
        "modalities": [[name, strings.term("modalities", name)] for name in MODALITIES],
        "locale": strings.language,
        "limit": SHOWN,
    }


def _render(page: str, strings: Strings, **values: Any) -> str:
    style = _assets(STYLES[page])
    script = _assets(SCRIPTS[page])
    return (
        _environment()
        .get_template(f"{page}.html")
        .render(
            page=page,
            s=strings,
            style=Markup(style),
            script=Markup(script),
            policy=content_policy(style, script),
            version=__version__,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exact"] = exact
    environment.globals.update(label_class=label_class, is_unconfirmed=is_unconfirmed)
    return environment


def exact(text: str) -> Markup:
    """A text escaped so that a browser reads back the same characters: a carriage return, which a
    parser turns into a line feed, is written as a reference; a null, which it drops, is shown as
    the character for what can't be shown."""
    escaped = escape(text.replace("\0", "\N{REPLACEMENT CHARACTER}"))
    return Markup(escaped.replace("\r", Markup("&#13;")))


@cache
def _assets(names: tuple[str, ...]) -> str:
    folder = files("pipeline.report") / "assets"
    return "\n".join(dense((folder / name).read_text(encoding="utf-8")) for name in names)
