"""Write the tables: all of them or none, the same bytes for the same input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, Literal

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipeline.tables.arrow import arrow_schema, arrow_table, encoded_table
from pipeline.tables.carried import Met, carried_columns, note_carried
from pipeline.tables.cells import change_cells, safe_cell
from pipeline.tables.dictionary import data_package
from pipeline.tables.rows import Rows
from pipeline.tables.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.tables.swap import moved_in_whole, recover

Format = Literal["both", "csv", "parquet"]
SUFFIXES: dict[Format, tuple[str, ...]] = {
    "both": ("csv", "parquet"),
    "csv": ("csv",),
    "parquet": ("parquet",),
}
Sink = Callable[[pa.Table], None]
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # tells Excel that the file is UTF-8
OWN_FILES = (
    "run.json",
    "METHODS.md",
    "datapackage.json",
    *(f"{name}.{suffix}" for name in TABLES for suffix in SUFFIXES["both"]),
)


def tables_with(met: Met) -> dict[str, Table]:
    """The tables, the columns that the documents carry through included."""
    return {**TABLES, "documents": TABLES["documents"].with_columns(carried_columns(met))}


def write_tables(  # noqa: PLR0913 - what is written, and how
    rows: Rows,
    folder: Path,
    *,
    kind: Format = "both",
    safe: bool = False,
    run_id: str = "",
    run: Mapping[str, Any] | None = None,
) -> None:
    """Write rows that are in memory: every table, `datapackage.json` and `run.json`.

    Args:
        rows: the rows of every table (see `table_rows`).
        folder: where the files go (see `open_tables`).
        kind: which files: "csv", "parquet" or "both".
        safe: whether the CSVs are made safe for spreadsheets (see `pipeline.tables.cells`).
        run_id: written in the metadata of the Parquet files.
        run: what `run.json` says.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    met: Met = {}
    for document in rows["documents"]:
        note_carried(met, document)
    with open_tables(folder, tables_with(met), kind=kind, safe=safe, run_id=run_id) as files:
        for name, table in files.tables.items():
            files.write(name, arrow_table(table, rows[name]))
        files.describe(run or {})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFiles:
    """The files of the tables while they are written."""

    tables: Mapping[str, Table]
    sinks: Mapping[str, Sequence[Sink]]
    folder: Path

    def write(self, name: str, data: pa.Table) -> None:
        """Append rows to a table (see `arrow_table`); in Parquet they are one group of rows."""
        if len(data) == 0:
            return
        for sink in self.sinks[name]:
            sink(data)

    def describe(self, run: Mapping[str, Any]) -> None:
        """Write `run.json`."""
        _write_json({"schema_version": SCHEMA_VERSION, **run}, self.folder / "run.json")


@contextmanager
def open_tables(  # noqa: PLR0913 - what is written, and how
    folder: Path,
    tables: Mapping[str, Table],
    *,
    kind: Format,
    safe: bool = False,
    run_id: str,
    write_beside: Callable[[Path], object] = lambda _: None,
) -> Iterator[TableFiles]:
    """Files that rows can be appended to; `datapackage.json` is written beside them.

    They are written apart and moved in together when the block ends: if anything fails before or
    during that, the folder keeps what it had. Tables of a former run in another format are removed,
    other files in the folder are left alone.

    Args:
        folder: where the files go; it is made if need be.
        tables: the tables, with the columns they carry through.
        kind: which files: "csv", "parquet" or "both".
        safe: whether the CSVs are made safe for spreadsheets (see `pipeline.tables.cells`).
        run_id: written in the metadata of the Parquet files.
        write_beside: writes what else is made of the tables; called with the folder where the new
            ones lie, when they are closed.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    suffixes = SUFFIXES[kind]
    with moved_in_whole(folder, OWN_FILES) as staging:
        openers = {
            "csv": partial(_open_csv, safe=safe),
            "parquet": partial(open_parquet, metadata={"run_id": run_id}),
        }
        with ExitStack() as stack:
            sinks = {
                name: [
                    openers[suffix](stack, table, staging / f"{name}.{suffix}")
                    for suffix in suffixes
                ]
                for name, table in tables.items()
            }
            yield TableFiles(tables=tables, sinks=sinks, folder=staging)
        package = data_package(tables.values(), suffixes[0], safe=safe)
        _write_json(package, staging / "datapackage.json")
        write_beside(staging)


def recover_tables(folder: Path) -> None:
    """Put back the tables that a run moved aside and was killed before it had replaced them."""
    recover(folder, OWN_FILES)


def _open_csv(stack: ExitStack, table: Table, path: Path, safe: bool) -> Sink:
    """Every text is quoted, nulls are empty: "" and null stay apart."""
    file = stack.enter_context(path.open("wb"))
    file.write(BYTE_ORDER_MARK)
    schema = arrow_schema(table, encoded=False)
    if safe:
        schema = change_cells(schema.empty_table(), safe_cell).schema
    write: Sink = stack.enter_context(arrow_csv.CSVWriter(file, schema)).write
    return (lambda data: write(change_cells(data, safe_cell))) if safe else write


def open_parquet(
    stack: ExitStack, table: Table, place: Path | IO[bytes], metadata: Mapping[str, str]
) -> Sink:
    """A Parquet file that rows can be appended to until the stack is closed.

    Args:
        stack: what closes the file.
        table: the table, with the columns it carries through.
        place: a path, or a file that is open for writing.
        metadata: what is said of the whole table, beside the version of the schema.
    """
    version = {"schema_version": str(SCHEMA_VERSION)}
    schema = arrow_schema(table, metadata={**version, **metadata})
    writer = arrow_parquet.ParquetWriter(place, schema, compression="zstd", use_dictionary=True)
    stack.enter_context(writer)
    return lambda data: writer.write_table(encoded_table(table, data, schema))


def _write_json(content: Mapping[str, Any], path: Path) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
