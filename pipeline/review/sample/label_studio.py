"""A sample as tasks of Label Studio, and the configuration that shows them.

Label Studio counts characters as JavaScript does, in UTF-16 code units: one beyond the basic plane,
such as an emoji, counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree

from pipeline.report.strings import Language
from pipeline.review.sample.checks import Check
from pipeline.review.sample.passages import Mark
from pipeline.review.sample.questions import ANSWERS

MARKS = "marks"  # the control that holds what is marked
TEXT = "text"
RIGHT = "right"  # the control that holds the answer: a column of Label Studio's CSV export


def tasks(checks: Iterable[Check], made_by: str) -> list[dict[str, Any]]:
    """A task for each row: its passage, with the row and its parts marked.

    Args:
        checks: the rows to be checked.
        made_by: what made the tables: the `model_version` of the marks.
    """
    return [
        {
            "data": {
                TEXT: check.passage.text,
                "question": check.question,
                **check.cells(),
                "passage_start": check.passage.start,
            },
            "predictions": [
                {
                    "model_version": made_by,
                    "result": [_region(check, mark) for mark in check.passage.marks],
                }
            ],
        }
        for check in checks
    ]


def configuration(checks: Sequence[Check], language: Language) -> str:
    """The labelling configuration (XML) of the tasks."""
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Header", value="$question")
    labels = ElementTree.SubElement(view, "Labels", name=MARKS, toName=TEXT)
    used = {_label(check, mark) for check in checks for mark in check.passage.marks}
    for label in sorted(used):
        ElementTree.SubElement(labels, "Label", value=label)
    ElementTree.SubElement(view, "Text", name=TEXT, value=f"${TEXT}")
    choices = ElementTree.SubElement(
        view, "Choices", name=RIGHT, toName=TEXT, choice="single", showInline="true"
    )
    for answer in ANSWERS[language]:
        ElementTree.SubElement(choices, "Choice", value=answer)
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _label(check: Check, mark: Mark) -> str:
    """« quotes direct » for the row, « speaker » for a part of it."""
    stratum = check.drawn.stratum
    return f"{stratum.table} {stratum.kind}" if mark.what == "row" else mark.what


def _region(check: Check, mark: Mark) -> dict[str, Any]:
    text, first = check.passage.text, check.passage.start
    start, end = mark.start - first, mark.end - first
    return {
        "id": f"{check.drawn.row_id}-{mark.what}",
        "type": "labels",
        "from_name": MARKS,
        "to_name": TEXT,
        "value": {
            "start": utf16_offset(text, start),
            "end": utf16_offset(text, end),
            "text": text[start:end],
            "labels": [_label(check, mark)],
        },
    }


def utf16_offset(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    return len(text[:offset].encode("utf-16-le")) // 2
