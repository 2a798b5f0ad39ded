"""The kinds of faults: each starts the command, strikes at a random point and waits for the end."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.runs.parts import FOLDER, SUFFIX
from tests.faults import standin
from tests.faults.disks import resize
from tests.faults.traps import Trap, What
from tests.faults.victim import BEGUN

ROOT = Path(__file__).parents[2]
ROOM_NEEDED = 8_000_000  # bytes that 2,000 documents take, about
PATIENCE = 300  # seconds until a process counts as hanging


class HangError(AssertionError):
    """A process does not end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The command that faults befall."""

    inputs: tuple[Path, ...]
    output: Path
    scratch: Path
    workers: int
    real: bool  # the real model, not the stand-in
    steps: int  # of the first process in an undisturbed run, about
    parts: int  # of an undisturbed run, about

    @property
    def log(self) -> Path:
        return self.scratch / "log"

    @property
    def begun(self) -> Path:
        return self.scratch / "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How a process ended. `struck`: whether the fault befell it at all."""

    status: int
    said: str
    struck: bool
    expected: frozenset[int] = field(default=frozenset())  # statuses; any if there are none


Strike = Callable[[Setting, random.Random], End]


def start(setting: Setting, trap: Trap | None = None) -> subprocess.Popen[str]:
    """Start the command in a process group of its own."""
    setting.begun.unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), BEGUN: str(setting.begun)}
    environment |= trap.set() if trap else {}
    if not setting.real:
        environment[standin.LOG] = str(setting.log)
    command = [sys.executable, "-m", "tests.faults.victim", "extract", *map(str, setting.inputs)]
    command += ["--output", str(setting.output), "--workers", str(setting.workers)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait until a process and all that it started have ended; its status and what it said.

    Raises:
        HangError: they don't.
    """
    try:
        said = process.communicate(timeout=PATIENCE)[1]
        deadline = time.monotonic() + PATIENCE
        while True:
            os.killpg(process.pid, 0)
            if time.monotonic() > deadline:
                raise HangError("workers outlive the process that started them")
            time.sleep(0.01)
    except ProcessLookupError:
        return process.returncode, said
    except subprocess.TimeoutExpired as error:
        raise HangError("the run hangs") from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def undisturbed(setting: Setting) -> End:
    """The command without any fault."""
    status, said = end(start(setting))
    return End(status=status, said=said, struck=False, expected=frozenset({0}))


def trapped(what: What, where: str, expected: set[int], *, times: int = 1) -> Strike:
    """The first process or a worker strikes itself at a file operation."""

    def strike(setting: Setting, choice: random.Random) -> End:
        steps = setting.steps if where == "first" else 3 * setting.parts // setting.workers
        mark = setting.scratch / f"struck-{choice.random()}-"
        trap = Trap(
            what=what,
            where="first" if where == "first" else "worker",
            step=choice.randrange(steps),
            times=choice.randint(1, times),
            folder=str(setting.output),
            mark=str(mark),
        )
        status, said = end(start(setting, trap))
        struck = Path(f"{mark}0").exists()
        return End(status=status, said=said, struck=struck, expected=frozenset(expected))

    return strike


def signalled(number: int, expected: set[int]) -> Strike:
    """All processes get a signal while parts are written, or while the tables are."""

    def strike(setting: Setting, choice: random.Random) -> End:
        process = start(setting)
        wait_for_part(process, setting, choice)
        struck = process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        status, said = end(process)
        return End(status=status, said=said, struck=struck, expected=frozenset(expected))

    return strike


def wait_for_part(process: subprocess.Popen[str], setting: Setting, choice: random.Random) -> None:
    """Wait until so many more parts are there, none to all, and a moment longer."""
    while process.poll() is None and not setting.begun.exists():
        time.sleep(0.002)
    folder = setting.output / FOLDER
    there = len(list(folder.glob(f"*{SUFFIX}")))
    wanted = choice.randint(there, max(there, setting.parts))
    while process.poll() is None and len(list(folder.glob(f"*{SUFFIX}"))) < wanted:
        time.sleep(0.002)
    time.sleep(choice.random() / (1 if wanted in {there, setting.parts} else 10))


def file_limit(setting: Setting, choice: random.Random) -> End:
    """No file may grow beyond a limit: writes fail in their middle, also those of pyarrow."""
    limit = int(10 ** choice.uniform(2, 5.7))
    process = start(setting)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, limit))
    status, said = end(process)
    return End(status=status, said=said, struck=status != 0, expected=frozenset({1}))


def moved_away(setting: Setting, choice: random.Random) -> End:
    """The output folder is gone in the middle of the run, and comes back behind it."""
    process = start(setting)
    wait_for_part(process, setting, choice)
    away = setting.output.with_name("away")
    struck = process.poll() is None and setting.output.exists()
    if struck:
        setting.output.rename(away)
    status, said = end(process)
    if struck:
        if setting.output.exists():  # what was made in its place meanwhile
            setting.output.rename(away.with_name(f"meanwhile-{choice.random()}"))
        away.rename(setting.output)
    return End(status=status, said=said, struck=struck, expected=frozenset({0, 1}))


def damaged(setting: Setting, choice: random.Random) -> End:
    """A part is torn or has a wrong byte, as a power cut or a bad disk leaves it; then a kill."""
    parts = sorted((setting.output / FOLDER).glob(f"*{SUFFIX}"))
    if not parts:
        return End(status=0, said="", struck=False)
    data = bytearray((part := choice.choice(parts)).read_bytes())
    place = choice.randrange(len(data))
    if choice.random() < 0.5:
        data = data[:place]
    else:
        data[place] ^= 255
    part.write_bytes(data)
    ended = trapped("kill", "first", set())(setting, choice)
    return replace(ended, struck=True)


def full_disk(setting: Setting, choice: random.Random) -> End:
    """The output lies on a disk of its own with little room left; it has more behind the run."""
    disk = setting.output.parent
    resize(disk, choice.randrange(4096, ROOM_NEEDED))
    status, said = end(start(setting))
    resize(disk)
    return End(status=status, said=said, struck=status != 0, expected=frozenset({1}))


GOES_ON = {0}
FAILS = {1}
KINDS: Mapping[str, Strike] = {
    "kill -9, the first process": trapped("kill", "first", {-signal.SIGKILL}),
    "kill -9, one or two workers": trapped("kill", "worker", GOES_ON, times=2),
    "kill -9, all processes": signalled(signal.SIGKILL, {-signal.SIGKILL}),
    "SIGTERM, all processes": signalled(signal.SIGTERM, {-signal.SIGTERM}),
    # Ended by the signal itself: without a word, where Python was already at its own end.
    "Ctrl-C, all processes": signalled(signal.SIGINT, {1, 130, -signal.SIGINT}),
    "Ctrl-C, once to three times in a row": trapped("interrupt", "first", {130}, times=3),
    "out of memory, the first process": trapped("memory", "first", FAILS),
    "out of memory, a worker": trapped("memory", "worker", GOES_ON, times=2),
    "disk full, met by the first process": trapped("full", "first", FAILS),
    "disk full, met by a worker": trapped("full", "worker", FAILS),
    "disk full, a real one": full_disk,
    "a file that may not grow": file_limit,
    "folder read-only, met by the first process": trapped("read-only", "first", {0, 1}),
    "folder read-only, met by a worker": trapped("read-only", "worker", FAILS),
    "folder gone": moved_away,
    "a damaged part, and kill -9": damaged,
}
NEED_ROOT = {"disk full, a real one"}
