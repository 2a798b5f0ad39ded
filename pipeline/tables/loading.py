"""Load the tables of an output folder as DataFrames, the same from CSV and from Parquet."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

import pandas as pd

from pipeline.tables.frames import data_frame
from pipeline.tables.reading import TablesNotFoundError, read_tables
from pipeline.tables.schema import TABLES

__all__ = ["TablesNotFoundError", "load_tables"]


def load_tables(folder: str | PathLike[str]) -> dict[str, pd.DataFrame]:
    """The tables that `quidit extract` wrote, by name: `load_tables("outputs")["quotes"]`.

    Text is `string`, columns with fixed values are `category`, dates `datetime64[s]`, whole numbers
    that may be missing `Int64`. Parquet is read where both formats are there. CSVs that were made
    safe for spreadsheets give the exact text.

    Of the tables of an older quidit, those that it did not have are empty and the columns that it
    did not have are null; a warning names them.

    Raises:
        TablesNotFoundError: the folder is not there, holds none or not all of the tables, those of
            two runs, those of a later quidit, or tables that do not hold together (see
            `pipeline.tables.checking`).
    """
    tables = read_tables(Path(folder))
    return {name: data_frame(TABLES[name], data) for name, data in tables.items()}
