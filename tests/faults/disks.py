"""A disk of memory that can be filled; root alone may mount one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOM = 1 << 30
BLOCK = 4096


@contextmanager
def memory_disk(folder: Path) -> Iterator[None]:
    """Have a folder be a disk of its own."""
    _mount(folder, f"size={ROOM}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def resize(folder: Path, room: int = ROOM) -> None:
    """Leave so many bytes free on the disk."""
    used = int(subprocess.check_output(["du", "-s", f"-B{BLOCK}", str(folder)]).split()[0])
    _mount(folder, f"remount,size={used * BLOCK + room}")


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
