"""Traps: a process strikes itself at the nth file operation in the output folder.

Every operation that Python tells its audit hooks of is a step: a file opened, a folder made or
listed, a file moved or removed. So faults fall on the exchange of the tables as often as on parts.
"""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import signal
import sys
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any, Literal

VARIABLE = "QUIDIT_FAULTS_TRAP"
OPERATIONS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
What = Literal["kill", "interrupt", "memory", "full", "read-only"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """What happens, in which process, how often and when.

    `full` and `read-only` last until the process ends: every operation fails that needs room, or
    that changes anything. `mark` begins the names of the files that tell how often it has struck.
    """

    what: What
    where: Literal["first", "worker"]
    step: int
    times: int
    folder: str
    mark: str

    def set(self) -> dict[str, str]:
        """The environment in which a process sets the trap for itself."""
        return {VARIABLE: json.dumps(asdict(self))}


def set_trap() -> None:
    """Set the trap that the environment names, if there is one."""
    if VARIABLE in os.environ:
        _listen(Trap(**json.loads(os.environ[VARIABLE])))


def _listen(trap: Trap) -> None:
    steps = count()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in OPERATIONS or not str(arguments[0]).startswith(trap.folder):
            return
        if (multiprocessing.parent_process() is None) is (trap.where == "worker"):
            return
        if next(steps) < trap.step:
            return
        if trap.what in {"full", "read-only"}:
            _fail(trap, event, arguments)
        elif _may_strike(trap):
            _strike(trap.what)

    sys.addaudithook(hook)


def _may_strike(trap: Trap) -> bool:
    """Whether it has not struck as often as it may, in whatever process."""
    for number in range(trap.times):
        try:
            os.close(os.open(f"{trap.mark}{number}", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            continue
        return True
    return False


def _strike(what: What) -> None:
    if what == "memory":
        raise MemoryError
    os.kill(os.getpid(), signal.SIGKILL if what == "kill" else signal.SIGINT)


def _fail(trap: Trap, event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and bool(arguments[2] & WRITING)
    if trap.what == "full" and (writes or event == "os.mkdir"):
        _may_strike(trap)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), arguments[0])
    if trap.what == "read-only" and (writes or event in CHANGES):
        _may_strike(trap)
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), arguments[0])
