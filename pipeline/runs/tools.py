"""What an extraction needs beside the documents, loaded once a process."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.lexicons.user import load_user_names
from pipeline.model import load_model
from pipeline.runs.garbage import collect_seldom
from pipeline.sources.problems import Warn


@dataclass(frozen=True, slots=True)
class Tools:
    """The model and the lexicons, with what their loading warned of."""

    nlp: Language
    lexicons: Lexicons
    warnings: tuple[str, ...]


def load_tools(user_lexicons: Sequence[Path]) -> Tools:
    """Load the model, the lexicons and the user's own.

    Raises:
        LexiconError: a lexicon can't be read.
        OSError: the model package is not installed.
    """
    notes: list[str] = []
    lexicons = with_user_names(load_lexicons(), user_lexicons, notes.append)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        nlp = load_model()
    collect_seldom()
    return Tools(nlp, lexicons, (*notes, *(str(warning.message) for warning in caught)))


def with_user_names(lexicons: Lexicons, paths: Iterable[Path], warn: Warn) -> Lexicons:
    """The lexicons with the names that users' files add.

    Raises:
        LexiconError: a file can't be read, or a line of it.
    """
    return replace(lexicons, user=load_user_names(paths, lexicons.countries, warn))
