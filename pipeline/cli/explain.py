"""`quidit explain`: why a row is as it is, for eyes or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.text import Text

from pipeline.cli.terminal import harmless, harmless_json
from pipeline.records import Document
from pipeline.review.choice import Choice, Contender, choose_again
from pipeline.review.explain import (
    Explanation,
    Factor,
    RuleExplained,
    chooses_speaker,
    explain_row,
)
from pipeline.review.runs import read_run, run_differences
from pipeline.runs.fingerprint import made_by
from pipeline.runs.tools import load_tools
from pipeline.tables.loading import load_tables

STYLES = {
    "row": "bold underline",
    "cue": "bold magenta",
    "speaker": "bold cyan",
    "predicate": "bold green",
}
# Told on lines of their own, or of no use to a reader.
TOLD = {"text", "rule", "speaker_rule", "confidence", "doc_id", "sentence_id", "start", "end"}


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed: the row explained, how its run differs from what is installed, and the
    choice of its speaker made again, if there was one."""

    explanation: Explanation
    made_otherwise: tuple[str, ...]
    choice: Choice | None
    notes: tuple[str, ...]


def run_explain(folder: Path, row_id: str, *, as_json: bool) -> None:
    """Print why the row with the id `row_id` is as it is.

    For eyes on a terminal, JSON in a pipe or if asked for.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        UnknownIdError: no row has the id.
        LexiconError: a lexicon can't be read.
    """
    tables, run = load_tables(folder), read_run(folder)
    explanation = explain_row(tables, row_id, run)
    named = [Path(str(path)) for path in run.get("options", {}).get("lexicons", ())]
    there = [path for path in named if path.is_file()]
    notes = [f"{path} is not there any more" for path in named if path not in there]
    choice = None
    if chooses_speaker(explanation):
        choice = _choice(tables["documents"], explanation, there)
        notes.extend(_doubts(explanation, choice))
    page = Page(explanation, run_differences(run, made_by(there)), choice, tuple(notes))
    console = Console(highlight=False)
    if as_json or not console.is_terminal:
        content = asdict(page)
        content = {**content.pop("explanation"), **content}
        print(harmless_json(json.dumps(content, ensure_ascii=False, indent=2, default=str)))
        return
    for line in _lines(page):
        console.print(line, soft_wrap=True)


def _choice(
    documents: pd.DataFrame, explanation: Explanation, lexicons: list[Path]
) -> Choice | None:
    """The choice of a quote's speaker made again; null if the quote is no longer found."""
    row, tools = explanation.row, load_tools(lexicons)
    text = documents[documents["doc_id"] == row["doc_id"]]["text"].iloc[0]
    document = Document(
        doc_id=row["doc_id"], source=explanation.source, title=None, published=None, text=text
    )
    return choose_again(document, row, tools.nlp, tools.lexicons)


def _doubts(explanation: Explanation, choice: Choice | None) -> Iterator[str]:
    """Where the choice made again is not that of the run."""
    row = explanation.row
    if choice is None:
        yield "the installed program no longer finds this quote: no candidates can be shown"
    elif (choice.speaker_name, choice.speaker_rule) != (row["speaker_name"], row["speaker_rule"]):
        name = choice.speaker_name or "nobody"
        yield f"the installed program chooses {name} ({choice.speaker_rule}); so its candidates"


def _lines(page: Page) -> Iterator[Text]:
    explanation = page.explanation
    title = f"{explanation.id} ({explanation.table}, {explanation.source})"
    yield Text(harmless(title), style="bold")
    yield _passage(explanation)
    yield Text()
    for name, value in explanation.row.items():
        told = name in TOLD or name.endswith(("_start", "_end")) or value == explanation.id
        if value is not None and not told:
            yield _line(name, str(value))
    yield from _rule("rule", explanation.rule)
    if explanation.speaker_rule is not None:
        yield from _rule("speaker rule", explanation.speaker_rule)
    if page.choice is not None:
        yield from _contenders(page.choice.contenders)
    if explanation.confidence:
        product = " × ".join(map(_factor, explanation.confidence))
        yield _line("confidence", f"{explanation.row['confidence']} = {product}")
    if explanation.related:
        yield _line("see also", ", ".join(explanation.related))
    for note in (
        *page.notes,
        *(f"made otherwise than now: {what}" for what in page.made_otherwise),
    ):
        yield _line("note", note)


def _contenders(contenders: Iterable[Contender]) -> Iterator[Text]:
    for number, contender in enumerate(contenders):
        weight = "" if contender.weight is None else f", weight {contender.weight}"
        told = f"{contender.name} ({contender.kind}{weight}): {contender.verdict}"
        yield _line("" if number else "candidates", told)


def _passage(explanation: Explanation) -> Text:
    text = Text(harmless(explanation.passage))
    for part in explanation.parts:
        start = part.start - explanation.passage_start
        text.stylize(STYLES[part.what], start, start + part.end - part.start)
    return text


def _rule(label: str, rule: RuleExplained) -> Iterator[Text]:
    yield _line(label, rule.name)
    for meaning in rule.meaning:
        yield _line("", meaning)
    for line in rule.lines:
        cells = ", ".join(f"{column}: {cell}" for column, cell in line.cells.items())
        yield _line("", f"{line.file}, line {line.line}: {cells}")


def _factor(factor: Factor) -> str:
    if not factor.found:
        return f"{factor.share} ({factor.family}: never seen on annotated texts)"
    seen = f"{factor.right} of {factor.found} right on annotated texts"
    return f"{factor.share} ({factor.family}: {seen})"


def _line(label: str, value: str) -> Text:
    return Text.assemble((f"{label:14}", "dim"), harmless(value))
