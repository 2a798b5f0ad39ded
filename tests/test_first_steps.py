"""From a folder of one's own texts to a plot of who is quoted, in the few commands of the README.

What the commands install is there already: make is told so, and pip is not run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STEPS = (ROOT / "tests" / "first_steps.sh").read_text(encoding="utf-8")
INSTALLED = """
set -eu
make() { command make -o .venv/.runtime "$@"; }
"""
ARTICLES = {
    "port.txt": "Le port est fermé, a déclaré Anna Lind. « Nous partons », a dit Anna Lind.",
    "pont.txt": "Selon Kiev, un drone aurait visé le pont.",
}


def without_pip(steps: str) -> str:
    lines = steps.splitlines()
    assert sum(".venv/bin/pip install" in line for line in lines) == 1
    return "\n".join(line for line in lines if ".venv/bin/pip" not in line)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not there")
def test_the_commands_end_in_a_plot(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "my_articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "my_articles" / name).write_text(text, encoding="utf-8")
    # The options of a make that runs the tests are none of this one's.
    surroundings = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    done = subprocess.run(
        ["bash", "-c", INSTALLED + without_pip(STEPS)],
        cwd=tmp_path,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    plot = (tmp_path / "who.svg").read_text(encoding="utf-8")
    assert "Anna Lind" in plot
    assert "Ukraine" in plot


def test_they_are_five_at_most() -> None:
    outside, inside = [], False
    for line in STEPS.splitlines():
        if not inside:
            outside.append(line)
        inside = (inside and line != "END") or "<<'END'" in line
    assert len(outside) <= 5


def test_the_readme_shows_them() -> None:
    assert STEPS in (ROOT / "README.md").read_text(encoding="utf-8")
