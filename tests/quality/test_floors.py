"""What the project reaches on annotated texts, and may not fall below.

A change that lowers a figure below its floor fails here; one that raises figures raises the floors.
The annotations and the scorer are in `tests/gold`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from training.quality import score_folder

GOLD = Path(__file__).parents[1] / "gold"
METRICS = {
    "segment kinds": lambda result: result["segments_accuracy"],
    "people, countries and weapons": lambda result: result["mentions.mission"]["strict"]["f1"],
    "all mentions": lambda result: result["mentions.all"]["strict"]["f1"],
    "quote and speaker": lambda result: result["quotes"]["span_and_speaker"]["f1"],
    "claim, modality and source": lambda result: result["claims"]["predicate_modality_source"][
        "f1"
    ],
}
FLOORS = {
    ("seed", "segment kinds"): 1.0,
    ("seed", "people, countries and weapons"): 0.95,
    ("seed", "all mentions"): 0.93,
    ("seed", "quote and speaker"): 0.85,
    ("seed", "claim, modality and source"): 0.80,
    ("dev_defence", "segment kinds"): 1.0,
    ("dev_defence", "people, countries and weapons"): 0.95,
    ("dev_defence", "all mentions"): 0.95,
    ("dev_defence", "quote and speaker"): 0.85,
    ("dev_defence", "claim, modality and source"): 0.85,
    ("second_defence", "segment kinds"): 1.0,
    ("second_defence", "people, countries and weapons"): 0.98,
    ("second_defence", "all mentions"): 0.98,
    ("second_defence", "quote and speaker"): 0.92,
    ("second_defence", "claim, modality and source"): 0.91,
    ("second_news", "segment kinds"): 1.0,
    ("second_news", "people, countries and weapons"): 0.98,
    ("second_news", "all mentions"): 0.98,
    ("second_news", "quote and speaker"): 0.86,
    ("second_news", "claim, modality and source"): 0.84,
    ("check_defence", "segment kinds"): 1.0,
    ("check_defence", "people, countries and weapons"): 0.94,
    ("check_defence", "all mentions"): 0.93,
    ("check_defence", "quote and speaker"): 0.84,
    ("check_defence", "claim, modality and source"): 0.76,
    ("check_news", "segment kinds"): 1.0,
    ("check_news", "people, countries and weapons"): 0.95,
    ("check_news", "all mentions"): 0.95,
    ("check_news", "quote and speaker"): 0.82,
    ("check_news", "claim, modality and source"): 0.81,
}
SETS = sorted({name for name, _ in FLOORS})


@pytest.fixture(scope="module")
def results(nlp: Language, lexicons: Lexicons) -> dict[str, dict[str, Any]]:
    """The scores of each set of annotated texts."""
    scores = {}
    for name in SETS:
        scores[name], notes = score_folder(GOLD / name, nlp, lexicons)
        assert notes == []
    return scores


@pytest.mark.parametrize(("name", "metric"), FLOORS)
def test_no_figure_falls_below_its_floor(
    name: str, metric: str, results: dict[str, dict[str, Any]]
) -> None:
    assert METRICS[metric](results[name]) >= FLOORS[name, metric]
