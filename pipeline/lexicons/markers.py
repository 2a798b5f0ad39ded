"""The words that attribute without a verb: « selon », « d'après », « de source … »."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.lexicons.files import read_entries


@dataclass(frozen=True)
class Marker:
    """A line of markers.csv. `follows` says where its source stands: `phrase`, the noun phrase
    after it; `opening`, the same, but only at the opening of a sentence and before a comma (« Pour
    Obama, … »); `itself`, in its own pronoun (« à l'en croire »); `nobody`, nowhere (« le bruit
    court que »); `source`, from its own noun on (« de source militaire »)."""

    marker: str
    follows: str
    source: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as the model cuts them; « de » also stands for its contractions."""
        return tuple(self.marker.replace("'", "' ").split())

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Those after the first that are always written so."""
        return frozenset(self.words[1:]) - {"de"}


def load_markers() -> tuple[Marker, ...]:
    """Read markers.csv, the longest markers first."""
    return tuple(sorted(read_entries("markers.csv", Marker), key=lambda m: -len(m.words)))
