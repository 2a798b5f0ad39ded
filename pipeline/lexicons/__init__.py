"""The lexicons: what the stages know about French and the world, as data files in this folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """All lexicons, loaded once and handed to the stages."""


def load_lexicons() -> Lexicons:
    """Read the shipped lexicons."""
    return Lexicons()
