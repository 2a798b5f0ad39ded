"""Parts become tables: a group of documents at a time, by `doc_id`, whatever order they were
extracted in and however they lie in the parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.runs.corpus import Corpus, Entry
from pipeline.runs.nested import NESTED, unnest
from pipeline.runs.parts import FOLDER, read_places
from pipeline.tables.arrow import arrow_table
from pipeline.tables.entities import Facts, entities_of
from pipeline.tables.writing import Format, TableFiles, open_tables, tables_with

# A group of documents, which is a group of rows in Parquet. Its bounds look at the documents alone,
# so that the same corpus gives the same bytes.
DOCUMENTS = 4096
CHARACTERS = 10_000_000
ENTITIES = 50_000  # written at once
Counts = Mapping[str, int]


def write_corpus(  # noqa: PLR0913 - what is written, and what beside it
    corpus: Corpus,
    folder: Path,
    *,
    kind: Format,
    safe: bool = False,
    run_id: str,
    describe: Callable[[Counts], Mapping[str, Any]],
    write_beside: Callable[[Path], object] = lambda _: None,
) -> Counts:
    """Write the tables of a corpus; return how many rows each has.

    Args:
        corpus: where the rows are.
        folder: where the files go (see `pipeline.tables.writing.open_tables`); the parts are in it.
        kind: which files: "csv", "parquet" or "both".
        safe: whether the CSVs are made safe for spreadsheets (see `pipeline.tables.cells`).
        run_id: written in the metadata of the Parquet files.
        describe: what `run.json` says, given how many rows each table has.
        write_beside: writes what else is made of the tables (see `open_tables`).

    Raises:
        OSError: a part can't be read, or a file can't be written.
    """
    facts: Counter[Facts] = Counter()
    documents: Counter[str] = Counter()
    tables = tables_with(corpus.carried)
    with open_tables(
        folder, tables, kind=kind, safe=safe, run_id=run_id, write_beside=write_beside
    ) as files:
        counts = dict.fromkeys(files.tables, 0)
        for group in groups(corpus.entries()):
            nested = read_places(folder / FOLDER, [entry.place for entry in group])
            for name in NESTED:
                rows = unnest(nested, files.tables[name])
                files.write(name, rows)
                counts[name] += len(rows)
                if name == "mentions":
                    count_mentions(rows, facts, documents)
        counts["entities"] = write_records(files, "entities", entities_of(facts, documents))
        counts["skipped"] = write_records(files, "skipped", corpus.left_out())
        files.describe(describe(counts))
    return counts


def groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Documents in groups of at most `DOCUMENTS`; a group is full when it has `CHARACTERS`."""
    group: list[Entry] = []
    characters = 0
    for entry in entries:
        group.append(entry)
        characters += entry.characters
        if len(group) == DOCUMENTS or characters >= CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def count_mentions(mentions: pa.Table, facts: Counter[Facts], documents: Counter[str]) -> None:
    """Add what the mentions of some documents, all of them, say of their entities."""
    said = mentions.group_by(list(Facts._fields)).aggregate([([], "count_all")]).to_pydict()
    for *values, count in zip(*(said[name] for name in (*Facts._fields, "count_all")), strict=True):
        facts[Facts(*values)] += count
    places = mentions.group_by("entity_id").aggregate([("doc_id", "count_distinct")]).to_pydict()
    documents.update(dict(zip(places["entity_id"], places["doc_id_count_distinct"], strict=True)))


def write_records(files: TableFiles, name: str, records: Iterable[Any]) -> int:
    """Append records of a table, a bounded number at a time; return how many there were."""
    rest = iter(records)
    count = 0
    while batch := list(islice(rest, ENTITIES)):
        files.write(name, arrow_table(files.tables[name], batch))
        count += len(batch)
    return count
