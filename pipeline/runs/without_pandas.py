"""pyarrow without pandas, in processes that make no DataFrames."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pyarrow as pa


def leave_pandas_out() -> None:
    """Have pyarrow take pandas for absent until it is asked for DataFrames, or given one.

    At its first array pyarrow imports pandas, only to know a Series from a list: a third of a
    second and 70 MB of each process. This is for processes of our own alone: until then `pa.array`
    takes a Series for any other sequence.
    """
    if "pandas" in sys.modules:
        return
    absent = _Absent()
    sys.meta_path.insert(0, absent)
    try:
        pa.array([])  # pyarrow asks once
    finally:
        sys.meta_path.remove(absent)


class _Absent(MetaPathFinder):
    """Says that pandas is not installed."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError(name)
        return None
