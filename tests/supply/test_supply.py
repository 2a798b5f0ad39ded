"""What quidit is made of and what it is made into: the lock, the licences, the wheel."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply.licences import installed, is_allowed

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]+\])?==([^ \\;]+)", re.MULTILINE)
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted() -> list[Requirement]:
    project = PROJECT["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    groups = [line for group in PROJECT["dependency-groups"].values() for line in group]
    lines = [*project["dependencies"], *extras, *groups]
    return [Requirement(line) for line in lines if isinstance(line, str)]


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_the_lock_pins_what_the_project_asks_for(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    versions = [version for pinned, version in PINNED.findall(LOCK) if pinned == name]
    assert versions, f"{name} is not in requirements.lock: run `make lock`"
    assert all(version in requirement.specifier for version in versions), "run `make lock`"


def test_every_pin_has_its_digests() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_place() -> None:
    assert re.findall(r"https?:|file:|^--|@ |/", LOCK, re.MULTILINE) == []


@pytest.mark.parametrize(("name", "licence"), sorted(installed().items()))
def test_what_is_installed_may_be_passed_on(name: str, licence: str) -> None:
    assert is_allowed(licence), f"{name}: {licence}"


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("AGPL-3.0", False),
        ("LGPL-LR", True),
        ("?", False),
        ("Other/Proprietary License", False),
    ],
)
def test_a_licence_is_read(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed


def build(tree: Path, out: Path) -> Path:
    """The wheel of a copy of the sources."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, cwd=tree, env=environment, check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two wheels of the same sources, from folders and files of other names, dates and rights."""
    found = []
    for number in (1, 2):
        place = tmp_path_factory.mktemp(f"tree{number}")
        tree = place / "quidit"
        shutil.copytree(
            ROOT / "pipeline", tree / "pipeline", ignore=shutil.ignore_patterns("__pycache__")
        )
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, tree)
        for path in tree.rglob("*"):
            os.utime(path, (number * 10**8, number * 10**8))
        os.umask(0o022 if number == 1 else 0o077)
        found.append(build(tree, place / "dist"))
    os.umask(0o022)
    return found[0], found[1]


def test_the_wheel_is_the_same_to_the_byte(wheels: tuple[Path, Path]) -> None:
    first, second = (hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    assert first == second


def test_the_wheel_holds_the_weights_and_their_digests(wheels: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(wheels[0]).namelist()
    assert {"pipeline/weights/ner/model", "pipeline/weights/SHA256SUMS"} <= set(names)
