"""`python -m tests.hostile` reads the bombs of `tests.hostile.bombs` and prints what they cost."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.bombs import make_bombs

with tempfile.TemporaryDirectory() as folder:
    make_bombs(Path(folder))
    command = [sys.executable, "-m", "tests.hostile.reading", folder]
    done = subprocess.run(command, capture_output=True, check=True)
    said = json.loads(done.stdout)
    files = len(list(Path(folder).iterdir()))
    print(f"{files} files, {said['megabytes']:.0f} MB, {said['seconds']:.1f} s")
    for source, reason in said["skipped"].items():
        print(f"{Path(source).name}: {reason}")
