"""One chunk: its documents extracted, their rows written as a part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.flow import extract_all
from pipeline.records import Extraction, Skipped
from pipeline.runs.chunks import Chunk, Done
from pipeline.runs.parts import write_part
from pipeline.runs.tools import Tools


def extract_chunk(
    chunk: Chunk, tools: Tools, folder: Path, advance: Callable[[], None] = lambda: None
) -> Done:
    """Extract the documents of a chunk and write their rows. What fails is in no part: the next run
    tries it again.

    Args:
        chunk: the documents.
        tools: the model and the lexicons.
        folder: where the part goes.
        advance: called behind each document.

    Raises:
        OSError: the part can't be written.
    """
    results = []
    for result in extract_all((work.document for work in chunk), tools.nlp, tools.lexicons):
        results.append(result)
        advance()
    found = [
        (work.key, row)
        for work, row in zip(chunk, results, strict=True)
        if isinstance(row, Extraction)
    ]
    keys = tuple(key for key, _ in found)
    return Done(
        part=write_part(folder, keys, [row for _, row in found]) if found else None,
        keys=keys,
        failed=tuple(
            (work.document.doc_id, row)
            for work, row in zip(chunk, results, strict=True)
            if isinstance(row, Skipped)
        ),
        warnings=tools.warnings,
    )
