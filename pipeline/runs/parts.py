"""Parts: files that hold the rows of a few documents each until the tables are made of them.

A part is an Arrow file named after the digest of its bytes and moved into its place when it is on
the disk: it is there and whole, or it does not count. Not compressed, so that a few documents are
read from it without the rest (compressed, parts take 0.4 to 0.6 of the room and reading two
documents takes three to five times as long).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from pipeline.records import Extraction
from pipeline.runs.nested import KEY, nest

FOLDER = ".parts"  # in the folder of the tables; hidden, so that it is never read as input
SUFFIX = ".arrow"
UNFINISHED = "writing-"
Rows = TypeVar("Rows", pa.RecordBatch, pa.Table)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows of a document are: the part's name and the document's position in it."""

    part: str
    row: int


def write_part(folder: Path, keys: Sequence[bytes], extractions: Sequence[Extraction]) -> str:
    """Write a part and return its name.

    Raises:
        OSError: it can't be written.
    """
    batch = nest(keys, extractions)
    buffer = pa.BufferOutputStream()
    with pa.ipc.new_file(buffer, batch.schema) as writer:
        writer.write_batch(batch)
    data = memoryview(buffer.getvalue())
    name = hashlib.sha256(data).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    number, unfinished = tempfile.mkstemp(dir=folder, prefix=UNFINISHED)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:  # a full disk is not filled further by every try
        Path(unfinished).unlink(missing_ok=True)
        raise
    Path(unfinished).replace(_path(folder, name))
    return name


def find_parts(folder: Path) -> dict[bytes, Place]:
    """The documents whose rows are in sound parts, by their keys."""
    return {key: place for path in sorted(folder.glob(f"*{SUFFIX}")) for key, place in _index(path)}


def _index(path: Path) -> Iterator[tuple[bytes, Place]]:
    try:
        with path.open("rb") as file:
            sound = hashlib.file_digest(file, "sha256").hexdigest() == path.stem
        if sound:
            keys = _read(path, fields=(0,))[KEY].to_pylist()
            yield from ((key, Place(path.stem, row)) for row, key in enumerate(keys))
    except (OSError, pa.ArrowException):
        return  # its documents are extracted again


def read_places(folder: Path, places: Sequence[Place]) -> pa.Table:
    """The rows of documents as `pipeline.runs.nested.nest` gave them, in the order of the places.

    Raises:
        OSError: a part is not there any more.
    """
    wanted: dict[str, list[int]] = {}
    for position, place in enumerate(places):
        wanted.setdefault(place.part, []).append(position)
    found = [
        _taken(_read(_path(folder, part)), [places[position].row for position in positions])
        for part, positions in wanted.items()
    ]
    order = [position for positions in wanted.values() for position in positions]
    back = sorted(range(len(order)), key=order.__getitem__)
    return _taken(pa.Table.from_batches(found), back)


def _taken(rows: Rows, numbers: list[int]) -> Rows:
    """The rows with these numbers; not copied where that is all of them in their order, as of a
    corpus that was extracted in the order of its `doc_id`s."""
    return rows if numbers == list(range(len(rows))) else rows.take(pa.array(numbers, pa.int64()))


def keep_parts(folder: Path, names: Iterable[str]) -> None:
    """Remove all parts but those named, and what writers that were killed have left."""
    kept = {_path(folder, name) for name in names}
    for path in [*folder.glob(f"*{SUFFIX}"), *folder.glob(f"{UNFINISHED}*")]:
        if path not in kept:
            path.unlink(missing_ok=True)


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}{SUFFIX}"


def _read(path: Path, fields: Sequence[int] | None = None) -> pa.RecordBatch:
    """The batch of a part, or some of its columns, without copying it."""
    options = pa.ipc.IpcReadOptions(included_fields=list(fields or ()))
    with pa.memory_map(str(path)) as data:
        return pa.ipc.open_file(data, options=options).get_batch(0)
