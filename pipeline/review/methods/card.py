"""Write the methods card: its words are in `fr.md` and `en.md`, its figures in the run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.report.strings import Language, load_strings
from pipeline.review.methods.facts import Facts, read_facts
from pipeline.review.methods.quality import articles, measured
from pipeline.review.runs import read_run

CARD = "METHODS.md"
LANGUAGES: tuple[Language, ...] = ("fr", "en")
# The figures of the card, in its order, by their names in quality.csv.
SHOWN = (
    "people, countries and weapons",
    "all mentions",
    "quotes",
    "quotes with speaker",
    "claims",
    "claims with modality and source",
)


def write_methods(folder: Path) -> Path:
    """Write the methods card of an output folder beside its tables; return the file.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        OSError: the card can't be written.
    """
    path = folder / CARD
    path.write_text(methods_card(read_run(folder), read_facts(folder)), encoding="utf-8")
    return path


def methods_card(run: Mapping[str, Any], facts: Facts) -> str:
    """The card, in French and then in English: the same text for the same run.

    Args:
        run: what `run.json` says; what it does not say is left out.
        facts: what the tables say (see `read_facts`).
    """
    return "\n".join(_in_language(run, facts, language) for language in LANGUAGES)


def _in_language(run: Mapping[str, Any], facts: Facts, language: Language) -> str:
    strings = load_strings(language)
    environment = Environment(
        loader=PackageLoader("pipeline.review.methods", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # Markdown to be pasted: nothing is escaped as HTML
    environment.filters["number"] = strings.number
    environment.filters["day"] = strings.date
    environment.filters["figure"] = lambda value: _decimal(value, language)
    made = datetime.date.fromisoformat(run["date"]) if "date" in run else None
    return environment.get_template(f"{language}.md").render(
        run=run,
        made=made,
        facts=facts,
        quality=measured(),
        shown=SHOWN,
        articles=articles(),
    )


def _decimal(value: float, language: Language) -> str:
    return f"{value:.2f}".replace(".", "," if language == "fr" else ".")
