"""`python -m pipeline.cli` is `quidit`."""

from pipeline.cli import main

main()
