"""What extracts imports no pandas, and DataFrames can be made all the same."""

from __future__ import annotations

import subprocess
import sys

BEFORE = "import sys, pyarrow as pa\nimport pipeline.cli.run\n"
LEFT_OUT = (
    "from pipeline.runs.without_pandas import leave_pandas_out\n"
    "leave_pandas_out()\n"
    "table = pa.table({'word': pa.array(['pont', None])})\n"
)


def printed(program: str) -> str:
    """What a program of its own prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_command_imports_no_pandas() -> None:
    assert printed(BEFORE + "print('pandas' in sys.modules)") == "False"


def test_no_array_imports_pandas() -> None:
    assert printed(BEFORE + LEFT_OUT + "print('pandas' in sys.modules)") == "False"


def test_a_table_becomes_a_data_frame_where_one_is_asked_for() -> None:
    assert printed(BEFORE + LEFT_OUT + "print(table.to_pandas()['word'][0])") == "pont"
