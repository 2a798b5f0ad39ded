"""What `run.json` says, and how two of them differ."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.review.runs import read_run, run_differences

RUN = {"program": "quidit 0.1.0", "model": "fr 3.8.0", "user_lexicons": []}


def test_a_run_is_read(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(json.dumps(RUN), encoding="utf-8")
    assert read_run(tmp_path) == RUN


def test_tables_without_run_json_say_nothing(tmp_path: Path) -> None:
    assert read_run(tmp_path) == {}


def test_the_same_run_has_no_differences() -> None:
    assert run_differences(RUN, {**RUN, "seconds": {"load": 3}}) == ()


def test_versions_that_differ_are_told() -> None:
    assert run_differences(RUN, {**RUN, "model": "fr 3.8.1"}) == ("model: fr 3.8.0 → fr 3.8.1",)


def test_lexicons_of_the_user_are_named() -> None:
    mine = {"file": "mine.csv", "sha256": "0123456789abcdef"}
    assert run_differences(RUN, {**RUN, "user_lexicons": [mine]}) == (
        "lexicons of the user: none → mine.csv (01234567)",
    )


def test_a_run_of_which_nothing_is_known() -> None:
    assert "program: quidit 0.1.0 → not said" in run_differences(RUN, {})
