"""`quidit views`: the ready-made views of a run as files."""

from __future__ import annotations

from pathlib import Path

from pipeline.tables.loading import load_tables
from pipeline.views import VIEWS


def run_views(outputs: Path, folder: Path) -> None:
    """Write every view as CSV and as Parquet, and say how many rows each has.

    Args:
        outputs: the folder of the tables.
        folder: where the files go, made if it is not there; files of these names are replaced.

    Raises:
        TablesNotFoundError: `outputs` does not hold the tables.
        OSError: the files can't be written.
    """
    tables = load_tables(outputs)
    folder.mkdir(parents=True, exist_ok=True)
    for name, view in VIEWS.items():
        rows = view(tables)
        # The mark at the start tells Excel that the file is UTF-8.
        rows.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8-sig", lineterminator="\n")
        rows.to_parquet(folder / f"{name}.parquet", index=False)
        print(f"{folder / name}.csv: {len(rows):,} rows")
