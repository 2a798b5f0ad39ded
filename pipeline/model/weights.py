"""The digests of the weights: a file that is not the one that was shipped is never loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"  # in the form that `sha256sum --check` reads


class WeightsError(RuntimeError):
    """Weights that are not those that were shipped."""


def check_weights(folder: Path) -> None:
    """Make sure that each file of the component is the one that `SHA256SUMS` tells of.

    Args:
        folder: the weights: `SHA256SUMS`, and the component in `ner`.

    Raises:
        WeightsError: a file was changed, added or removed since.
    """
    try:
        told = (folder / SUMS).read_text(encoding="utf-8")
    except FileNotFoundError:
        told = ""
    expected, found = set(told.splitlines()), set(sums(folder).splitlines())
    if expected != found:
        names = sorted({line.partition("  ")[2] for line in expected ^ found})
        raise WeightsError(
            f"{folder}: not the weights that {SUMS} tells of ({', '.join(names)}): the file was "
            "damaged or changed, and the model is not loaded. Install quidit again; weights of "
            f"your own go with a {SUMS} that `python -m training` writes"
        )


def sums(folder: Path) -> str:
    """What `SHA256SUMS` says of the component in a folder: a line a file."""
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in sorted((folder / "ner").iterdir())
    )
    return "".join(f"{line}\n" for line in lines)
