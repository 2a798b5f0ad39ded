"""Load the tables of an output folder as DataFrames, the same from CSV and from Parquet."""

from __future__ import annotations

import json
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipeline.tables.arrow import ARROW_TYPES, arrow_schema
from pipeline.tables.frames import data_frame
from pipeline.tables.schema import TABLES, TYPE_NAMES, Column, Table


class TablesNotFoundError(FileNotFoundError):
    """A folder that does not hold the tables."""


def load_tables(folder: str | PathLike[str]) -> dict[str, pd.DataFrame]:
    """The tables that `quidit extract` wrote, by name: `load_tables("outputs")["quotes"]`.

    Text is `string`, columns with fixed values are `category`, dates `datetime64[s]`, whole numbers
    that may be missing `Int64`. Parquet is read where both formats are there.

    Raises:
        TablesNotFoundError: the folder is not there, or holds none or not all of the tables.
    """
    place = Path(folder)
    paths = {name: _path(place, name) for name in TABLES}
    missing = [name for name, path in paths.items() if path is None]
    if missing:
        what = "no tables" if len(missing) == len(TABLES) else f"no table {', '.join(missing)}"
        raise TablesNotFoundError(
            f"{place} holds {what}: make them with `quidit extract PATHS… --output {place}`"
        )
    return {name: _load(TABLES[name], path) for name, path in paths.items() if path}


def _path(folder: Path, name: str) -> Path | None:
    """The Parquet file or folder of a table, else its CSV, else null."""
    paths = (folder / f"{name}.{suffix}" for suffix in ("parquet", "csv"))
    return next((path for path in paths if path.exists()), None)


def _load(table: Table, path: Path) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return data_frame(table, arrow_parquet.read_table(path))
    return data_frame(table, _read_csv(table, path))


def _read_csv(table: Table, path: Path) -> Any:
    """A CSV with the types of the schema; those of carried columns stand in `datapackage.json`."""
    known = {column.name for column in table.columns}
    carried = tuple(
        column for column in _described_columns(path, table.name) if column.name not in known
    )
    schema = arrow_schema(table.with_columns(carried), encoded=False)
    return arrow_csv.read_csv(
        path,
        # One block: a text may be longer than any fixed size.
        read_options=arrow_csv.ReadOptions(block_size=max(1 << 20, path.stat().st_size + 1)),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types={field.name: field.type for field in schema},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )


def _described_columns(path: Path, name: str) -> list[Column]:
    """The columns of a table as `datapackage.json` beside it describes them."""
    package = path.with_name("datapackage.json")
    if not package.is_file():
        return []
    types = {label: kind for kind, label in TYPE_NAMES.items() if kind in ARROW_TYPES}
    resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
    fields: list[dict[str, Any]] = next(
        (resource["schema"]["fields"] for resource in resources if resource["name"] == name), []
    )
    return [
        Column(name=field["name"], type=types[field["type"]], nullable=True, description="")
        for field in fields
    ]
