"""From what the user names to the files to read."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.records import Skipped
from pipeline.sources.problems import UsageError

STDIN = "-"
OUTSIDE = "a link that leads out of the folder; name it by its path or a pattern to read it"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
EMPTY_FOLDER = "a folder, not a file, and there is no file in it"
OUTPUTS = {"run.json", "datapackage.json"}  # what every folder of tables holds
SUFFIXES = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".jsonl",
    ".ndjson",
    ".json",
    ".csv",
    ".tsv",
    ".parquet",
)


def find_files(inputs: Iterable[str]) -> list[Path | Skipped]:
    """The files that paths, folders and patterns stand for, each once, in the order of their paths.

    A folder stands for all files in it and below, hidden ones and the tables of former runs left
    out. `-` is kept as it is.

    Raises:
        UsageError: a path is not there, or a pattern finds nothing.
    """
    found: dict[str, Path | Skipped] = {}
    for given in inputs:
        for item in _expand(given):
            name = item.source if isinstance(item, Skipped) else item.as_posix()
            key = name if isinstance(item, Skipped) or name == STDIN else os.path.realpath(item)
            found.setdefault(key, item)
    return sorted(
        found.values(), key=lambda item: item.source if isinstance(item, Skipped) else shown(item)
    )


def shown(path: Path) -> str:
    """A path as it is written in the tables and on the terminal, which obeys some of the control
    characters: these, line ends and bytes that are no UTF-8 become �."""
    return CONTROL.sub("\ufffd", os.fsencode(path.as_posix()).decode("utf-8", errors="replace"))


def _expand(given: str) -> Iterator[Path | Skipped]:
    if given == STDIN:
        yield Path(STDIN)
        return
    if not given:  # a variable of a script that is not set; « . » is the current folder
        raise UsageError("an input is empty: name a file, a folder or a pattern")
    path = Path(given)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists() or path.is_symlink():
        yield path
    else:
        pattern = glob.has_magic(given)
        # Path.glob takes no absolute pattern.
        matches = glob.glob(given, recursive=True) if pattern else []  # noqa: PTH207
        if not matches:
            what = "no file matches it" if pattern else "there is no such file"
            raise UsageError(f"{given}: {what}")
        for match in sorted(matches):
            yield from _expand(match)


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """The files below a folder. A folder without any is said to be empty, if it was named or has
    the name of a file (`x.txt`)."""
    problems: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=problems.append):
        if set(files) >= OUTPUTS:  # tables of a former run: they are no articles
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(place)
        visible = sorted(name for name in files if not name.startswith("."))
        empty = empty and not visible
        yield from (_inside(here / name, folder) for name in visible)
        if here != folder and not visible and not folders and here.suffix.lower() in SUFFIXES:
            yield Skipped(source=shown(here), reason=EMPTY_FOLDER)
    for problem in problems:
        yield Skipped(
            source=shown(Path(problem.filename)),
            reason=f"the folder can't be opened ({problem.strerror})",
        )
    if empty and not problems:
        yield Skipped(source=shown(folder), reason=EMPTY_FOLDER)


def _inside(path: Path, folder: Path) -> Path | Skipped:
    """A file, unless it is a link to one elsewhere: whoever made the folder would choose which of
    the user's files is read into the tables."""
    if path.is_symlink() and path.exists():
        target = Path(os.path.realpath(path))
        if not target.is_relative_to(os.path.realpath(folder)):
            return Skipped(source=shown(path), reason=OUTSIDE)
    return path
