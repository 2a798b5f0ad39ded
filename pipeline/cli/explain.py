"""`quidit explain`: why a row is as it is, for eyes or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.review.explain import Explanation, Factor, RuleExplained, explain_row
from pipeline.review.runs import read_run
from pipeline.tables.loading import load_tables

STYLES = {
    "row": "bold underline",
    "cue": "bold magenta",
    "speaker": "bold cyan",
    "predicate": "bold green",
}
# Told on lines of their own, or of no use to a reader.
TOLD = {"text", "rule", "speaker_rule", "confidence", "doc_id", "sentence_id", "start", "end"}


def run_explain(folder: Path, row_id: str, *, as_json: bool) -> None:
    """Print why the row with the id `row_id` is as it is.

    For eyes on a terminal, JSON in a pipe or if asked for.

    Raises:
        TablesNotFoundError: the folder does not hold the tables.
        UnknownIdError: no row has the id.
        LexiconError: a lexicon can't be read.
    """
    explanation = explain_row(load_tables(folder), row_id, read_run(folder))
    console = Console(highlight=False)
    if as_json or not console.is_terminal:
        print(json.dumps(asdict(explanation), ensure_ascii=False, indent=2, default=str))
        return
    for line in _lines(explanation):
        console.print(line, soft_wrap=True)


def _lines(explanation: Explanation) -> Iterator[Text]:
    yield Text(f"{explanation.id} ({explanation.table}, {explanation.source})", style="bold")
    yield _passage(explanation)
    yield Text()
    for name, value in explanation.row.items():
        told = name in TOLD or name.endswith(("_start", "_end")) or value == explanation.id
        if value is not None and not told:
            yield _line(name, str(value))
    yield from _rule("rule", explanation.rule)
    if explanation.speaker_rule is not None:
        yield from _rule("speaker rule", explanation.speaker_rule)
    if explanation.confidence:
        product = " × ".join(map(_factor, explanation.confidence))
        yield _line("confidence", f"{explanation.row['confidence']} = {product}")
    if explanation.related:
        yield _line("see also", ", ".join(explanation.related))


def _passage(explanation: Explanation) -> Text:
    text = Text(explanation.passage)
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
    return Text.assemble((f"{label:14}", "dim"), value)
