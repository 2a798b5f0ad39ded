"""The SQL of docs/views.md gives what the functions give."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from pipeline.views import VIEWS
from pipeline.views.loaded import Tables

PAGE = (Path(__file__).parents[2] / "docs" / "views.md").read_text(encoding="utf-8")
QUERIES = dict(re.findall(r"^## (\w+)\n.*?^```sql\n(.*?)^```$", PAGE, re.M | re.S))


def comparable(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """The rows as text, in one order: the two differ in their types for dates and categories."""
    shown = frame.assign(
        **{
            name: frame[name].dt.strftime("%Y-%m-%d")
            for name in frame.select_dtypes("datetime").columns
        },
        **{name: frame[name].astype(float).round(9) for name in frame if name == "weight"},
    )
    text = shown.astype("string").fillna("")
    return sorted(text.itertuples(index=False, name=None))


def test_every_view_has_a_statement() -> None:
    assert QUERIES.keys() == VIEWS.keys()


@pytest.mark.parametrize("name", VIEWS)
def test_sql_gives_the_same_rows(
    name: str, outputs: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(outputs.parent)
    from_sql = duckdb.sql(QUERIES[name]).df()
    from_pandas = VIEWS[name](tables)
    assert len(from_pandas) > 10
    assert comparable(from_sql) == comparable(from_pandas[list(from_sql.columns)])
