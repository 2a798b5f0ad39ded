"""Replace the files of a folder all at once, or none of them, whatever happens on the way.

The new files are written into a staging folder inside `folder`, so that moving is renaming even
where `folder` is a mounted disk. The former files are put aside in it, the new ones take their
place, and only then are the former ones given up. What stands in the staging folder tells how far
a process came that was killed: `aside` while the former files are being put there, `kept` while the
new ones are being moved in, neither before and after.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".writing-"


@contextmanager
def moved_in_whole(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """A staging folder whose files replace the former ones when the block ends without error.

    Args:
        folder: where the files go; it is made if need be.
        names: the files that are replaced, or removed where no new one takes their place; other
            files in the folder are left alone.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    recover(folder, names)
    staging = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        yield staging
        _flush(staging)
        _swap(staging, folder, names)
    finally:
        if not _holds_former(staging):  # where putting them back failed too, the next run does it
            shutil.rmtree(staging, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def recover(folder: Path, names: Sequence[str]) -> None:
    """Put back the files that a process moved aside and was killed before it replaced them all."""
    for staging in folder.glob(f"{PREFIX}*"):
        _put_back(staging, folder, names)
        shutil.rmtree(staging, ignore_errors=True)


def is_half_replaced(folder: Path) -> bool:
    """Whether files of two runs may stand beside each other: a process was killed while it replaced
    them and no run has come since, or one is at it in this moment."""
    return any(_holds_former(staging) for staging in folder.glob(f"{PREFIX}*"))


def _holds_former(staging: Path) -> bool:
    return any((staging / name).exists() for name in ("aside", "kept"))


def _flush(staging: Path) -> None:
    """Have the new files on the disk before the former ones are given up: a power cut leaves the
    ones or the others."""
    for path in staging.iterdir():
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def _swap(staging: Path, folder: Path, names: Sequence[str]) -> None:
    new = [path.name for path in staging.iterdir()]
    aside = staging / "aside"
    aside.mkdir()
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(aside / name)
        kept = aside.rename(staging / "kept")
        for name in new:
            (staging / name).replace(folder / name)
        kept.rename(staging / "replaced")
    except BaseException:
        _put_back(staging, folder, names)
        raise


def _put_back(staging: Path, folder: Path, names: Sequence[str]) -> None:
    """Every step may be the last of a process that is killed; the next one goes on from there."""
    aside, kept = staging / "aside", staging / "kept"
    if kept.exists():
        for name in names:  # those that were moved in
            (folder / name).unlink(missing_ok=True)
        kept.rename(aside)
    if aside.exists():
        for path in aside.iterdir():
            path.replace(folder / path.name)
        aside.rmdir()
