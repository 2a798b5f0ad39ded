"""What gives a proposition its modality: modal verbs, cues that bind their content, adverbs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast, get_args

from pipeline.lexicons.conjugation import conjugate
from pipeline.lexicons.files import LexiconError, read_entries
from pipeline.records import Modality

Effect = Literal["future", "directive", "negative", "attribute"]
KINDS = ("adverb", "attribute", "duty", "event", "order", "readiness", "wish")


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
    """A line of modal_markers.csv: words that give their clause its modality.

    `kind`: `adverb` (« sans doute »); `attribute` (« est *possible* »); `duty`, an attribute that
    governs what is to be done (« il est *temps* de … », « sont *priés* de … »); `order`, a verb
    that orders in the first person (« nous *exigeons* »); `wish`, a verb whose conditional is mere
    courtesy (« *voudrait* »); `event`, a noun whose indefinite singular is only thought of (« *une
    défaite* l'affaiblirait »); `readiness`, what one says to be before an infinitive (« se dit
    *prêt* à partir »). `words` are written forms, for verbs the infinitive.
    """

    words: str
    kind: str
    modality: str
    source: str


@dataclass(frozen=True, slots=True)
class ModalityLexicon:
    """What the three files hold: modal verbs by infinitive, and the infinitives of those in -er by
    written form; effects of cues by written form; adverbs by their first word, with all their
    words; the other markers by kind."""

    verbs: Mapping[str, tuple[ModalVerb, ...]]
    forms: Mapping[str, str]
    effects: Mapping[str, frozenset[Effect]]
    adverbs: Mapping[str, tuple[tuple[str, ...], ...]]
    attributes: frozenset[str]
    duties: frozenset[str]
    orders: frozenset[str]
    wishes: frozenset[str]
    events: frozenset[str]
    readiness: frozenset[str]


def load_modality() -> ModalityLexicon:
    """Read modal_verbs.csv, claim_cues.csv and modal_markers.csv.

    Raises:
        LexiconError: a line names a modality, an effect or a kind that does not exist.
    """
    markers = read_entries("modal_markers.csv", ModalMarker)
    for marker in markers:
        _check("modal_markers.csv", marker.words, marker.kind, KINDS)
        _check("modal_markers.csv", marker.words, marker.modality, get_args(Modality))

    def of_kind(kind: str) -> frozenset[str]:
        return frozenset(marker.words for marker in markers if marker.kind == kind)

    adverbs: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(of_kind("adverb")):
        # The model splits « Peut-être » where it opens a sentence.
        for cut in {tuple(words.split()), tuple(re.findall(r"-|[^\s-]+", words))}:
            adverbs.setdefault(cut[0], []).append(cut)
    verbs = _modal_verbs()
    regular = [verb for verb in verbs if verb.endswith("er") and verb != "aller"]
    return ModalityLexicon(
        verbs=verbs,
        forms=MappingProxyType({form: verb for verb in regular for form in conjugate(verb)}),
        effects=_effects(),
        adverbs=MappingProxyType({first: tuple(found) for first, found in adverbs.items()}),
        attributes=of_kind("attribute"),
        duties=of_kind("duty"),
        orders=of_kind("order"),
        wishes=of_kind("wish"),
        events=of_kind("event"),
        readiness=of_kind("readiness"),
    )


def _modal_verbs() -> Mapping[str, tuple[ModalVerb, ...]]:
    verbs: dict[str, list[ModalVerb]] = {}
    for entry in read_entries("modal_verbs.csv", ModalVerb):
        _check("modal_verbs.csv", entry.verb, entry.modality, get_args(Modality))
        verbs.setdefault(entry.verb, []).append(entry)
    return MappingProxyType({verb: tuple(entries) for verb, entries in verbs.items()})


def _effects() -> Mapping[str, frozenset[Effect]]:
    effects: dict[str, set[Effect]] = {}
    for cue in read_entries("claim_cues.csv", BindingCue):
        _check("claim_cues.csv", cue.verb, cue.effect, get_args(Effect))
        for form in conjugate(cue.verb):
            effects.setdefault(form, set()).add(cast(Effect, cue.effect))
    return MappingProxyType({form: frozenset(found) for form, found in effects.items()})


def _check(name: str, entry: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise LexiconError(f"{name}: {entry} has {value!r}, expected one of {', '.join(allowed)}")
