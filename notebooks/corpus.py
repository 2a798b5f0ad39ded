"""The tables that the notebooks show: of press articles where there are any, else of `seeds/`.

They are made in a folder for temporary files; what is there already is not made again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd

from pipeline import load_tables

ROOT = Path(__file__).resolve().parents[1]
PRESS = ROOT.parent / "shared" / "data" / "winer_fr_2016_2017.jsonl"  # French Wikinews
EVERY = 8  # one article in eight: some hundred, over two years


def example_tables() -> dict[str, pd.DataFrame]:
    """The tables of the examples, as `load_tables` returns them."""
    return load_tables(example_outputs())


def example_outputs() -> Path:
    """The folder of these tables."""
    folder = Path(tempfile.gettempdir()) / "quidit-notebooks"
    if not PRESS.is_file():
        return extracted(ROOT / "seeds", folder / "seeds")
    folder.mkdir(exist_ok=True)
    articles = folder / "press.jsonl"
    articles.write_text("\n".join(dated_articles()), encoding="utf-8")
    return extracted(articles, folder / "press")


def dated_articles() -> list[str]:
    """Records with the day of publication, which stands in the identifier (2016_01_31-001)."""
    lines = PRESS.read_text(encoding="utf-8").splitlines()[::EVERY]
    records = [json.loads(line) for line in lines]
    return [
        json.dumps({"id": r["doc"], "date": r["doc"][:10].replace("_", "-"), "text": r["text"]})
        for r in records
    ]


def extracted(articles: Path, outputs: Path) -> Path:
    """The folder of the tables of these articles, made by `quidit extract`."""
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(articles), "--quiet"]
    subprocess.run([*command, "--output", str(outputs)], cwd=ROOT, check=True)
    return outputs
