"""An extraction asks nothing of the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import sys

def refuse(event, arguments):
    if event.startswith("socket.") and event not in ALLOWED:
        print(f"network: {event} {arguments}", file=sys.stderr, flush=True)
        raise RuntimeError(f"the network is not to be used: {event}")
    if event == "subprocess.Popen" or event in {"os.system", "os.exec"}:
        print(f"process: {event} {arguments}", file=sys.stderr, flush=True)

# A library asks when it is imported whether the system knows IPv6: it binds a socket to itself.
ALLOWED = {"socket.gethostname", "socket.__new__", "socket.bind"}
sys.addaudithook(refuse)
"""
CURL = ("curl", "wget", "git", "pip")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with a hook that forbids the network in it and in the Pythons that it starts."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    paths = (str(folder), str(Path(__file__).parents[2]))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, env=environment, check=False
    )


def test_the_hook_forbids_the_network(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))")
    assert done.returncode != 0
    assert "network: socket." in done.stderr


def test_an_extraction_and_its_report_ask_nothing_of_the_network(tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    text = "Selon Kiev, « un drone » aurait visé le port d’Odessa.\n"
    (tmp_path / "press" / "a.txt").write_text(text, encoding="utf-8")
    page = f"<html><body><article><p>{text * 20}<img src='https://exemple.fr/i.png'></article>"
    (tmp_path / "press" / "b.html").write_text(page, encoding="utf-8")
    out = str(tmp_path / "out")
    for command in (
        ("extract", str(tmp_path / "press"), "-o", out),
        ("report", out, "-o", str(tmp_path / "report")),
    ):
        done = run(tmp_path, "-m", "pipeline.cli", *command)
        assert done.returncode == 0, done.stderr
        assert "network:" not in done.stderr
        assert not [name for name in CURL if f"'{name}'" in done.stderr]
    assert (tmp_path / "report" / "index.html").is_file()
