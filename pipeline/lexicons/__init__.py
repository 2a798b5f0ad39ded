"""The lexicons: what the stages know about French and the world, as data files in this folder."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicons.names import Names, load_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """All lexicons, loaded once and handed to the stages."""

    names: Names


def load_lexicons() -> Lexicons:
    """Read the shipped lexicons.

    Raises:
        LexiconError: a line of a lexicon file cannot be read.
    """
    return Lexicons(names=load_names())
