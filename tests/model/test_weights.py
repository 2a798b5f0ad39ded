"""Weights that were changed are not loaded."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.model import load_model, loading
from pipeline.model.weights import SUMS, WeightsError, check_weights, sums

SHIPPED = Path(str(files("pipeline") / "weights"))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that holds nothing but a copy of the weights."""
    shutil.copytree(SHIPPED, tmp_path / "weights")
    return tmp_path


def test_the_shipped_weights_are_those_of_the_sums() -> None:
    check_weights(SHIPPED)


def test_one_bit_that_changed_is_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = package / "weights" / "ner" / "model"
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 1
    model.write_bytes(data)
    monkeypatch.setattr(loading, "files", lambda _: package)
    with pytest.raises(WeightsError, match=r"\(ner/model\).* Install quidit again"):
        load_model()


def test_a_file_that_was_added_is_refused(package: Path) -> None:
    (package / "weights" / "ner" / "more").write_bytes(b"")
    with pytest.raises(WeightsError, match="ner/more"):
        check_weights(package / "weights")


def test_weights_without_sums_are_refused(package: Path) -> None:
    (package / "weights" / SUMS).unlink()
    with pytest.raises(WeightsError, match="python -m training"):
        check_weights(package / "weights")


def test_other_weights_are_read_with_their_own_sums(package: Path) -> None:
    (package / "weights" / "ner" / "moves").write_bytes(b"other")
    (package / "weights" / SUMS).write_text(sums(package / "weights"), encoding="utf-8")
    check_weights(package / "weights")
