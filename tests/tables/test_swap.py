"""The files of a folder are replaced all at once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pipeline.tables import swap
from pipeline.tables.swap import is_half_replaced, moved_in_whole, recover

NAMES = ("a.csv", "b.csv", "c.csv")


class KilledError(BaseException):
    """The process is killed: nothing of it runs any more."""


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def replace_all(folder: Path) -> None:
    with moved_in_whole(folder, NAMES) as staging:
        for name in ("b.csv", "c.csv"):
            (staging / name).write_text("new", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.csv", "b.csv", "notes.txt"):
        (tmp_path / name).write_text("former", encoding="utf-8")
    return tmp_path


def test_the_new_files_and_no_others(folder: Path) -> None:
    replace_all(folder)
    assert contents(folder) == {"b.csv": "new", "c.csv": "new", "notes.txt": "former"}


@contextmanager
def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every change of the folder is a step; the process is killed before the one of that number."""
    steps = count()

    def mortal(change: Callable[..., Any]) -> Callable[..., Any]:
        def until_killed(path: Path, *rest: Any, **options: Any) -> Any:
            if next(steps) >= step:
                raise KilledError
            return change(path, *rest, **options)

        return until_killed

    with monkeypatch.context() as patch, suppress(KilledError):
        for name in ("replace", "rename", "unlink", "mkdir"):
            patch.setattr(Path, name, mortal(getattr(Path, name)))
        patch.setattr(swap.shutil, "rmtree", lambda *_, **__: None)
        yield


@pytest.mark.parametrize("step", range(1, 10))
def test_a_process_that_is_killed_at_any_step(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    former = contents(folder)
    with killed_at(step, monkeypatch):
        replace_all(folder)
    recover(folder, NAMES)
    assert contents(folder) in (former, {"b.csv": "new", "c.csv": "new", "notes.txt": "former"})


@pytest.mark.parametrize("step", range(6))
def test_a_recovery_that_is_killed_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    former = contents(folder)
    with killed_at(6, monkeypatch):
        replace_all(folder)
    assert (folder / "b.csv").read_text("utf-8") == "new"  # the first one is in its place
    with killed_at(step, monkeypatch):
        recover(folder, NAMES)
    recover(folder, NAMES)
    assert contents(folder) == former


@pytest.mark.parametrize("step", [1, 4, 5])
def test_files_that_could_not_be_put_back_are_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """A second Ctrl-C, or a disk that became read-only, while the first error is dealt with."""
    former = contents(folder)
    steps = count()

    def failing(change: Callable[..., Any]) -> Callable[..., Any]:
        def until_failing(path: Path, *rest: Any) -> Any:
            if next(steps) >= step:
                raise KeyboardInterrupt
            return change(path, *rest)

        return until_failing

    with monkeypatch.context() as patch:
        for name in ("replace", "rename"):
            patch.setattr(Path, name, failing(getattr(Path, name)))
        with pytest.raises(KeyboardInterrupt):
            replace_all(folder)
    assert is_half_replaced(folder)
    recover(folder, NAMES)
    assert contents(folder) == former
    assert not is_half_replaced(folder)


def test_new_files_are_on_the_disk_before_the_former_ones_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = []
    monkeypatch.setattr(swap.os, "fsync", lambda _: there.append((folder / "b.csv").read_text()))
    replace_all(folder)
    assert there == ["former", "former"]  # once for each new file
