"""The command on a local dask cluster of two worker processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from pipeline.sources.problems import UsageError
from pipeline.tables.loading import load_tables

pytest.importorskip("dask.distributed")
from pipeline.runs.cluster import find_shards, remove_others

TEXTS = ["Selon Kiev, un drone aurait visé le port.", "Kiev dément."]


def write(folder: Path, names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        pd.DataFrame({"text": TEXTS}).to_parquet(folder / f"{name}.parquet")


def extract(press: Path, output: Path, *options: str) -> dict[str, int]:
    """What `run.json` says of the shards."""
    command = [sys.executable, "-m", "pipeline.cli", "extract", f"{press}/*.parquet"]
    command += ["-o", str(output), "--engine", "dask", *options]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    shards: dict[str, int] = json.loads((output / "run.json").read_text("utf-8"))["shards"]
    return shards


def test_two_workers(tmp_path: Path) -> None:
    press, output = tmp_path / "press", tmp_path / "out"
    write(press, "abc")
    assert extract(press, output, "--workers", "2") == {"extracted": 3}
    tables = load_tables(output)
    assert sorted(tables["documents"]["doc_id"]) == ["a-1", "a-2", "b-1", "b-2", "c-1", "c-2"]
    entities = tables["entities"].set_index("entity_id")
    assert entities.loc["country:UKR", "documents"] == 6


def test_parts_of_shards_that_are_gone_are_removed(tmp_path: Path) -> None:
    for name in ("quotes.parquet/part-a.parquet", "quotes.parquet/part-b.parquet"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    remove_others(str(tmp_path), {"part-b"})
    assert [path.name for path in tmp_path.rglob("part-*")] == ["part-b.parquet"]


def test_two_shards_of_one_name(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        write(tmp_path / folder, "a")
    with pytest.raises(UsageError, match="another shard has the same name"):
        find_shards([f"{tmp_path}/*/*.parquet"])


def test_shards_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        find_shards([f"{tmp_path}/*.parquet"])
