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
    "battre": (
        "bats bats bat battons battez battent",
        "batt",
        "battr",
        "battit battirent",
        "batt",
        "battu",
    ),
    "perdre": (
        "perds perds perd perdons perdez perdent",
        "perd",
        "perdr",
        "perdit perdirent",
        "perd",
        "perdu",
    ),
    "rompre": (
        "romps romps rompt rompons rompez rompent",
        "romp",
        "rompr",
        "rompit rompirent",
        "romp",
        "rompu",
    ),
    "cevoir": (
        "çois çois çoit cevons cevez çoivent",
        "cev",
        "cevr",
        "çut çurent",
        "çoiv",
        "çu",
    ),
    "devoir": (
        "dois dois doit devons devez doivent",
        "dev",
        "devr",
        "dut durent",
        "doiv",
        "dû",
    ),
    "pouvoir": (
        "peux peux peut pouvons pouvez peuvent",
        "pouv",
        "pourr",
        "put purent",
        "puiss",
        "pu",
    ),
    "savoir": (
        "sais sais sait savons savez savent",
        "sav",
        "saur",
        "sut surent",
        "sach",
        "su",
    ),
    "vrir": (
        "vre vres vre vrons vrez vrent",
        "vr",
        "vrir",
        "vrit vrirent",
        "vr",
        "vert",
    ),
    "frir": (
        "fre fres fre frons frez frent",
        "fr",
        "frir",
        "frit frirent",
        "fr",
        "fert",
    ),
    "lire": (
        "lis lis lit lisons lisez lisent",
        "lis",
        "lir",
        "lut lurent",
        "lis",
        "lu",
    ),
    "vivre": (
        "vis vis vit vivons vivez vivent",
        "viv",
        "vivr",
        "vécut vécurent",
        "viv",
        "vécu",
    ),
    "courir": (
        "cours cours court courons courez courent",
        "cour",
        "courr",
        "courut coururent",
        "cour",
        "couru",
    ),
    "fuir": (
        "fuis fuis fuit fuyons fuyez fuient",
        "fuy",
        "fuir",
        "fuit fuirent",
        "fui",
        "fui",
    ),
    "partir": (
        "pars pars part partons partez partent",
        "part",
        "partir",
        "partit partirent",
        "part",
        "parti",
    ),
    "sortir": (
        "sors sors sort sortons sortez sortent",
        "sort",
        "sortir",
        "sortit sortirent",
        "sort",
        "sorti",
    ),
    "taire": (
        "tais tais tait taisons taisez taisent",
        "tais",
        "tair",
        "tut turent",
        "tais",
        "tu",
    ),
    "mourir": (
        "meurs meurs meurt mourons mourez meurent",
        "mour",
        "mourr",
        "mourut moururent",
        "meur",
        "mort",
    ),
    "naître": (
        "nais nais naît naissons naissez naissent",
        "naiss",
        "naîtr",
        "naquit naquirent",
        "naiss",
        "né",
    ),
    "aller": (
        "vais vas va allons allez vont",
        "all",
        "ir",
        "alla allèrent",
        "aill",
        "allé",
    ),
    "connaître": (
        "connais connais connaît connait connaissons connaissez connaissent",
        "connaiss",
        "connaîtr",
        "connut connurent",
        "connaiss",
        "connu",
    ),
    "vaincre": (
        "vaincs vaincs vainc vainquons vainquez vainquent",
        "vainqu",
        "vaincr",
        "vainquit vainquirent",
        "vainqu",
        "vaincu",
    ),
    "croître": (
        "crois crois croît croissons croissez croissent",
        "croiss",
        "croîtr",
        "crut crurent",
        "croiss",
        "cru",
    ),
    "truire": (
        "truis truis truit truisons truisez truisent",
        "truis",
        "truir",
        "truisit truisirent",
        "truis",
        "truit",
    ),
    "servir": (
        "sers sers sert servons servez servent",
        "serv",
        "servir",
        "servit servirent",
        "serv",
        "servi",
    ),
    "cueillir": (
        "cueille cueilles cueille cueillons cueillez cueillent",
        "cueill",
        "cueiller",
        "cueillit cueillirent",
        "cueill",
        "cueilli",
    ),
    "valoir": (
        "vaux vaux vaut valons valez valent",
        "val",
        "vaudr",
        "valut valurent",
        "vaill",
        "valu",
    ),
    "soudre": (
        "sous sous sout solvons solvez solvent",
        "solv",
        "soudr",
        "solut solurent",
        "solv",
        "solu",
    ),
    "plaire": (
        "plais plais plaît plaisons plaisez plaisent",
        "plais",
        "plair",
        "plut plurent",
        "plais",
        "plu",
    ),
    "boire": (
        "bois bois boit buvons buvez boivent",
        "buv",
        "boir",
        "but burent",
        "boiv",
        "bu",
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


@cache
def past_participles(infinitive: str) -> frozenset[str]:
    """The past participle of a verb in both genders and numbers: *promis, promise, promises*."""
    endings = [ending for ending in PARADIGMS if infinitive.endswith(ending)]
    if endings:
        ending = max(endings, key=len)
        return frozenset(_participles(infinitive.removesuffix(ending) + PARADIGMS[ending][-1]))
    vowel = "é" if infinitive.endswith("er") else "i"
    return frozenset(_participles(infinitive[:-2] + vowel))


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
