"""One chunk: its documents extracted, their rows written as a part.

spaCy is imported by the process that extracts: one that only starts others stays small.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records import Extraction, Skipped
from pipeline.runs.chunks import Chunk, Done
from pipeline.runs.parts import write_part

if TYPE_CHECKING:
    from pipeline.runs.tools import Tools


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker does with a chunk: where the part goes and which lexicons the user adds."""

    parts: Path
    user_lexicons: tuple[Path, ...]

    def load(self) -> None:
        """Load the model and the lexicons, if this process has not yet."""
        tools_of(self.user_lexicons)

    def extract(self, chunk: Chunk) -> Done:
        """Extract a chunk (see `extract_chunk`)."""
        return extract_chunk(chunk, tools_of(self.user_lexicons), self.parts)


@cache
def tools_of(user_lexicons: tuple[Path, ...]) -> Tools:
    """The model and the lexicons of this process, a worker, loaded when they are first needed."""
    from pipeline.runs.tools import load_tools  # noqa: PLC0415 - imports spaCy

    return load_tools(user_lexicons)


def extract_here(
    chunks: Iterable[Chunk], parts: Path, load: Callable[[], Tools], advance: Callable[[int], None]
) -> Generator[tuple[Chunk, Done]]:
    """Extract chunks in this process.

    Args:
        chunks: the documents.
        parts: where the parts go.
        load: loads the model and the lexicons; called if there is a chunk.
        advance: called with the number of documents that are done.

    Raises:
        OSError: a part can't be written.
    """
    tools = None
    for chunk in chunks:
        tools = tools or load()
        yield chunk, extract_chunk(chunk, tools, parts, advance)


def extract_chunk(
    chunk: Chunk, tools: Tools, parts: Path, advance: Callable[[int], None] = lambda _: None
) -> Done:
    """Extract the documents of a chunk and write their rows. What fails is in no part: the next run
    tries it again.

    Args:
        chunk: the documents.
        tools: the model and the lexicons.
        parts: where the part goes.
        advance: called with 1 behind each document.

    Raises:
        OSError: the part can't be written.
    """
    from pipeline.flow import extract_all  # noqa: PLC0415 - imports spaCy

    found: list[tuple[bytes, Extraction]] = []
    failed: list[tuple[str, Skipped]] = []
    rows = extract_all((work.document for work in chunk), tools.nlp, tools.lexicons)
    for work, row in zip(chunk, rows, strict=True):
        if isinstance(row, Extraction):
            found.append((work.key, row))
        else:
            failed.append((work.document.doc_id, row))
        advance(1)
    keys = tuple(key for key, _ in found)
    return Done(
        part=write_part(parts, keys, [row for _, row in found]) if found else None,
        keys=keys,
        failed=tuple(failed),
        warnings=tools.warnings,
    )
