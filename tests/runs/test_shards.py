"""Shards of Parquet become parts of every table: the same rows as on one machine, once."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.lexicons import Lexicons
from pipeline.runs.corpus import StrictError
from pipeline.runs.tools import Tools
from pipeline.sources.fields import Columns
from pipeline.tables.loading import load_tables
from pipeline.tables.schema import KEYS

fsspec = pytest.importorskip("fsspec")
from pipeline.runs import cluster, shards  # noqa: E402
from pipeline.runs.shards import ShardDone, ShardJob, process_shard  # noqa: E402

TEXTS = [
    "Titre\n\nSelon Kiev, un drone aurait visé le port. « C’est faux », a répondu Moscou.",
    "Le ministre a promis trois missiles à Paris vendredi.",
    "Kiev dément.",
]
Process = Callable[..., ShardDone]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Two shards; a record of the second has no text."""
    folder = tmp_path / "press"
    folder.mkdir()
    day = pd.Timestamp("2024-02-29")
    pd.DataFrame({"text": TEXTS, "page": [1, 2, 3], "date": day}).to_parquet(folder / "one.parquet")
    pd.DataFrame({"text": [TEXTS[0], None], "page": [4, 5], "date": day}).to_parquet(
        folder / "two.parquet"
    )
    return folder


@pytest.fixture(autouse=True)
def loaded(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "tools_of", lambda _: Tools(nlp, lexicons, ()))
    monkeypatch.setattr("pipeline.runs.tools.load_model", lambda: nlp)
    monkeypatch.setattr("pipeline.runs.tools.load_lexicons", lambda: lexicons)


def job(
    output: Path | str, *, fresh: bool = False, strict: bool = False, code: str = ""
) -> ShardJob:
    return ShardJob(
        output=str(output),
        maker={"code": code},
        columns=Columns(),
        user_lexicons=(),
        fresh=fresh,
        strict=strict,
    )


def in_order(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables with their rows in the order of their keys."""
    return {
        name: frame.sort_values(KEYS.get(name, "source"), ignore_index=True)
        for name, frame in tables.items()
    }


def test_the_rows_are_those_of_one_machine(press: Path, tmp_path: Path) -> None:
    paths = cluster.find_shards([f"{press}/*.parquet"])
    done = [process_shard(path, job(tmp_path / "parts")) for path in paths]
    cluster.write_entities(str(tmp_path / "parts"), [shard.part for shard in done])
    CliRunner().invoke(app, ["extract", str(press), "-o", str(tmp_path / "tables")])
    parts, tables = load_tables(tmp_path / "parts"), load_tables(tmp_path / "tables")
    for name, frame in in_order(tables).items():
        assert_frame_equal(in_order(parts)[name], frame)


def test_a_shard_that_is_done_is_not_done_again(press: Path, tmp_path: Path) -> None:
    one = str(press / "one.parquet")
    first = process_shard(one, job(tmp_path))
    again = process_shard(one, job(tmp_path))
    assert (first.reused, again.reused) == (False, True)
    assert again.counts == first.counts
    assert not process_shard(one, job(tmp_path, fresh=True)).reused
    assert not process_shard(one, job(tmp_path, code="another")).reused


def test_a_shard_that_has_changed_is_done_again(press: Path, tmp_path: Path) -> None:
    one = press / "one.parquet"
    process_shard(str(one), job(tmp_path))
    time.sleep(0.01)
    pd.DataFrame({"text": ["Kiev."]}).to_parquet(one)
    assert process_shard(str(one), job(tmp_path)).counts["documents"] == 1
    assert load_tables_of(tmp_path, "documents")["text"].tolist() == ["Kiev."]


def load_tables_of(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(folder / f"{name}.parquet")


def test_a_shard_that_fails_leaves_no_part(press: Path, tmp_path: Path) -> None:
    with pytest.raises(StrictError, match=r"two.parquet, row 2: no text"):
        process_shard(str(press / "two.parquet"), job(tmp_path / "out", strict=True))
    assert not list((tmp_path / "out").rglob("part-*"))


def test_tables_may_lie_anywhere(press: Path) -> None:
    process_shard(str(press / "one.parquet"), job("memory://out"))
    files = fsspec.filesystem("memory")
    (part,) = files.glob("/out/documents.parquet/*.parquet")
    with files.open(part) as file:
        assert len(pd.read_parquet(file)) == 3


def test_what_is_no_parquet_is_skipped_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 rien PAR1")
    process_shard(str(tmp_path / "a.parquet"), job(tmp_path / "out"))
    skipped = load_tables_of(tmp_path / "out", "skipped")
    assert "not a sound Parquet file" in skipped["reason"][0]
