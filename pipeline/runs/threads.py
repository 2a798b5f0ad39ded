"""One thread a process: several make the model slower, and its sums could be rounded otherwise."""

from __future__ import annotations

import os

VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def use_one_thread() -> None:
    """Have numpy's libraries use one thread, in this process if numpy is not imported yet, and in
    all that it starts."""
    os.environ.update(dict.fromkeys(VARIABLES, "1"))
