"""The sheet to tick, and the tasks for Label Studio."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from pipeline.review.sample.checks import Check, checks
from pipeline.review.sample.label_studio import configuration, tasks, utf16_offset
from pipeline.review.sample.sheet import write_sheet
from pipeline.review.sample.strata import Drawn, Stratum

TEXT = "🚀🚀 Selon « Kiev »,\nle 🚀 est\nparti. – Oui."


def check(start: int, end: int, text: str = TEXT, **row: Any) -> Check:
    """A quote to check, from `start` to `end` in the text."""
    values = {"start": start, "end": end, "doc_id": "a", "rule": "according:selon", **row}
    drawn = Drawn(
        stratum=Stratum("quotes", "indirect", "according"),
        stratum_rows=7,
        table_rows=9,
        row_id="a-q1",
        row={"speaker_name": "Ukraine", "speaker_kind": "country"} | values,
    )
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    (found,) = checks([drawn], documents, "fr")
    return found


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_a_row_of_the_sheet(tmp_path: Path) -> None:
    start = TEXT.index("le ")
    assert write_sheet([check(start, TEXT.index(". –"))], tmp_path / "s.csv", ",") == 1
    (row,) = rows(tmp_path / "s.csv")
    assert row["right"] == ""
    assert (row["before"], row["text"], row["behind"]) == (
        "🚀🚀 Selon « Kiev »,", "le 🚀 est parti", ". – Oui.",
    )  # fmt: skip
    assert row["question"] == "Le texte marqué est-il ce que dit « Ukraine » (pays) ?"
    assert (row["row_id"], row["stratum_rows"], row["speaker"]) == ("a-q1", "7", "Ukraine")


def test_spreadsheets_read_it_as_utf_8(tmp_path: Path) -> None:
    write_sheet([check(0, 2)], tmp_path / "s.csv", ";")
    assert (tmp_path / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfright;question;")
    assert rows(tmp_path / "s.csv", ";")[0]["table"] == "quotes"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t=", "\n-"])
def test_no_cell_is_a_formula(first: str, tmp_path: Path) -> None:
    text = f"{first}CMD() {first}1"
    write_sheet([check(0, len(text), text, speaker_name=f"{first}x")], tmp_path / "s.csv", ",")
    (row,) = rows(tmp_path / "s.csv")
    assert row["text"].startswith("'")
    assert row["speaker"].startswith("'")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\n")) for cell in row.values())


def test_a_sheet_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("ticked", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_sheet([check(0, 2)], path, ",")
    assert path.read_text("utf-8") == "ticked"


@pytest.mark.parametrize(("offset", "units"), [(0, 0), (1, 2), (2, 4), (3, 5), (len("🚀é🚀"), 5)])
def test_offsets_in_utf_16(offset: int, units: int) -> None:
    text = "🚀é🚀" if units == 5 and offset == 3 else "🚀🚀 x"
    assert utf16_offset(text, offset) == units


def test_label_studio_counts_an_emoji_twice() -> None:
    start, end = TEXT.index("le "), TEXT.index(". –")
    (task,) = tasks([check(start, end, speaker_start=11, speaker_end=15)], "run")
    text = task["data"]["text"].encode("utf-16-le")
    for region in task["predictions"][0]["result"]:
        value = region["value"]
        assert text[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    assert [region["value"]["text"] for region in task["predictions"][0]["result"]] == [
        "le 🚀 est\nparti", "Kiev",
    ]  # fmt: skip


def test_the_configuration_has_every_control_and_label_of_the_tasks() -> None:
    checked = [check(4, 9, speaker_start=11, speaker_end=15)]
    view = ElementTree.fromstring(configuration(checked, "fr"))
    names = {element.get("name") for element in view}
    labels = {element.get("value") for element in view.iter("Label")}
    (task,) = tasks(checked, "run")
    for region in task["predictions"][0]["result"]:
        assert {region["from_name"], region["to_name"]} <= names
        assert set(region["value"]["labels"]) <= labels
    assert [element.get("value") for element in view.iter("Choice")] == ["oui", "non"]
    assert {"text", "question"} <= task["data"].keys()
