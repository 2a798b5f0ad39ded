"""The figures are those of the scorer that comes with the annotated articles, to the last digit."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.review.evaluate import evaluate_folders
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables

GOLD = Path(__file__).parents[2] / "gold"
FOLDERS = sorted(path.name for path in GOLD.iterdir() if any(path.glob("*.json")))
SHARED = ("seed", "dev_defence", "dev_news")
Extracted = Callable[[Path], Path]


@pytest.fixture(scope="module")
def extracted(
    nlp: Language, lexicons: Lexicons, tmp_path_factory: pytest.TempPathFactory
) -> Extracted:
    """`extracted(gold)` gives a folder with the tables of a gold folder's texts."""

    @cache
    def extract_folder(gold: Path) -> Path:
        documents = [
            Document(
                doc_id=path.stem,
                source=path.name,
                title=None,
                published=None,
                text=path.read_text("utf-8"),
            )
            for path in sorted(gold.glob("*.txt"))
        ]
        folder = tmp_path_factory.mktemp(gold.name) / "outputs"
        rows = table_rows(extract(document, nlp, lexicons) for document in documents)
        write_tables(rows, folder, kind="parquet")
        return folder

    return extract_folder


def scored(gold: Path, outputs: Path) -> Any:
    """What the scorer prints."""
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(outputs), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def figures(gold: Path, outputs: Path) -> Any:
    return json.loads(json.dumps(evaluate_folders(gold, outputs).figures))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_figure_is_the_scorers(name: str, extracted: Extracted) -> None:
    outputs = extracted(GOLD / name)
    assert figures(GOLD / name, outputs) == scored(GOLD / name, outputs)


@pytest.mark.parametrize("name", SHARED)
def test_so_on_the_shared_articles(name: str, shared: Path, extracted: Extracted) -> None:
    gold = shared / "gold" / name
    outputs = extracted(gold)
    assert figures(gold, outputs) == scored(gold, outputs)


@pytest.mark.parametrize("seed", range(4))
def test_so_where_the_tables_are_far_off(
    seed: int, extracted: Extracted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are dropped, moved, doubled and given other values: every figure comes into play. Such
    tables do not hold together, which is not asked here."""
    monkeypatch.setattr("pipeline.tables.reading.sound_tables", dict)
    outputs = shutil.copytree(extracted(GOLD / "check_news"), tmp_path / "outputs")
    chance = random.Random(seed)
    for name in ("segments", "mentions", "quotes", "claims"):
        path = outputs / f"{name}.parquet"
        damaged(pd.read_parquet(path), chance).to_parquet(path)
    found = figures(GOLD / "check_news", outputs)
    assert found == scored(GOLD / "check_news", outputs)
    assert 0 < found["quotes"]["span_and_speaker"]["f1"] < 0.8
    assert 0 < found["claims"]["predicate_modality_source"]["f1"] < 0.8


def damaged(frame: pd.DataFrame, chance: random.Random) -> pd.DataFrame:
    rows = frame.sample(frac=1.3, replace=True, random_state=chance.randrange(1000))
    rows = rows.sort_values(["doc_id", "start"], kind="stable").reset_index(drop=True)
    for column in ("start", "end", "predicate_start", "predicate_end"):
        if column in rows:
            rows[column] += [chance.choice((0, 0, 0, 1, -1, 7)) for _ in range(len(rows))]
    for first, last in (("start", "end"), ("predicate_start", "predicate_end")):
        if first in rows:
            rows[first] = rows[first].clip(lower=0)
            rows[last] = rows[[first, last]].max(axis="columns") + (rows[first] >= rows[last])
    for column in ("kind", "label", "country", "form", "speaker_name", "speaker_kind", "source",
                   "modality", "polarity"):  # fmt: skip
        if column in rows:
            values = rows[column].tolist()
            rows[column] = [
                chance.choice(values) if chance.random() < 0.2 else value for value in values
            ]
    return rows


def test_agreement_of_two_annotators(tmp_path: Path) -> None:
    second = shutil.copytree(GOLD / "seed", tmp_path / "second")
    (path,) = second.glob("*.json")
    data = json.loads(path.read_text("utf-8"))
    del data["mentions"][::4], data["quotes"][::3], data["claims"][::3]
    data["quotes"][0]["speaker_name"] = "Paul Martin"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert figures(GOLD / "seed", second) == scored(GOLD / "seed", second)


def test_a_text_with_other_white_space_is_the_same_text(
    nlp: Language, lexicons: Lexicons, tmp_path: Path
) -> None:
    (source,) = (GOLD / "seed").glob("*.txt")
    text = source.read_text("utf-8").replace(" ", "\u00a0 ").replace("\n", "\r\n\r\n")
    document = Document(doc_id=source.stem, source="s", title=None, published=None, text=text)
    write_tables(table_rows([extract(document, nlp, lexicons)]), tmp_path / "out", kind="parquet")
    found = figures(GOLD / "seed", tmp_path / "out")
    assert found == scored(GOLD / "seed", tmp_path / "out")
    assert found["mentions.all"]["strict"]["tp"] > 0


def test_another_text_is_not_compared(extracted: Extracted, tmp_path: Path) -> None:
    gold = shutil.copytree(GOLD / "seed", tmp_path / "gold")
    outputs = extracted(gold)
    (path,) = gold.glob("*.txt")
    path.write_text(path.read_text("utf-8") + "Un mot de plus.", encoding="utf-8")
    evaluation = evaluate_folders(gold, outputs)
    assert evaluation.notes == (
        f"{path.stem}: the table documents has another text than {path.name}",
    )
    assert evaluation.figures["mentions.all"]["strict"]["tp"] == 0
