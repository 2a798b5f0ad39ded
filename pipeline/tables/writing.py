"""Write the tables: all of them or none, the same bytes for the same input."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipeline.records import Extraction, Skipped
from pipeline.tables.arrow import arrow_schema, arrow_table, carried_columns
from pipeline.tables.dictionary import data_package
from pipeline.tables.entities import count_entities
from pipeline.tables.schema import TABLES, Table

Format = Literal["both", "csv", "parquet"]
SUFFIXES: dict[Format, tuple[str, ...]] = {
    "both": ("csv", "parquet"),
    "csv": ("csv",),
    "parquet": ("parquet",),
}
Rows = Mapping[str, Sequence[Any]]  # table → its records
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # tells Excel that the file is UTF-8
OWN_FILES = (
    "run.json",
    "datapackage.json",
    *(f"{name}.{suffix}" for name in TABLES for suffix in SUFFIXES["both"]),
)


def table_rows(extractions: Iterable[Extraction], skipped: Iterable[Skipped] = ()) -> Rows:
    """The rows of every table, documents by `doc_id`, what was skipped in the order given."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.doc_id)
    return {
        "documents": [extraction.document for extraction in ordered],
        "segments": [row for extraction in ordered for row in extraction.segments],
        "sentences": [row for extraction in ordered for row in extraction.sentences],
        "mentions": [row for extraction in ordered for row in extraction.mentions],
        "entities": count_entities(row for extraction in ordered for row in extraction.mentions),
        "roles": [row for extraction in ordered for row in extraction.roles],
        "dates": [row for extraction in ordered for row in extraction.dates],
        "quantities": [row for extraction in ordered for row in extraction.quantities],
        "quotes": [row for extraction in ordered for row in extraction.quotes],
        "claims": [row for extraction in ordered for row in extraction.claims],
        "skipped": list(skipped),
    }


def tables_of(rows: Rows) -> dict[str, Table]:
    """The tables, the columns that the documents carry through included."""
    carried = carried_columns(document.extra for document in rows["documents"])
    return {**TABLES, "documents": TABLES["documents"].with_columns(carried)}


def write_tables(
    rows: Rows,
    folder: Path,
    *,
    kind: Format = "both",
    run_id: str = "",
    run: Mapping[str, Any] | None = None,
) -> None:
    """Write every table, `datapackage.json` and `run.json` into a folder, made if need be.

    The files are written apart and moved in together at the end: if anything fails before or
    during that, the folder keeps what it had. Tables of a former run in another format are removed,
    other files in the folder are left alone.

    Args:
        rows: the rows of every table (see `table_rows`).
        folder: where the files go.
        kind: which files: "csv", "parquet" or "both".
        run_id: written in the metadata of the Parquet files.
        run: what `run.json` says.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    tables = tables_of(rows)
    suffixes = SUFFIXES[kind]
    with _moved_in_whole(folder) as staging:
        for name, table in tables.items():
            data = arrow_table(table, rows[name], {"run_id": run_id})
            if "csv" in suffixes:
                _write_csv(data, table, staging / f"{name}.csv")
            if "parquet" in suffixes:
                arrow_parquet.write_table(
                    data, staging / f"{name}.parquet", compression="zstd", use_dictionary=True
                )
        _write_json(data_package(tables.values(), suffixes[0]), staging / "datapackage.json")
        _write_json(run or {}, staging / "run.json")


def _write_csv(data: pa.Table, table: Table, path: Path) -> None:
    """Every text is quoted, nulls are empty: "" and null stay apart."""
    with path.open("wb") as file:
        file.write(BYTE_ORDER_MARK)
        arrow_csv.write_csv(data.cast(arrow_schema(table, encoded=False)), file)


def _write_json(content: Mapping[str, Any], path: Path) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@contextmanager
def _moved_in_whole(folder: Path) -> Iterator[Path]:
    """A staging folder whose files replace the former ones when the block ends without error.

    It stands inside `folder`, so that moving is renaming, even where `folder` is a mounted disk.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        yield staging
        _swap(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _swap(staging: Path, folder: Path) -> None:
    """Put the staged files in place of the former ones; put those back if a move fails."""
    new = [path.name for path in staging.iterdir()]
    former = staging / "former"
    former.mkdir()
    try:
        for name in OWN_FILES:
            if (folder / name).exists():
                (folder / name).replace(former / name)
        for name in new:
            (staging / name).replace(folder / name)
    except BaseException:
        for name in new:
            if not (staging / name).exists():
                (folder / name).unlink(missing_ok=True)
        for path in former.iterdir():
            path.replace(folder / path.name)
        raise
