"""Nouns that name a source: functions, trades, groups, sorts of organisation, documents.

`roles.csv` has one noun a line, in the masculine singular where it has one. Inflected forms are
made here, so that a new noun is one line there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.lexicons.files import read_entries

RoleKind = Literal["role", "anonymous", "bystander", "group", "organisation", "document"]
Gender = Literal["m", "f"]
BEHIND_WORD = re.compile(r" |(?<=')")
OPENING = re.compile(r"^[^ '\n]+'?", re.MULTILINE)  # the first word, with its ' if it is elided


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun:
    """An entry: a noun or compound (« chef d'État »), with the apostrophe ' and plain hyphens.

    `gender` is "m", "f", or "mf" for a noun that serves both (*ministre*); `feminine` is the
    feminine form of an "m" noun. `kind`: a `role` is an individual's function, an `anonymous` noun
    hides who speaks (*source*, *responsable*), a `bystander` is nobody in particular (*habitant*).
    `also` are the nouns that may take this one up again (*colonel* → *officier*).
    """

    noun: str
    gender: str
    feminine: str | None
    kind: str
    also: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleForm:
    """An inflected form of a noun; `gender` is null where the form serves both."""

    entry: RoleNoun
    gender: Gender | None
    plural: bool

    @property
    def individual(self) -> bool:
        """Whether it names one person."""
        return not self.plural and self.entry.kind in {"role", "anonymous", "bystander"}


@dataclass(frozen=True, slots=True)
class Roles:
    """The forms in lower case, the words that open one, and all that several-word ones begin with
    (« chef d'État » with *chef* and « chef d' »)."""

    forms: Mapping[str, RoleForm]
    openings: frozenset[str]
    beginnings: frozenset[str]

    def get(self, form: str) -> RoleForm | None:
        return self.forms.get(form)

    def __contains__(self, form: str) -> bool:
        return form in self.forms


def load_roles() -> Roles:
    """Every form of every noun of `roles.csv`. Where two entries share a form the first one has it,
    singulars before plurals (*fils* is a son before it is threads)."""
    entries = read_entries("roles.csv", RoleNoun)
    forms: dict[str, RoleForm] = {}
    for plural in (False, True):
        for entry in entries:
            for form, gender in _genders(entry):
                written = plural_of(form) if plural else form
                forms.setdefault(
                    written.lower(), RoleForm(entry=entry, gender=gender, plural=plural)
                )
    return Roles(
        forms=forms,
        openings=frozenset(OPENING.findall("\n".join(forms))),
        beginnings=frozenset(
            [form[: gap.start()] for form in forms for gap in BEHIND_WORD.finditer(form)]
        ),
    )


def _genders(entry: RoleNoun) -> Iterator[tuple[str, Gender | None]]:
    yield entry.noun, "m" if entry.gender == "m" else "f" if entry.gender == "f" else None
    if entry.feminine:
        yield entry.feminine, "f"


LINKS = {"de", "d", "du", "des", "en", "à", "au", "aux", "chef"}
INVARIABLE = {"porte-parole", "porte-drapeau", "hors-la-loi", "PDG", "CRS", "ONG"}


def plural_of(noun: str) -> str:
    """The plural of a noun or compound: words agree up to the first preposition.

    « chef d'État » → « chefs d'État », « haut responsable » → « hauts responsables ».
    """
    words = noun.split(" ")
    for i, word in enumerate(words):
        if i > 0 and (word.lower() in LINKS or "'" in word):
            break
        words[i] = _plural_word(word)
    return " ".join(words)


def _plural_word(word: str) -> str:
    first, hyphen, rest = word.partition("-")
    if word in INVARIABLE:
        return word
    if hyphen and first.lower() in {"vice", "ex", "sous", "co", "contre", "demi"}:
        return f"{first}-{_plural_word(rest)}"
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith(("eau", "eu")):
        return word + "x"
    if word.endswith("al") and word not in {"festival", "bal"}:
        return word[:-2] + "aux"
    return word + "s"
