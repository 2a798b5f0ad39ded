"""The progress bar of an extraction: how many documents are done, and of how many once all are
read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from pipeline.runs.chunks import Chunk

COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on a terminal; nothing is shown elsewhere."""

    progress: Progress
    task: TaskID

    def counted(self, chunks: Iterable[Chunk]) -> Iterator[Chunk]:
        """The same chunks; when they are at their end the bar knows its own."""
        total = 0
        for chunk in chunks:
            total += len(chunk)
            yield chunk
        self.progress.update(self.task, total=total)

    def advance(self, documents: int) -> None:
        """So many more documents are done."""
        self.progress.advance(self.task, documents)


@contextmanager
def shown_bar(console: Console) -> Iterator[Bar]:
    """A bar while the block runs, if the console is a terminal."""
    with Progress(
        *COLUMNS,
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=console.quiet or not console.is_terminal,
    ) as progress:
        yield Bar(progress, progress.add_task("Extracting", total=None))
