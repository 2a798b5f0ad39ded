"""The written forms of a French verb, from its infinitive.

The model's lemmas of rare speech verbs are often wrong (« martèle », « rétorqua »), so the cue
lexicon is matched by form. The endings are those of any school grammar; the verbs that need a
paradigm of their own are in `PARADIGMS`, by the ending that they share (*admettre* like *mettre*).
"""

from __future__ import annotations

from functools import cache

PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
SUBJUNCTIVE = ("e", "es", "ions", "iez", "ent")
PAST_ER = ("ai", "as", "a", "âmes", "âtes", "èrent", "ât")
PAST_IR = ("is", "it", "îmes", "îtes", "irent", "ît")

# ending: present (six forms), stem of the imperfect and present participle, stem of the future,
# simple past (third persons), stem of the subjunctive, past participle.
PARADIGMS = {
    "dire": ("dis dis dit disons dites disez disent", "dis", "dir", "dit dirent", "dis", "dit"),
    "mettre": (
        "mets mets met mettons mettez mettent",
        "mett",
        "mettr",
        "mit mirent",
        "mett",
        "mis",
    ),
    "prendre": (
        "prends prends prend prenons prenez prennent",
        "pren",
        "prendr",
        "prit prirent",
        "prenn",
        "pris",
    ),
    "endre": (
        "ends ends end endons endez endent",
        "end",
        "endr",
        "endit endirent",
        "end",
        "endu",
    ),
    "ondre": (
        "onds onds ond ondons ondez ondent",
        "ond",
        "ondr",
        "ondit ondirent",
        "ond",
        "ondu",
    ),
    "clure": ("clus clus clut cluons cluez cluent", "clu", "clur", "clut clurent", "clu", "clu"),
    "tenir": (
        "tiens tiens tient tenons tenez tiennent",
        "ten",
        "tiendr",
        "tint tinrent",
        "tienn",
        "tenu",
    ),
    "venir": (
        "viens viens vient venons venez viennent",
        "ven",
        "viendr",
        "vint vinrent",
        "vienn",
        "venu",
    ),
    "croire": (
        "crois crois croit croyons croyez croient",
        "croy",
        "croir",
        "crut crurent",
        "croi",
        "cru",
    ),
    "aindre": (
        "ains ains aint aignons aignez aignent",
        "aign",
        "aindr",
        "aignit aignirent",
        "aign",
        "aint",
    ),
    "eindre": (
        "eins eins eint eignons eignez eignent",
        "eign",
        "eindr",
        "eignit eignirent",
        "eign",
        "eint",
    ),
    "oindre": (
        "oins oins oint oignons oignez oignent",
        "oign",
        "oindr",
        "oignit oignirent",
        "oign",
        "oint",
    ),
    "crire": (
        "cris cris crit crivons crivez crivent",
        "criv",
        "crir",
        "crivit crivirent",
        "criv",
        "crit",
    ),
    "duire": (
        "duis duis duit duisons duisez duisent",
        "duis",
        "duir",
        "duisit duisirent",
        "duis",
        "duit",
    ),
    "aître": (
        "ais ais aît ait aissons aissez aissent",
        "aiss",
        "aîtr",
        "ut urent",
        "aiss",
        "u",
    ),
    "suivre": (
        "suis suis suit suivons suivez suivent",
        "suiv",
        "suivr",
        "suivit suivirent",
        "suiv",
        "suivi",
    ),
    "rire": ("ris ris rit rions riez rient", "ri", "rir", "rit rirent", "ri", "ri"),
    "sentir": (
        "sens sens sent sentons sentez sentent",
        "sent",
        "sentir",
        "sentit sentirent",
        "sent",
        "senti",
    ),
    "mentir": (
        "mens mens ment mentons mentez mentent",
        "ment",
        "mentir",
        "mentit mentirent",
        "ment",
        "menti",
    ),
    "voir": ("vois vois voit voyons voyez voient", "voy", "verr", "vit virent", "voi", "vu"),
    "prévoir": (
        "prévois prévois prévoit prévoyons prévoyez prévoient",
        "prévoy",
        "prévoir",
        "prévit prévirent",
        "prévoi",
        "prévu",
    ),
    "faire": ("fais fais fait faisons faites font", "fais", "fer", "fit firent", "fass", "fait"),
    "quérir": (
        "quiers quiers quiert quérons quérez quièrent",
        "quér",
        "querr",
        "quit quirent",
        "quièr",
        "quis",
    ),
    "émouvoir": (
        "émeus émeus émeut émouvons émouvez émeuvent",
        "émouv",
        "émouvr",
        "émut émurent",
        "émeuv",
        "ému",
    ),
    "vouloir": (
        "veux veux veut voulons voulez veulent",
        "voul",
        "voudr",
        "voulut voulurent",
        "veuill",
        "voulu",
    ),
}


@cache
def conjugate(infinitive: str) -> frozenset[str]:
    """All simple forms of a verb, participles in both genders and numbers, in small letters.

    Args:
        infinitive: without its reflexive pronoun (*insurger*, not *s'insurger*).

    Raises:
        ValueError: the verb is neither in -er nor in -ir and has no paradigm here.
    """
    endings = [ending for ending in PARADIGMS if infinitive.endswith(ending)]
    if endings:
        ending = max(endings, key=len)
        return _irregular(infinitive.removesuffix(ending), ending) | {infinitive}
    if infinitive.endswith("er"):
        return _first_group(infinitive.removesuffix("er")) | {infinitive}
    if infinitive.endswith("ir"):
        return _second_group(infinitive.removesuffix("ir")) | {infinitive}
    raise ValueError(f"{infinitive}: no paradigm; add its ending to PARADIGMS")


def _participles(past: str) -> set[str]:
    """*promis, promise, promises*; *dit, dite, dits, dites*."""
    plural = past if past.endswith("s") else past + "s"
    return {past, past + "e", plural, past + "es"}


def _irregular(prefix: str, ending: str) -> frozenset[str]:
    present, imperfect, future, simple_past, subjunctive, past = PARADIGMS[ending]
    forms = set(present.split()) | set(simple_past.split()) | _participles(past)
    forms |= {imperfect + e for e in IMPERFECT} | {imperfect + "ant"}
    forms |= {future + e for e in (*FUTURE, *IMPERFECT)}
    forms |= {subjunctive + e for e in SUBJUNCTIVE}
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
