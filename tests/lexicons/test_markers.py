"""The markers that attribute without a verb."""

from __future__ import annotations

import pytest

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.markers import Marker, load_markers

MARKERS = read_entries("markers.csv", Marker)


def test_no_marker_is_entered_twice() -> None:
    assert len({entry.marker for entry in MARKERS}) == len(MARKERS)


@pytest.mark.parametrize("entry", MARKERS, ids=lambda entry: entry.marker)
def test_entries_are_well_formed(entry: Marker) -> None:
    assert entry.follows in {"phrase", "opening", "itself", "source", "nobody"}
    assert entry.source
    assert entry.marker == entry.marker.lower()


def test_the_longest_come_first() -> None:
    lengths = [len(marker.words) for marker in load_markers()]
    assert lengths == sorted(lengths, reverse=True)
    assert set(load_markers()) == set(MARKERS)


def test_words_are_cut_as_the_model_cuts_them() -> None:
    assert Marker("d'après", "phrase", "usage").words == ("d'", "après")


@pytest.mark.parametrize(
    ("marker", "follows"),
    [
        ("selon", "phrase"),
        ("d'après", "phrase"),
        ("à en croire", "phrase"),
        ("aux dires de", "phrase"),
        ("pour", "opening"),
        ("à l'en croire", "itself"),
        ("de source", "source"),
        ("le bruit court que", "nobody"),
    ],
)
def test_where_the_source_stands(marker: str, follows: str) -> None:
    assert next(entry.follows for entry in MARKERS if entry.marker == marker) == follows
