"""The documentation site: it builds without a warning, holds all it should and needs no network."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
import typer
import typer.main

import pipeline
import pipeline.views
from pipeline.cli import app
from pipeline.tables.schema import RECORDS, TABLES

# What the extensions of Sphinx will have to change is theirs.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]
DOCS = Path(__file__).parents[2] / "docs"
STAGES = ("read_article", "find_mentions", "find_roles", "find_dates", "find_quantities")
STAGES += ("find_quotes", "find_claims")
FETCHED = re.compile(
    r"""(?:<(?:link|script|img|iframe|source)\b[^>]*?\b(?:href|src)=["']?|url\(["']?|@import\s*["'])
        (?:https?:)?//""",
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does; a warning is an error."""
    for name in ("furo", "myst_parser", "sphinx"):
        pytest.importorskip(name, reason="the group `docs` of pyproject.toml is not installed")
    from sphinx.application import Sphinx  # noqa: PLC0415

    out = tmp_path_factory.mktemp("site")
    told = io.StringIO()
    builder = Sphinx(
        DOCS, DOCS, out, out / ".doctrees", "html", status=None, warning=told, warningiserror=True
    )
    builder.build()
    assert (builder.statuscode, told.getvalue()) == (0, "")
    return out


def words(page: Path) -> str:
    """The text of a page, without its tags; every space is a plain one."""
    text = html.unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))
    return text.replace("\u00a0", " ")


def test_every_page_is_there(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert {page for page in pages if not (site / page).is_file()} == set()


def test_no_page_fetches_anything(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    assert files
    assert [path for path in files if FETCHED.search(path.read_text(encoding="utf-8"))] == []


def test_the_dictionary_holds_every_column(site: Path) -> None:
    page = words(site / "tables.html")
    columns = [column for table in TABLES.values() for column in table.columns]
    assert [column for column in columns if column.description.replace("`", "") not in page] == []


def test_the_command_reference_holds_every_option(site: Path) -> None:
    page = words(site / "commands.html")
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        assert f"quidit {name}" in page
        assert command.epilog.removeprefix("Example: ") in page
        for parameter in command.get_params(typer.Context(command, info_name=name)):
            names = parameter.opts if parameter.param_type_name == "option" else []
            assert [one for one in (*names, parameter.metavar or "") if one not in page] == []


def test_the_reference_holds_every_public_name(site: Path) -> None:
    page = (site / "reference.html").read_text(encoding="utf-8")
    names = {*pipeline.__all__, *pipeline.views.VIEWS, *STAGES}
    names |= {record.__name__ for record in RECORDS.values()}
    assert {
        name for name in names if not re.search(rf'id="pipeline\.[\w.]*\b{name}"', page)
    } == set()


def test_a_french_page_says_that_it_is_french(site: Path) -> None:
    assert '<html class="no-js" lang="fr"' in (site / "fr" / "tutoriel.html").read_text("utf-8")
