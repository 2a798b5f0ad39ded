"""Sphinx: how the documentation site is built (`make docs`)."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from docutils import nodes

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.site.commands import commands_page
from docs.site.examples import as_markdown
from pipeline import __version__
from pipeline.tables.dictionary import markdown
from pipeline.tables.schema import TABLES

project = "quidit"
author = "The quidit authors"
release = version = __version__
language = "en"
smartquotes_action = "D"  # dashes alone: examples keep the apostrophes they have
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["site", "build"]
myst_heading_anchors = 3
default_role = "code"  # docstrings write `code` as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True
html_theme = "furo"
html_title = f"quidit {__version__}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_show_copyright = False
html_show_search_summary = False  # browsers let no page opened from a disk fetch others

GENERATED = {
    "{{ tables }}": lambda: markdown(TABLES.values()).removeprefix("# Tables\n"),
    "{{ commands }}": commands_page,
}


def fill_page(_app: object, _page: str, source: list[str]) -> None:
    """Put the generated parts in their places, and examples in tables."""
    page = as_markdown(source[0])
    for place, made in GENERATED.items():
        if place in page:
            page = page.replace(place, made())
    source[0] = page


def bind_french_marks(_app: object, doctree: nodes.document) -> None:
    """No line ends between « and its word, or before a mark that French sets off by a space."""
    for text in list(doctree.findall(nodes.Text)):
        if not isinstance(text.parent, nodes.literal | nodes.literal_block):
            bound = re.sub(r"(?<=«) | (?=[»:;?!])", "\u00a0", text)
            text.parent.replace(text, nodes.Text(bound))


def name_language(
    _app: object, page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Pages in `fr/` are French to browsers and screen readers too."""
    if page.startswith("fr/"):
        context["language"] = "fr"


def setup(app: Any) -> None:
    """Sphinx calls this once."""
    app.connect("source-read", fill_page)
    app.connect("doctree-read", bind_french_marks)
    app.connect("html-page-context", name_language)
