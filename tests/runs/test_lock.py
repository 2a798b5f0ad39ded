"""One run at a time in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.runs.lock import BusyError, locked


def test_a_second_run_is_refused_until_the_first_is_over(tmp_path: Path) -> None:
    parts = tmp_path / "out" / ".parts"
    with (
        locked(parts),
        pytest.raises(BusyError, match=r"out: another run is writing"),
        locked(parts),
    ):
        pass
    with locked(parts):
        pass
