"""The speech verbs: which there are, and what each takes as the content it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from pipeline.lexicons.conjugation import conjugate
from pipeline.lexicons.files import read_entries

# What a speech verb takes:
# que     a clause (« affirme que … »)
# si      a question (« demande si … »)
# inf     a bare infinitive (« affirme avoir … »)
# pour    a clause after it (« plaide pour que … »)
# de, à   an infinitive after them (« promet de … », « appelle à … »)
# attr    an attribute in quotation marks (« juge « possible » une … »)
# np      a noun phrase in quotation marks (« dénonce « une dérive » »)
# obj     beside those, the person it is said to (« avertit les élus que … »)
# neg     a clause, under negation only (« n'exclut pas que … »)
# doc     it says something of documents alone (« l'étude montre que … »)
# who     its subject must be a noun of sources (« le toit menace de céder » says nothing)
# now     it says something in the present alone (« croit que … »)
# passive the same with the person as subject (« est accusé de »): the source is the agent
# incise  it can stand beside or before an utterance (« …, glisse-t-il »)
FRAMES = frozenset("que si inf de à pour attr np neg obj doc who now passive incise".split())
REFLEXIVES = ("se ", "s'")


@dataclass(frozen=True)
class CueVerb:
    """A line of cues.csv. `verb` is an infinitive, with « se » or « s' » if reflexive, or a verb
    with the fixed words after it (« faire savoir »). `frames` says what it takes (see FRAMES)."""

    verb: str
    frames: tuple[str, ...]
    source: str

    @cached_property
    def reflexive(self) -> bool:
        return self.verb.startswith(REFLEXIVES)

    @property
    def head(self) -> str:
        """The infinitive that is conjugated: *insurger*, *faire*."""
        return self.words[0]

    @cached_property
    def needs_y(self) -> bool:
        """« y voir « un tournant » », not « voir »."""
        return self.verb.startswith("y ")

    @cached_property
    def words(self) -> tuple[str, ...]:
        bare = self.verb
        for pronoun in (*REFLEXIVES, "y "):
            bare = bare.removeprefix(pronoun)
        return tuple(bare.replace("'", "' ").split())


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The speech verbs by the first word of each of their forms, longest expressions first."""

    by_form: Mapping[str, tuple[CueVerb, ...]]
    showing: frozenset[str]  # the verbs that only a document says anything with
    acting: frozenset[str]  # those whose subject may be no source (« le toit menace de céder »)


def load_cues() -> CueLexicon:
    """Read cues.csv and conjugate its verbs."""
    by_form: dict[str, list[CueVerb]] = {}
    verbs = read_entries("cues.csv", CueVerb)
    for cue in sorted(verbs, key=lambda cue: (-len(cue.words), not cue.reflexive)):
        for form in conjugate(cue.head):
            by_form.setdefault(form, []).append(cue)
    return CueLexicon(
        by_form=MappingProxyType({form: tuple(cues) for form, cues in by_form.items()}),
        showing=frozenset(cue.verb for cue in verbs if "doc" in cue.frames),
        acting=frozenset(cue.verb for cue in verbs if "who" in cue.frames),
    )
