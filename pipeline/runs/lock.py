"""One run at a time in a folder: the lock goes with the process that holds it, even if killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

NAME = "lock"


class BusyError(RuntimeError):
    """Another run has the folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have a folder, made if need be, for this run alone.

    Raises:
        BusyError: another process has it.
        OSError: nothing can be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a+b") as file:
        try:
            _lock(file)
        except OSError as error:
            raise BusyError(
                f"{folder.parent}: another run is writing there; wait for it, or name another "
                "folder with --output"
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
