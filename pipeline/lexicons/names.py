"""What names are told by: titles before people, well-known organisations, regions of the world."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicons.files import read_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words that stand before a person's name and are no part of it.

    `kind` is `civility` (« M. », « le roi »), `rank` (« capitaine de corvette ») or `role`
    (« politologue »).
    """

    words: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation by its full name; `variants` are its other names, as the press writes them.

    `country` is set where the name stands for a state's institution.
    """

    name: str
    variants: tuple[str, ...]
    country: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A continent, a sea, a part of the world, a planet: names that no model should miss."""

    name: str
    variants: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """The label of a section, as it opens an article in capitals: « EN DIRECT », « CHRONIQUE »."""

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Names:
    """The lexicons of names. Two are equal if they are one: patterns are kept by it."""

    titles: tuple[Title, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    rubrics: tuple[Rubric, ...]


def load_names() -> Names:
    """Read titles.csv, organisations.csv, places.csv and rubrics.csv.

    Raises:
        LexiconError: a line of one of them cannot be read.
    """
    return Names(
        titles=read_entries("titles.csv", Title),
        organisations=read_entries("organisations.csv", Organisation),
        places=read_entries("places.csv", Place),
        rubrics=read_entries("rubrics.csv", Rubric),
    )
