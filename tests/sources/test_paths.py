"""From what the user names to the files to read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.records import Skipped
from pipeline.sources.paths import find_files
from pipeline.sources.problems import UsageError


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with b.txt, a.txt, sub/c.txt and a hidden file; the current one is its parent."""
    for name in ("press/b.txt", "press/a.txt", "press/sub/c.txt", "press/.hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "press"


def found(*inputs: str) -> list[str]:
    return [
        item.source if isinstance(item, Skipped) else item.as_posix() for item in find_files(inputs)
    ]


@pytest.mark.usefixtures("press")
def test_a_folder_stands_for_all_its_visible_files() -> None:
    assert found("press") == ["press/a.txt", "press/b.txt", "press/sub/c.txt"]


@pytest.mark.usefixtures("press")
def test_patterns() -> None:
    assert found("press/*.txt") == ["press/a.txt", "press/b.txt"]
    assert found("press/**/*.txt") == ["press/a.txt", "press/b.txt", "press/sub/c.txt"]


def test_absolute_patterns(press: Path) -> None:
    assert found(f"{press}/a*") == [f"{press.as_posix()}/a.txt"]


@pytest.mark.usefixtures("press")
def test_the_order_of_the_inputs_has_no_say_and_each_file_is_read_once() -> None:
    assert found("press/b.txt", "press/a.txt", "./press/b.txt") == ["press/a.txt", "press/b.txt"]


@pytest.mark.usefixtures("press")
def test_a_file_whose_name_looks_like_a_pattern() -> None:
    Path("press/[1].txt").write_text("x", encoding="utf-8")
    assert found("press/[1].txt") == ["press/[1].txt"]


def test_the_tables_of_a_former_run_are_not_read(press: Path) -> None:
    for name in ("documents.csv", "run.json", "datapackage.json"):
        (press / "sub" / name).write_text("{}", encoding="utf-8")
    assert found("press") == ["press/a.txt", "press/b.txt"]


def test_standard_input() -> None:
    assert found("-") == ["-"]


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nowhere.txt", "there is no such file"),
        ("press/*.csv", "no file matches it"),
        ("", "is empty"),
    ],
)
def test_what_is_not_there_is_a_usage_error(given: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        find_files([given])


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "press" / "x.txt").mkdir(parents=True)
    (tmp_path / "press" / "a.txt").write_text("x", encoding="utf-8")
    (item, folder) = find_files([str(tmp_path / "press")])
    assert isinstance(folder, Skipped)
    assert folder.source.endswith("press/x.txt")
    assert "a folder" in folder.reason
    assert isinstance(item, Path)


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("Bonjour.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert len(find_files([str(tmp_path)])) == 1
