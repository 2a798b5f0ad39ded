"""`quidit` as a process that faults befall. Workers run this module too before they begin."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.faults import standin
from tests.faults.traps import set_trap

BEGUN = "QUIDIT_FAULTS_BEGUN"  # the variable that names a file which tells that Python is up

if standin.LOG in os.environ:
    sys.modules["pipeline.flow"] = sys.modules["pipeline.runs.tools"] = standin
set_trap()
# A shell that starts the tests in the background has its children ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)

if __name__ == "__main__":
    from pipeline.cli import main

    Path(os.environ[BEGUN]).touch()
    main()
