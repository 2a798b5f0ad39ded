"""What `run.json` says of how the tables of a folder were made."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

from pipeline.tables.reading import read_object

# What changes the rows: versions and digests, as run.json names them.
MADE_BY = {
    "program": "program",
    "code": "code",
    "model": "model",
    "spacy": "spaCy",
    "numpy": "NumPy",
    "numba": "Numba",
    "weights": "weights",
    "lexicons": "lexicons",
    "user_lexicons": "lexicons of the user",
}
NOT_SAID = "not said"


def read_run(folder: str | PathLike[str]) -> dict[str, Any]:
    """What `run.json` of an output folder holds; nothing if there is none.

    Raises:
        TablesNotFoundError: it holds no JSON object.
    """
    path = Path(folder) / "run.json"
    return read_object(path) if path.is_file() else {}


def run_differences(run_a: dict[str, Any], run_b: dict[str, Any]) -> tuple[str, ...]:
    """How two runs were made differently, a line each: « model: fr 3.8.0 → fr 3.8.1 »."""
    return tuple(
        f"{label}: {_told(run_a, key)} → {_told(run_b, key)}"
        for key, label in MADE_BY.items()
        if _told(run_a, key) != _told(run_b, key)
    )


def _told(run: dict[str, Any], key: str) -> str:
    value = run.get(key, NOT_SAID)
    if key != "user_lexicons" or value == NOT_SAID:
        return str(value)
    return ", ".join(f"{entry['file']} ({entry['sha256'][:8]})" for entry in value) or "none"
