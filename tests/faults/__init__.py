"""Faults at random points of runs of `quidit extract`, and what must hold behind each of them.

`python -m tests.faults --faults 100 --seed 1` injects them and prints a table (docs/faults.md).
"""
