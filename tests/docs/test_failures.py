"""docs/failures.md: the page and the strict xfails of the stages tell of the same sentences."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "failures.md").read_text(encoding="utf-8")
STAGES = ("segment", "lexicons", "mentions", "roles", "dates", "quantities", "quotes", "claims")
MARKED = re.compile(r"\[[A-Z] ([^\]]*)\]")  # « [P Nadia] » marks what should be found

LIST_THEM = """
import inspect, sys, pytest
class Collector:
    def pytest_collection_finish(self, session):
        for item in session.items:
            for mark in item.iter_markers("xfail"):
                params = item.callspec.params.values() if hasattr(item, "callspec") else ()
                texts = [value for value in params if isinstance(value, str)]
                source = inspect.getsource(item.module)
                print("XFAIL", (item.nodeid, mark.kwargs["reason"], texts or [source]))
pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", *sys.argv[1:]], [Collector()])
"""


@dataclass(frozen=True, slots=True)
class Expected:
    """A test that is expected to fail: why, and the texts it is about."""

    test: str
    reason: str
    texts: tuple[str, ...]

    def is_told_by(self, row: tuple[str, str]) -> bool:
        words, reason = row
        return reason == self.reason and any(words in text for text in self.texts)


@pytest.fixture(scope="module")
def expected() -> list[Expected]:
    """The xfails of the stages, collected in a process of their own."""
    files = [
        str(path.relative_to(ROOT))
        for stage in STAGES
        for path in sorted((ROOT / "tests" / stage).glob("test_*.py"))
        if "mark.xfail(" in path.read_text(encoding="utf-8")
    ]
    command = [sys.executable, "-X", "utf8", "-c", LIST_THEM, *files]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    found = re.findall("^XFAIL (.*)$", printed.stdout, re.MULTILINE)
    return [
        Expected(test, reason, tuple(MARKED.sub(r"\1", text) for text in texts))
        for test, reason, texts in map(ast.literal_eval, found)
    ]


def rows() -> list[tuple[str, str]]:
    """The text and the reason of each row of the page's tables."""
    cells = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line[:2] == "| "]
    return [(text, reason) for text, _, reason in cells if text != "text"]


def test_every_expected_failure_is_told(expected: list[Expected]) -> None:
    assert expected
    assert [one for one in expected if not any(map(one.is_told_by, rows()))] == []


def test_what_is_told_is_still_expected_to_fail(expected: list[Expected]) -> None:
    assert [row for row in rows() if not any(one.is_told_by(row) for one in expected)] == []
