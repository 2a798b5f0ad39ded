"""What gives a proposition its modality: modal verbs, cues that bind their content, adverbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast, get_args

from pipeline.lexicons.conjugation import conjugate
from pipeline.lexicons.files import LexiconError, read_entries
from pipeline.records import Modality

Effect = Literal["future", "directive", "negative", "attribute"]


@dataclass(frozen=True, slots=True)
class ModalVerb:
    """A line of modal_verbs.csv: a verb whose infinitive is the predicate (« va **signer** »).

    `linker` is the preposition between (« risque *de* signer »), null for a bare infinitive.
    """

    verb: str
    linker: str | None
    modality: str
    source: str


@dataclass(frozen=True, slots=True)
class BindingCue:
    """A line of claim_cues.csv: what a speech verb does to the content that it governs.

    `effect` is a modality (« promet de signer » is future), `negative` (« dément avoir signé »)
    or `attribute`: a nominal content says what something is (« y voit « un tournant » »).
    """

    verb: str
    effect: str
    source: str


@dataclass(frozen=True, slots=True)
class ModalMarker:
    """A line of modal_markers.csv: words that make their clause possible or a duty.

    `words` are lemmas in a row (« sans doute », « être prier de »).
    """

    words: str
    modality: str
    source: str


@dataclass(frozen=True, slots=True)
class ModalityLexicon:
    """Modal verbs by infinitive, effects of cues by written form, markers by their first word."""

    verbs: Mapping[str, tuple[ModalVerb, ...]]
    effects: Mapping[str, frozenset[Effect]]
    markers: Mapping[str, tuple[tuple[tuple[str, ...], Modality], ...]]


def load_modality() -> ModalityLexicon:
    """Read modal_verbs.csv, claim_cues.csv and modal_markers.csv.

    Raises:
        LexiconError: a line names a modality or an effect that does not exist.
    """
    verbs: dict[str, list[ModalVerb]] = {}
    for verb in read_entries("modal_verbs.csv", ModalVerb):
        _check("modal_verbs.csv", verb.verb, verb.modality, get_args(Modality))
        verbs.setdefault(verb.verb, []).append(verb)
    effects: dict[str, set[Effect]] = {}
    for cue in read_entries("claim_cues.csv", BindingCue):
        _check("claim_cues.csv", cue.verb, cue.effect, get_args(Effect))
        for form in conjugate(cue.verb):
            effects.setdefault(form, set()).add(cast(Effect, cue.effect))
    markers: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for marker in read_entries("modal_markers.csv", ModalMarker):
        _check("modal_markers.csv", marker.words, marker.modality, get_args(Modality))
        words = tuple(marker.words.split())
        markers.setdefault(words[0], []).append((words, cast(Modality, marker.modality)))
    return ModalityLexicon(
        verbs=MappingProxyType({verb: tuple(entries) for verb, entries in verbs.items()}),
        effects=MappingProxyType({form: frozenset(found) for form, found in effects.items()}),
        markers=MappingProxyType({word: tuple(found) for word, found in markers.items()}),
    )


def _check(name: str, entry: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise LexiconError(f"{name}: {entry} has {value!r}, expected one of {', '.join(allowed)}")
