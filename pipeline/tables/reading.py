"""Read the tables of an output folder as Arrow tables, the same from CSV and from Parquet.

pandas, which takes longer to import than all else here, is left to `pipeline.tables.loading`.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipeline.tables.arrow import ARROW_TYPES, arrow_schema
from pipeline.tables.cells import change_cells, exact_cell, safe_cell
from pipeline.tables.checking import UnsoundError, sound_tables
from pipeline.tables.schema import SCHEMA_VERSION, TABLES, TYPE_NAMES, Column, Table
from pipeline.tables.swap import is_half_replaced

AGAIN = "extract again, into a folder of its own"


class TablesNotFoundError(FileNotFoundError):
    """A folder that does not hold the tables, holds damaged ones or those of a later quidit."""


def read_tables(folder: Path) -> dict[str, pa.Table]:
    """The tables of a folder by name, with all rows and columns of the schema.

    Raises:
        TablesNotFoundError: as `pipeline.tables.loading.load_tables` has it, which says more.
    """
    if is_half_replaced(folder):
        raise TablesNotFoundError(
            f"{folder} holds the tables of two runs: one was stopped while it replaced them, or is "
            "at it in this moment. Give the same `quidit extract` again: it puts them right"
        )
    paths = {name: path for name in TABLES if (path := _path(folder, name))}
    missing = [name for name in TABLES if name not in paths]
    version = _version(folder, paths)
    if version > SCHEMA_VERSION:
        raise TablesNotFoundError(
            f"{folder} holds tables of a later quidit (schema {version}, read up to "
            f"{SCHEMA_VERSION}): upgrade quidit, or extract again into another folder"
        )
    if "documents" in missing or (missing and version == SCHEMA_VERSION):
        what = f"no table {', '.join(missing)}" if paths else "no tables"
        raise TablesNotFoundError(
            f"{folder} holds {what}: make them with `quidit extract PATHS… --output {folder}`"
        )
    tables = {name: _read(TABLES[name], paths[name]) for name in paths}
    try:
        tables = sound_tables(tables)
    except (UnsoundError, KeyError) as error:  # KeyError: a column that every version has
        raise TablesNotFoundError(f"{folder}: {error}; {AGAIN}") from error
    if version < SCHEMA_VERSION:
        _complete(tables, folder)
    _check_columns(tables, folder)
    return {name: tables[name] for name in TABLES}


def _path(folder: Path, name: str) -> Path | None:
    """The Parquet file or folder of a table, else its CSV, else null."""
    paths = (folder / f"{name}.{suffix}" for suffix in ("parquet", "csv"))
    return next((path for path in paths if path.exists()), None)


def _version(folder: Path, paths: dict[str, Path]) -> int:
    """The version of the schema that the tables have; that of this program if nothing says it."""
    described = _description(folder)
    path = paths.get("documents")
    try:
        if described:
            return int(described.get("schema_version", 1))
        if path is None or not _is_parquet(path) or path.is_dir():
            return SCHEMA_VERSION
        return int((arrow_parquet.read_schema(path).metadata or {}).get(b"schema_version", 1))
    except (pa.ArrowException, ValueError, TypeError) as error:
        raise TablesNotFoundError(f"{folder}: no version of tables ({error}); {AGAIN}") from error


def _description(folder: Path) -> dict[str, Any]:
    """What `datapackage.json` says; nothing if it is not there."""
    package = folder / "datapackage.json"
    if not package.is_file():
        return {}
    return read_object(package)


def read_object(path: Path) -> dict[str, Any]:
    """The object that a JSON file of an output folder holds.

    Raises:
        TablesNotFoundError: it holds something else.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise TablesNotFoundError(f"{path}: no sound JSON ({error}); {AGAIN}") from error
    if not isinstance(held, dict):
        raise TablesNotFoundError(f"{path}: a JSON object was expected; {AGAIN}")
    return held


def _complete(tables: dict[str, pa.Table], folder: Path) -> None:
    """Add the tables and columns that an older run did not write; say which."""
    added = []
    for name, table in TABLES.items():
        schema = arrow_schema(table, encoded=False)
        if name not in tables:
            tables[name] = schema.empty_table()
            added.append(name)
            continue
        for field in schema:
            if field.name not in tables[name].column_names:
                nulls = pa.nulls(len(tables[name]), field.type)
                tables[name] = tables[name].append_column(field.name, nulls)
                added.append(f"{name}.{field.name}")
    warnings.warn(
        f"{folder} holds tables of an older quidit, without {', '.join(added)}, which are empty "
        "here; `quidit extract` fills them",
        stacklevel=4,
    )


def _check_columns(tables: dict[str, pa.Table], folder: Path) -> None:
    for name, table in TABLES.items():
        columns = {column.name for column in table.columns}
        missing = sorted(columns - set(tables[name].column_names))
        if missing:
            what = f"table {name} has no column {', '.join(missing)}"
            raise TablesNotFoundError(f"{folder}: {what}; {AGAIN}")


def _read(table: Table, path: Path) -> pa.Table:
    try:
        return arrow_parquet.read_table(path) if _is_parquet(path) else _read_csv(table, path)
    except (pa.ArrowException, ValueError, KeyError) as error:
        raise TablesNotFoundError(f"{path}: not a sound table ({error}); {AGAIN}") from error


def _is_parquet(path: Path) -> bool:
    return path.suffix == ".parquet"


def _read_csv(table: Table, path: Path) -> pa.Table:
    """A CSV with the types of the schema; those of carried columns stand in `datapackage.json`."""
    described = _description(path.parent)
    known = {column.name for column in table.columns}
    carried = tuple(
        column for column in _columns(described, table.name) if column.name not in known
    )
    schema = arrow_schema(table.with_columns(carried), encoded=False)
    safe = described.get("spreadsheet_safe", False)
    data = arrow_csv.read_csv(
        path,
        # One block: a text may be longer than any fixed size.
        read_options=arrow_csv.ReadOptions(block_size=max(1 << 20, path.stat().st_size + 1)),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types={
                safe_cell(field.name) if safe else field.name: field.type for field in schema
            },
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    return change_cells(data, exact_cell) if safe else data


def _columns(described: dict[str, Any], name: str) -> list[Column]:
    """The columns of a table as `datapackage.json` describes them."""
    types = {label: kind for kind, label in TYPE_NAMES.items() if kind in ARROW_TYPES}
    resources = described.get("resources", [])
    fields: list[dict[str, Any]] = next(
        (resource["schema"]["fields"] for resource in resources if resource["name"] == name), []
    )
    return [
        Column(name=field["name"], type=types[field["type"]], nullable=True, description="")
        for field in fields
    ]
