"""The written forms of a French verb, from its infinitive.

The model's lemmas of rare speech verbs are often wrong (« martèle », « rétorqua »), so the cue
lexicon is matched by form. The endings are those of any school grammar; the verbs that need a
paradigm of their own are in conjugations.csv, by the ending that they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.lexicons.files import read_entries

PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
SUBJUNCTIVE = ("e", "es", "ions", "iez", "ent")
PAST_ER = ("ai", "as", "a", "âmes", "âtes", "èrent", "ât")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """A line of conjugations.csv: how the verbs with an ending of their own are conjugated.

    `present` has the six forms (and other spellings), `past` the third persons of the simple past;
    the rest are the stems of the imperfect, the future and the subjunctive, and the masculine of
    the past participle. All replace `ending` (*admettre* follows *mettre*).
    """

    ending: str
    present: tuple[str, ...]
    imperfect: str
    future: str
    past: tuple[str, ...]
    subjunctive: str
    participle: str
    source: str


@cache
def _paradigms() -> tuple[Paradigm, ...]:
    """The paradigms, those of the longest endings first."""
    return tuple(sorted(read_entries("conjugations.csv", Paradigm), key=lambda p: -len(p.ending)))


def _paradigm_of(infinitive: str) -> Paradigm | None:
    return next((p for p in _paradigms() if infinitive.endswith(p.ending)), None)


@cache
def conjugate(infinitive: str) -> frozenset[str]:
    """All simple forms of a verb, participles in both genders and numbers, in small letters.

    Args:
        infinitive: without its reflexive pronoun (*insurger*, not *s'insurger*).

    Raises:
        ValueError: the verb is neither in -er nor in -ir and has no paradigm here.
    """
    paradigm = _paradigm_of(infinitive)
    if paradigm is not None:
        return _irregular(infinitive.removesuffix(paradigm.ending), paradigm) | {infinitive}
    if infinitive.endswith("er"):
        return _first_group(infinitive.removesuffix("er")) | {infinitive}
    if infinitive.endswith("ir"):
        return _second_group(infinitive.removesuffix("ir")) | {infinitive}
    raise ValueError(f"{infinitive}: no paradigm; add its ending to conjugations.csv")


@cache
def past_participles(infinitive: str) -> frozenset[str]:
    """The past participle of a verb in both genders and numbers: *promis, promise, promises*."""
    paradigm = _paradigm_of(infinitive)
    if paradigm is not None:
        stem = infinitive.removesuffix(paradigm.ending)
        return frozenset(_participles(stem + paradigm.participle))
    vowel = "é" if infinitive.endswith("er") else "i"
    return frozenset(_participles(infinitive[:-2] + vowel))


def _participles(past: str) -> set[str]:
    """*promis, promise, promises*; *dit, dite, dits, dites*."""
    plural = past if past.endswith("s") else past + "s"
    return {past, past + "e", plural, past + "es"}


def _irregular(prefix: str, paradigm: Paradigm) -> frozenset[str]:
    forms = {*paradigm.present, *paradigm.past} | _participles(paradigm.participle)
    forms |= {paradigm.imperfect + e for e in (*IMPERFECT, "ant")}
    forms |= {paradigm.future + e for e in (*FUTURE, *IMPERFECT)}
    forms |= {paradigm.subjunctive + e for e in SUBJUNCTIVE}
    return frozenset(prefix + form for form in forms)


def _second_group(stem: str) -> frozenset[str]:
    """*avertir*: avertit, avertissent, averti."""
    forms = {stem + e for e in ("is", "it", "issons", "issez", "issent", "irent", "issant")}
    forms |= {stem + "iss" + e for e in (*IMPERFECT, *SUBJUNCTIVE)}
    forms |= {stem + "ir" + e for e in (*FUTURE, *IMPERFECT)}
    return frozenset(forms | _participles(stem + "i"))


def _first_group(stem: str) -> frozenset[str]:
    """*marteler*: martèle, martelait, martelé; with the spellings of both reforms."""
    forms = set(_participles(stem + "é")) | {stem + e for e in PRESENT_ER}
    strong = _strong_stems(stem)
    forms |= {s + e for s in strong for e in ("e", "es", "ent")}
    forms |= {s + "er" + e for s in (*strong, stem) for e in (*FUTURE, *IMPERFECT)}
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    forms |= {s + e for s in {stem, soft} for e in (*IMPERFECT, *PAST_ER, "ons", "ant")}
    return frozenset(forms)


def _strong_stems(stem: str) -> tuple[str, ...]:
    """Stems under a mute e: *martel-* → *martèl-*, *appel-* → *appell-*, *balay-* → *balai-*."""
    stems = []
    if stem.endswith(("ay", "oy", "uy")):
        stems.append(stem[:-1] + "i")
    if stem.endswith(("el", "et")):
        stems.append(stem + stem[-1])
    vowel = max(stem.rfind("e"), stem.rfind("é"))
    if 0 <= vowel >= len(stem) - 3 and not any(c in "aiouyâîôûê" for c in stem[vowel + 1 :]):
        stems.append(stem[:vowel] + "è" + stem[vowel + 1 :])
    return tuple(stems)
